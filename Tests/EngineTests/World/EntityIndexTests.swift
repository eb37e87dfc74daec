import Testing

@testable import Engine

/// Residents, building groups, units, self-organised groups, matters and platforms that are alike: what happens to
/// them does not go with their index. (Places, blocks and subdistricts: `Endurance exchange`.)
@Suite struct EntityIndexTests {
  private static let replicates = 3
  private static let weeks = 40

  /// Places that are alike, in which hands, rooms, hours and money run out.
  private static func setting(_ mechanisms: [MechanismUse]) -> Setting {
    var setting = Setting.small(mechanisms)
    setting.city = .rows(["A", "B", "C", "D"].map { ($0, .formerPublicHousing, 240) })
    for n in 0..<4 { setting.city.subdistricts[0].neighbourhoods[n].block = n < 2 ? "East" : "West" }
    setting.city.subdistricts[0].units = 40
    setting.conditions[.publicNeeds] = 0.006
    setting.conditions[.demandLoad] = 3
    setting.conditions[.associations] = 200
    return setting
  }

  private enum Case { case none, all, platforms }

  private static func trends(_ kind: Case, _ replicates: ClosedRange<Int>) throws -> [String: Trend] {
    var trends: [String: Trend] = [:]
    for replicate in replicates {
      let run = try EntityRun(
        setting(kind == .all ? MechanismUse.all : []), replicate: replicate, weeks: weeks,
        hasAlikePlatforms: kind == .platforms)
      for (name, sets) in run.readings { for set in sets { trends[name, default: Trend()].add(set) } }
    }
    return trends
  }

  @Test(arguments: [0, 1, 2]) func nothingGoesWithTheIndex(_ index: Int) throws {
    let kind: Case = [.none, .all, .platforms][index]
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
