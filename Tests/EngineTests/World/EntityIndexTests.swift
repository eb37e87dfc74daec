import Testing

@testable import Engine

/// Residents, building groups, units, self-organised groups, matters and platforms that are alike: what happens to
/// them does not go with their index. (Places, blocks and subdistricts: `Endurance exchange`.)
@Suite struct EntityIndexTests {
  private static let replicates = 12
  private static let weeks = 40

  /// Places that are alike, in which hands, rooms, hours and money run out.
  private static func setting(_ kind: Case) -> Setting {
    let broker = MechanismUse("steeringStyle", options: ["brokering": .number(1)])
    var setting = Setting.small(kind == .all ? MechanismUse.all : kind == .gifts ? [broker] : [])
    setting.city = .rows(["A", "B", "C", "D"].map { ($0, .formerPublicHousing, 240) })
    for n in 0..<4 { setting.city.subdistricts[0].neighbourhoods[n].block = n < 2 ? "East" : "West" }
    setting.city.subdistricts[0].units = 40
    setting.conditions[.publicNeeds] = 0.006
    setting.conditions[.demandLoad] = 3
    setting.conditions[.associations] = 200
    if kind == .gifts {
      for budget in [ConditionID.committeeBudget, .officeBudget, .ownersMoney, .memberYuan] {
        setting.conditions[budget] = 0
      }
      for n in 0..<4 { setting.city.subdistricts[0].neighbourhoods[n].residents = 1000 }
      setting.conditions[.committeeMeetings] = 52
      setting.conditions[.looksPerMatter] = 60
      setting.conditions[.lookMinutes] = 10
      setting.parameters[.willingness] = 1
    }
    return setting
  }

  private enum Case: CaseIterable {
    case none, all, platforms
    /// No money but what units give, and many who look for it.
    case gifts
  }

  private static func trends(_ kind: Case, _ replicates: ClosedRange<Int>) throws -> [String: Trend] {
    var trends: [String: Trend] = [:]
    for replicate in replicates {
      let run = try EntityRun(
        setting(kind), replicate: replicate, weeks: weeks, hasAlikePlatforms: kind == .platforms)
      for (name, sets) in run.readings { for set in sets { trends[name, default: Trend()].add(set) } }
    }
    return trends
  }

  @Test(arguments: Case.allCases.indices) func nothingGoesWithTheIndex(_ index: Int) throws {
    let kind = Case.allCases[index]
    let first = try Self.trends(kind, 1...Self.replicates)
    #expect(first.values.filter { !$0.isEmpty }.count > 15)
    let suspects = first.filter { $0.value.isSuspect }.keys.sorted()
    if suspects.isEmpty { return }
    let again = try Self.trends(kind, Self.replicates + 1...3 * Self.replicates)
    for name in suspects {
      guard let trend = again[name], trend.isSuspect else { continue }
      Issue.record("\(name) goes with the index: \(trend.mean), \(trend.errors) standard errors")
    }
  }
}
