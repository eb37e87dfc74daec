import Testing

@testable import Engine

@Suite struct NeedsTests {
  /// Needs of `weeks` weeks of arrivals alone, in a world in which nothing else happens.
  private func arrivals(_ setting: Setting, weeks: Int) throws -> [[Demand]] {
    var world = try World(setting, seed: 4, replicate: 0)
    var found: [[Demand]] = []
    for week in 0..<weeks {
      world.with(Needs.self) { Needs.run(&$0) }
      found.append(world.demands.rows.filter { $0.born == Int32(week) })
      world.week += 1
    }
    return found
  }

  private func setting() -> Setting {
    var setting = Setting.small()
    setting.conditions[.privateNeeds] = 0.01
    setting.conditions[.publicNeeds] = 0.002
    setting.conditions[.wear] = 0
    setting.conditions.values[.buildingCondition] = 1
    return setting
  }

  /// A Poisson stream: in each week mean and variance are the rate times the residents.
  @Test func arrivalsAreAPoissonStream() throws {
    let counts = try arrivals(setting(), weeks: 300).map { Double($0.count) }
    let mean = 2_400 * 0.012
    let sample = moments(counts)
    #expect((sample.mean - mean).magnitude < 5 * (mean / 300).squareRoot())
    #expect((sample.variance / mean - 1).magnitude < 0.45)
  }

  @Test func theShareOfPublicMattersIsThatOfTheRates() throws {
    let all = try arrivals(setting(), weeks: 200).joined()
    let share = Double(all.count { $0.isPublic }) / Double(all.count)
    #expect((share - 0.002 / 0.012).magnitude < 0.03)
    // Scopes in their shares.
    let wide = Double(all.count { ScopeSet.wide.contains($0.scope) }) / Double(all.count { $0.isPublic })
    let expected =
      (DemandProfile.publicScopes[2] + DemandProfile.publicScopes[3])
      / DemandProfile.publicScopes.reduce(0, +)
    #expect((wide - expected).magnitude < 0.06)
  }

  @Test func wornSurroundingsBringPublicMattersFaster() throws {
    var worn = setting()
    worn.conditions.values[.buildingCondition] = 0
    worn.conditions[.wornNeeds] = 3
    let usual = try arrivals(setting(), weeks: 120).joined()
    let more = try arrivals(worn, weeks: 120).joined()
    let ratio = Double(more.count { $0.isPublic }) / Double(usual.count { $0.isPublic })
    #expect((ratio - 4).magnitude < 0.8)
    let same = Double(more.count { !$0.isPublic }) / Double(usual.count { !$0.isPublic })
    #expect((same - 1).magnitude < 0.12)
  }

  @Test func needsBelongToAdultsAndPlaces() throws {
    let world = try World(setting(), seed: 4, replicate: 0)
    for demand in try arrivals(setting(), weeks: 60).joined() {
      let place = world.places.neighbourhoods[Int(demand.neighbourhood)]
      #expect(world.population.residents.traits[Int(demand.resident)].isAdult)
      #expect(place.residents.contains(Int(demand.resident)) && place.groups.contains(Int(demand.group)))
      #expect(world.places.groups[Int(demand.group)].residents.contains(Int(demand.resident)))
      #expect(demand.opponents == -1 || place.groups.contains(Int(demand.opponents)))
      #expect(demand.opponents == -1 || demand.isPublic)
      #expect(demand.salience >= 0 && demand.salience < 1 && demand.departments >= 1)
    }
  }

  @Test func noLoadNoNeeds() throws {
    var setting = setting()
    setting.conditions.values[.demandLoad] = 0
    #expect(try arrivals(setting, weeks: 20).joined().isEmpty)
  }

  @Test func conditionsSwitchAttributesOff() throws {
    var setting = setting()
    for id in [ConditionID.technicalShare, .crossDepartmentShare, .contestedShare] {
      setting.conditions.values[id] = 0
    }
    for demand in try arrivals(setting, weeks: 40).joined() {
      #expect(!demand.technical && demand.departments == 1 && demand.opponents == -1)
    }
  }

  @Test func kindsFollowTheAgeOfWhoHasTheNeed() {
    for isPublic in [false, true] {
      for age in Traits.AgeBand.allCases where age != .under18 {
        var counts = [Int](repeating: 0, count: DemandKind.allCases.count)
        for k in 0..<4_000 {
          let kind = NeedWeights.shared.kind(age: age, isPublic: isPublic, (Double(k) + 0.5) / 4_000)
          counts[Int(kind.rawValue)] += 1
        }
        let weights = DemandProfile.table.map {
          (isPublic ? $0.publicWeight : $0.privateWeight) * $0.byAge[Int(age.rawValue)]
        }
        for (count, weight) in zip(counts, weights) {
          #expect((Double(count) / 4_000 - weight / weights.reduce(0, +)).magnitude < 0.001)
        }
      }
    }
  }
}
