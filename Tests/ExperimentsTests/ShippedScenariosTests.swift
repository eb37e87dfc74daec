import Foundation
import Scenarios
import Testing

@testable import Engine

/// Every experiment that the project ships, in a smaller world: books and counts balance in every week.
struct ShippedScenariosTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios")

  static let experiments: [String] = {
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix("experiment.json5") }.sorted()
  }()

  @Test func thereAreExperiments() {
    #expect(Self.experiments.count >= 2)
  }

  @Test(arguments: experiments)
  func booksAndCountsBalanceEveryWeek(path: String) throws {
    let experiment = try ExperimentReader.load(Self.folder.appendingPathComponent(path).path)
    #expect(experiment.variants.count > 1)
    for variant in experiment.variants {
      var setting = variant.scenario.setting
      var small = City.Subdistrict(name: "small", district: "small", residents: 3_000)
      small.committees = 3
      setting.city = City(name: "small", subdistricts: [small])
      var world = try World(setting, seed: experiment.seed, replicate: 1)
      for _ in 0..<40 {
        world.advance()
        let problems = world.problems()
        #expect(problems.isEmpty, "\(variant.name), week \(world.week): \(problems)")
        if !problems.isEmpty { return }
      }
      #expect(world.demands.born > 0)
    }
  }
}
