import Engine
import Scenarios
import Testing

/// What variants will not do is said before they are run.
@Suite struct NoticeTests {
  private static let town = """
    { city: {table: "town.csv"}, weeks: {start: "2014-12", burnIn: 4, observed: 52}, replicates: 2 }
    """
  private static let table =
    "name,kind,residents\n" + (1...12).map { "N\($0),commodityEstate,4000\n" }.joined()

  private func folder() -> Folder {
    let folder = Folder()
    folder.write("town.csv", Self.table)
    folder.write("base.json5", Self.town)
    return folder
  }

  private func examined(_ design: String, set: [String] = [], _ base: String? = nil) throws -> Experiment {
    let folder = folder()
    if let base { folder.write("base.json5", base) }
    var experiment = try ExperimentReader.load(
      folder.write("trial.json5", "{base: 'base.json5', \(design)}"),
      overrides: set.compactMap { Override($0) })
    experiment.examine()
    return experiment
  }

  private static let idle = """
    variants: [
      {name: "none"},
      {name: "points", set: {"mechanisms.memberPoints": true}},
      {name: "division", set: {"mechanisms.platformDivision": true}},
      {name: "nowhere", set: {"mechanisms.autonomyFund": {where: 0}}},
      {name: "rounded", set: {"mechanisms.autonomyFund": {where: 0.03}}},
      {name: "null", set: {"mechanisms.autonomyFund": {yuan: 0}}},
      {name: "same", set: {"parameters.attitudeHalfLife": 200}},
      {name: "good", set: {"mechanisms.autonomyFund": {yuan: 50000}}},
    ]
    """

  @Test func usesThatChangeNothingAreNamedWithTheReason() throws {
    let folder = folder()
    let half = try ExperimentReader.load(folder.write("one.json5", "{extends: 'base.json5'}"))
      .variants[0].scenario.setting.parameters[.attitudeHalfLife]
    let experiment = try examined(
      Self.idle.replacing("attitudeHalfLife\": 200", with: "attitudeHalfLife\": \(half)"))
    let noEffect = experiment.notices.filter { $0.kind == .noEffect }
    #expect(noEffect.map(\.variants) == [["points"], ["division"], ["nowhere"], ["rounded"], ["null"]])
    for (notice, text) in zip(
      noEffect,
      [
        "needs duties of members", "needs something to divide", "'where' is no place",
        "0.03 of 12 neighbourhoods, which rounds to none; from 0.042 on it is one",
        "same as absent (yuan = 0)",
      ])
    { #expect(notice.message.contains(text), "\(notice.message)") }
    #expect(
      noEffect.map(\.mechanism) == ["memberPoints", "platformDivision"]
        + [String?](repeating: "autonomyFund", count: 3))
    let same = try #require(experiment.notices.first { $0.kind == .sameSetting })
    #expect(same.variants == ["none", "same"])
    #expect(same.message.contains("the variants 'none' and 'same' are the same setting"))
    #expect(experiment.notices.count == 6)
    // Each is told with its line.
    #expect(experiment.warnings.map(\.line).prefix(5) == [3, 4, 5, 6, 7])
    #expect(experiment.warnings.allSatisfy { $0.severity == .warning })
  }

