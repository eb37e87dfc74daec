import Foundation
import Scenarios
import Testing

@testable import Engine

/// What the project ships: scenarios that can be read, experiments whose books balance, cases that compare.
struct ShippedScenariosTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios")

  /// Paths of all files below the folder that end in `.json5`.
  private static let files =
    (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
    .filter { $0.hasSuffix(".json5") }.sorted()

  /// Each case is an experiment of its own; their places are scenarios.
  static let cases = files.filter { $0.hasPrefix("cases/") && !$0.hasPrefix("cases/places/") }
  static let designs = files.filter { $0.hasPrefix("designs/") && $0 != "designs/fund-and-hub.json5" }
  /// The central questions, with what two of them start from beside them.
  static let questions = files.filter { $0.hasPrefix("questions/") && !$0.hasSuffix("-base.json5") }
  static let claims = files.filter { $0.hasPrefix("claims/") && ClaimReader.isClaim(path($0)) }
  static let experiments = files.filter {
    $0.hasSuffix("experiment.json5") || cases.contains($0) || designs.contains($0) || questions.contains($0)
  }

  private static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @Test func thereAreExperiments() {
    #expect(Self.experiments.count >= 4 + Self.cases.count + Self.designs.count)
    #expect(Self.designs.count == 3)
  }

  /// No shipped experiment has a variant that is not what it seems: no range that is flat because money, staff or seats
  /// are capped, no use that changes nothing, no two variants that are one. Those that set a mechanism to nothing say
  /// so: that is what they compare with.
  @Test(arguments: experiments.filter { !$0.hasPrefix("shanghai/") }) func shippedVariantsDoWhatTheySay(
    _ name: String
  ) throws {
    var experiment = try ExperimentReader.load(Self.path(name))
    experiment.examine()
    for notice in experiment.notices where notice.kind != .size {
      if notice.kind == .noEffect, notice.message.contains("same as absent") { continue }
      // Where a council decides as much, what is released besides is no more.
      if name == "card/experiment.json5", notice.mechanism == "empowerment" { continue }
      Issue.record("\(notice.message): \(Notice.named(notice.variants))")
    }
  }

  @Test func everyScenarioIsReadWithATitleAndADescription() throws {
    let scenarios = Self.files.filter { !Self.experiments.contains($0) && !Self.claims.contains($0) }
    #expect(scenarios.count > 20)
    // The baseline of the mechanisms is another by name only.
    for name in scenarios where name != "mechanisms/baseline.json5" {
      let scenario = try ScenarioReader.load(Self.path(name))
      #expect(!scenario.title.isEmpty && scenario.description.hasSuffix("."), "\(name)")
    }
  }

  /// Each mechanism is shown by a scenario of its own, over the baseline of the folder.
  @Test func everyMechanismHasAScenario() throws {
    for id in MechanismRegistry.descriptions.map(\.id) {
      let setting = try ScenarioReader.load(Self.path("mechanisms/\(id).json5")).setting
      #expect(setting.mechanisms.contains { $0.id == id }, "\(id)")
      #expect(setting.mechanisms.allSatisfy { $0.from >= setting.schedule.burnIn }, "\(id)")
    }
  }

  @Test func theExperimentOfMechanismsListsTheRegistry() throws {
    let experiment = try ExperimentReader.load(Self.path("mechanisms/experiment.json5"))
    let names = experiment.variants.map(\.name)
    let ids = MechanismRegistry.descriptions.map(\.id)
    #expect(experiment.baseline == "baseline" && names.first == "baseline")
    #expect(experiment.variants.first?.scenario.setting.mechanisms.isEmpty == true)
    #expect(names.dropFirst().sorted() == ids.sorted())
    // A file of the folder that is not listed would be forgotten.
    let files = Self.files.filter { $0.hasPrefix("mechanisms/") && !$0.hasSuffix("/experiment.json5") }
    #expect(files.sorted() == names.map { "mechanisms/\($0).json5" }.sorted())
  }

  @Test func everyCaseOfTheSourcesIsThere() {
    let names = [
      "chengdu", "fenglin", "hangzhou", "hongkou-new-home", "hongmei-court", "hunan-road",
      "jiangqiao-taiping",
      "jingan-temple-weifang", "lingyun", "linfen-road", "longhua-west-bund", "lujiazui", "putuo", "tangqiao",
      "xuhui-visits", "xuhui-youth-cloud", "xujiahui-three-alliances", "yanji",
    ]
    #expect(Self.cases == names.sorted().map { "cases/\($0).json5" })
  }

  /// A case says what its source tells, what is on and what would speak against it, and compares two variants that
  /// differ in mechanisms alone.
  @Test(arguments: cases) func aCaseComparesAPlaceWithAndWithoutItsMechanisms(name: String) throws {
    let text = try String(contentsOfFile: Self.path(name), encoding: .utf8)
    let header = text.prefix { $0 != "{" }
    for part in ["// Source: ", "// Switched on: ", "// Tested: "] {
      #expect(header.contains(part), "\(name) has no \(part)")
    }
    let experiment = try ExperimentReader.load(Self.path(name))
    #expect(!experiment.title.isEmpty && experiment.description.hasSuffix("."))
    #expect(experiment.variants.map(\.name) == ["without", "with"] && experiment.baseline == "without")
    var (without, with) = (experiment.variants[0].scenario.setting, experiment.variants[1].scenario.setting)
    #expect(without.mechanisms.isEmpty && !with.mechanisms.isEmpty)
    #expect(with.mechanisms.allSatisfy { $0.from >= with.schedule.burnIn })
    for use in with.mechanisms { #expect(header.contains(use.id), "the header does not tell of \(use.id)") }
    without.mechanisms = []
    with.mechanisms = []
    #expect(without == with)
  }

  /// Every claim can be read in all of its frames and says beforehand what is expected; its file is named after it.
  @Test func everyClaimIsRead() throws {
    for (id, path) in try #require(try ClaimReader.files(in: Self.path("claims"))) {
      let claim = try ClaimReader.load(path)
      #expect(claim.id == id && !claim.contrasts.isEmpty, "\(id)")
      #expect(claim.frames.map(\.name).count == Set(claim.frames.map(\.name)).count, "\(id)")
      #expect(claim.origin == .builtIn || !claim.neutralLaws.isEmpty || claim.shape == .none, "\(id)")
    }
  }

  /// In a smaller world books and counts balance in every week.
  @Test(arguments: experiments)
  func booksAndCountsBalanceEveryWeek(path: String) throws {
    let experiment = try ExperimentReader.load(Self.path(path))
    #expect(experiment.variants.count > 1)
    for variant in experiment.variants {
      var setting = variant.scenario.setting
      var small = City.Subdistrict(name: "small", district: "small", residents: 3_000)
      small.committees = 3
      setting.city = City(name: "small", subdistricts: [small])
      // The small city has none of the names, and what begins after the burn-in has to begin within these weeks.
      let earlier = max(0, setting.schedule.burnIn - 4)
      for index in setting.mechanisms.indices {
        if case .named = setting.mechanisms[index].places { setting.mechanisms[index].places = .all }
        setting.mechanisms[index].from = max(0, setting.mechanisms[index].from - earlier)
        if let until = setting.mechanisms[index].until { setting.mechanisms[index].until = until - earlier }
      }
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
