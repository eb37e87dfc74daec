import Testing

@testable import Engine

/// Epstein's (2002) rule of rebellion, and his society in the limit of a well-mixed population.
@Suite struct EscalationTests {
  private func acts(
    hardship: Double = 0.8, legitimacy: Double = 0.3, risk: Double = 0.6, keepers: Double = 3,
    active: Double = 1, threshold: Double = 0.1
  ) -> Bool {
    Escalation.acts(
      hardship: hardship, legitimacy: legitimacy, riskAversion: risk, keepers: keepers, active: active,
      threshold: threshold, deterrence: 2.3)
  }

  @Test func grievanceIsHardshipTimesLackOfLegitimacy() {
    // Without keepers one acts where H(1 − L) exceeds the threshold, and at equality does not.
    for h in stride(from: 0.0, through: 1, by: 0.1) {
      for l in stride(from: 0.0, through: 1, by: 0.1) {
        #expect(acts(hardship: h, legitimacy: l, keepers: 0) == (h * (1 - l) > 0.1))
      }
    }
    #expect(!acts(hardship: 0.5, legitimacy: 0.5, keepers: 0, threshold: 0.25))
  }

  @Test func netRiskIsAversionTimesTheChanceOfBeingHeldBack() {
    // At one keeper per active person the chance is 1 − e^−2.3, about 0.9.
    for h in stride(from: 0.0, through: 1, by: 0.05) {
      for r in stride(from: 0.0, through: 1, by: 0.05) {
        let net = h * 0.7 - r * (1 - 0.10025884372280375)
        if (net - 0.1).magnitude < 1e-9 { continue }
        #expect(acts(hardship: h, risk: r, keepers: 1) == (net > 0.1))
      }
    }
  }

  /// Changing one reason never works against its direction.
  @Test func monotone() {
    let levels = stride(from: 0.0, through: 1, by: 0.1)
    for (h, r) in levels.flatMap({ h in levels.map { (h, $0) } }) {
      let byHardship = levels.map { acts(hardship: $0, legitimacy: h, risk: r) }
      let byLegitimacy = levels.map { acts(hardship: h, legitimacy: $0, risk: r) }
      let byRisk = levels.map { acts(hardship: h, legitimacy: 0.1, risk: $0) }
      let byKeepers = levels.map { acts(hardship: h, risk: r, keepers: 8 * $0) }
      let byActive = levels.map { acts(hardship: h, risk: r, keepers: 3, active: 1 + 8 * $0) }
      for rising in [byHardship, byActive] {
        #expect(zip(rising, rising.dropFirst()).allSatisfy { !$0 || $1 })
      }
      for falling in [byLegitimacy, byRisk, byKeepers] {
        #expect(zip(falling, falling.dropFirst()).allSatisfy { $0 || !$1 })
      }
    }
  }

  @Test func theRatioIsRoundedDown() {
    // Fewer keepers than active people deter nobody; one keeper each does.
    #expect(acts(keepers: 9, active: 9.1) && !acts(keepers: 9, active: 9))
    #expect(acts(keepers: 1.99, active: 1) == acts(keepers: 1, active: 1))
    #expect(
      acts(hardship: 1, legitimacy: 0, risk: 0.95, keepers: 1.99)
        != acts(
          hardship: 1, legitimacy: 0, risk: 0.95, keepers: 2))
  }

  /// A lattice of 30 × 30 on a torus, vision of five in each direction, everybody moves to a random free place;
  /// keepers jail one active person each and period.
  private func society(keepers: Int, periods: Int = 60) -> [Int] {
    let side = 30
    let people = 600
    let random = RandomSource(seed: 2_002, replicate: keepers)
    let draws = random.stream(.placement)
    var isActive = [Bool](repeating: false, count: people)
    var jail = [Int](repeating: 0, count: people)
    var history: [Int] = []
    for period in 0..<periods {
      let moves = random.stream(.placement, week: period + 1)
      // Keepers are numbered after the people.
      let places = (0..<side * side).map { moves.bits($0) }.enumerated().sorted { $0.element < $1.element }
        .map(\.offset)
      var at = [Int](repeating: -1, count: side * side)
      for who in 0..<people + keepers where who >= people || jail[who] == 0 { at[places[who]] = who }
      func seen(from place: Int) -> [Int] {
        var found: [Int] = []
        for dx in -5...5 {
          for dy in -5...5 {
            let x = (place % side + dx + side) % side
            let y = (place / side + dy + side) % side
            if at[y * side + x] >= 0 { found.append(at[y * side + x]) }
          }
        }
        return found
      }
      for who in 0..<people where jail[who] == 0 {
        let sight = seen(from: places[who])
        let active = sight.count { $0 < people && $0 != who && isActive[$0] }
        isActive[who] = Escalation.acts(
          hardship: draws.uniform(who, 1), legitimacy: 0.82, riskAversion: draws.uniform(who, 2),
          keepers: Double(sight.count { $0 >= people }), active: Double(1 + active), threshold: 0.1,
          deterrence: 2.3)
      }
      history.append(isActive.count { $0 })
      for keeper in people..<people + keepers {
        let active = seen(from: places[keeper]).filter { $0 < people && isActive[$0] }
        if active.isEmpty { continue }
        let caught = active[moves.index(below: active.count, keeper, 7)]
        isActive[caught] = false
        jail[caught] = 1 + moves.index(below: 30, keeper, 8)
      }
      for who in 0..<people where jail[who] > 0 { jail[who] -= 1 }
    }
    return history
  }

  /// Long quiet with sudden outbursts where there are some keepers, lasting unrest with few, peace with many.
  @Test func manyKeepersKeepQuietAndFewerSeeOutbursts() {
    let few = society(keepers: 8)[20...]
    let some = society(keepers: 40, periods: 80)[20...]
    let many = society(keepers: 90)[20...]
    let top = 600 / 8
    #expect(few.allSatisfy { $0 > top })
    #expect(some.contains { $0 > top } && 2 * some.count { $0 < 12 } > some.count)
    #expect(many.allSatisfy { $0 < 12 })
  }
}
