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

  /// Scenario files of a folder, experiments left out.
  private static func scenarios(_ part: String = "") -> [String] {
    let root = folder.appendingPathComponent(part)
    let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".json5") && !$0.hasSuffix("experiment.json5") }.sorted()
      .map { root.appendingPathComponent($0).path }
  }

  @Test func everyScenarioIsReadWithATitleAndADescription() throws {
    #expect(Self.scenarios().count > 20)
    // The baseline of the mechanisms is another by name only.
    for path in Self.scenarios() where !path.hasSuffix("mechanisms/baseline.json5") {
      let scenario = try ScenarioReader.load(path)
      #expect(!scenario.title.isEmpty && scenario.description.hasSuffix("."), "\(path)")
    }
  }

  /// Each mechanism is shown by a scenario of its own, over the baseline of the folder.
  @Test func everyMechanismHasAScenario() throws {
    for id in MechanismRegistry.descriptions.map(\.id) {
      let path = Self.folder.appendingPathComponent("mechanisms/\(id).json5").path
      let setting = try ScenarioReader.load(path).setting
      #expect(setting.mechanisms.contains { $0.id == id }, "\(id)")
      #expect(setting.mechanisms.allSatisfy { $0.from >= setting.schedule.burnIn }, "\(id)")
    }
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