  @Test func aCappedFundSaysHowMuchIsPaid() throws {
    let experiment = try examined(
      """
      variants: [{name: "150", set: {"mechanisms.autonomyFund": {yuan: 150000}}},
        {name: "400", set: {"mechanisms.autonomyFund": {yuan: 400000}}},
        {name: "new", set: {"mechanisms.autonomyFund": {yuan: 400000, newMoney: 1}}}]
      """)
    #expect(experiment.notices.map(\.kind) == [.capped])
    #expect(experiment.notices[0].variants == ["400"])
    let message = experiment.notices[0].message
    for text in ["400000 yuan a year", "only 150000 is paid", "newMoney"] { #expect(message.contains(text)) }
    #expect(experiment.warnings[0].message.hasSuffix("(in '400')"))
  }

  /// A sample in which many points are amiss alike gives one warning.
  @Test func manyPointsGiveOneWarning() throws {
    let experiment = try examined(
      "latinHypercube: {ranges: {'mechanisms.autonomyFund.yuan': [160000, 500000]}, points: 40, seed: 1}",
      "{ city: {table: 'town.csv'}, mechanisms: {autonomyFund: true} }")
    #expect(experiment.notices.count == 1)
    #expect(experiment.notices[0].variants.count == 40)
    #expect(experiment.warnings.count == 1)
  }

  // MARK: Places

  @Test func neighbourhoodsOfAnotherSizeAreNamedOnce() throws {
    let folder = folder()
    folder.write(
      "town.csv", "name,kind,residents,households\nA,commodityEstate,50000,20000\nB,laneHousing,4000,1500\n")
    var experiment = try ExperimentReader.load(folder.path + "/base.json5")
    experiment.examine()
    #expect(experiment.notices.map(\.kind) == [.size])
    #expect(experiment.notices[0].message.hasPrefix("1 of 2 neighbourhoods"))
    #expect(experiment.notices[0].message.contains("'A' with 20000"))
  }

  @Test func aScaleThatLeavesOneNeighbourhoodASubdistrictIsNamed() throws {
    let folder = Folder()
    folder.write(
      "data/shanghai-districts-2020.csv",
      "district,residents,subdistricts,towns,townships\nXuhui,1113078,12,1,0\nYangpu,1242548,12,0,0\n")
    func kinds(_ scale: Double) throws -> [Notice.Kind] {
      var experiment = try ExperimentReader.load(
        folder.write("small.json5", "{city: {preset: 'shanghai', scale: \(scale)}}"))
      experiment.examine()
      return experiment.notices.map(\.kind)
    }
    #expect(try kinds(0.03) == [.scale])
    #expect(try kinds(0.2).isEmpty)
  }

  @Test func aCityThatCannotBeMadeIsFoundBeforeTheRun() throws {
    let folder = folder()
    folder.write("town.csv", "name,kind,residents\nA,commodityEstate,5000\nB,laneHousing,4000\n")
    var experiment = try ExperimentReader.load(
      folder.write(
        "far.json5",
        "{extends: 'base.json5', city: {residents: 30000}, mechanisms: {blockHub: {where: 'custom 99'}}}"))
    experiment.examine()
    #expect(experiment.notices.map(\.kind) == [.impossible])
    #expect(experiment.notices[0].message.contains("'custom 99'"))
  }

  // MARK: Options of a mechanism that is off

  private func problems(_ design: String, set: [String] = []) -> [String] {
    let folder = folder()
    let path = folder.write("trial.json5", "{base: 'base.json5', \(design)}")
    return ScenariosTests.problems { () throws(InputFailure) in
      try ExperimentReader.load(path, overrides: set.compactMap { Override($0) })
    }
  }

  @Test func anOptionOfAMechanismThatIsOffIsAnError() {
    expect(
      problems("variants: [{name: 'a', set: {'mechanisms.blockHub.referral': 0.5}}]"),
      [
        "1:63: 'mechanisms.blockHub.referral' is an option of 'blockHub', which is off…\"mechanisms.blockHub\": {referral: …}"
      ])
    expect(problems("factorial: {'mechanisms.blockHub.where': [0.5, 1]}"), ["…which is off"])
    expect(
      problems("sobol: {ranges: {'mechanisms.autonomyFund.yuan': [0, 100]}, points: 2}"), ["…which is off"])
    // Switched on first it is on.
    expect(
      problems(
        "variants: [{name: 'a', set: {'mechanisms.blockHub': true, 'mechanisms.blockHub.referral': 0.5}}]"),
      [])
    expect(
      problems("variants: [{name: 'a'}]", set: ["mechanisms.blockHub.referral=0.5"]),
      [
        "--set:1:12: 'mechanisms.blockHub.referral' is an option of 'blockHub', which is off here; to switch it on: --set 'mechanisms.blockHub={referral: 0.5}'"
      ])
    expect(
      problems(
        "variants: [{name: 'a'}]",
        set: ["mechanisms.blockHub.referral=0.5", "mechanisms.blockHub=true"]), ["…which is off"])
    expect(ScenariosTests.problems("{}", set: ["mechanisms.blockHub.referral=0.5"]), ["…which is off here"])
    expect(
      ScenariosTests.problems("{mechanisms: {blockHub: false}}", set: ["mechanisms.blockHub.from=5"]),
      ["…which is off here"])
    expect(ScenariosTests.problems("{mechanisms: {blockHub: true}}", set: ["mechanisms.blockHub.from=5"]), [])
  }

  /// From outside an option is set where the mechanism is on; variants without it stay without it.
  @Test func fromOutsideNoVariantGetsAMechanism() throws {
    let experiment = try examined(
      "variants: [{name: 'none'}, {name: 'hub', set: {'mechanisms.blockHub': true}}]",
      set: ["mechanisms.blockHub.referral=0.5"])
    #expect(experiment.variants[0].scenario.setting.mechanisms.isEmpty)
    #expect(
      experiment.variants[1].scenario.setting.mechanisms.map(\.options) == [["referral": .number(0.5)]])
    #expect(
      experiment.warnings.map(\.message) == [
        "'mechanisms.blockHub.referral' is set only where 'blockHub' is on; it stays off in 'none'"
      ])
  }

  @Test func aShareInQuotesIsNoName() {
    for text in ["50%", "0.5", "50 %"] {
      expect(
        ScenariosTests.problems("{mechanisms: {blockHub: {where: '\(text)'}}}"),
        [
          "1:33: 'mechanisms.blockHub.where' is the text '\(text)'; a share of the neighbourhoods is a number without quotes, 0.5"
        ])
    }
    expect(ScenariosTests.problems("{mechanisms: {blockHub: {where: 'Nowhere'}}}"), ["…names 'Nowhere'"])
  }
}
