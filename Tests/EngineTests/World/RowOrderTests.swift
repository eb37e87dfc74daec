import Testing

@testable import Engine

/// The rows of a city's table may stand in any order: the same places come to the same, bit for bit.
@Suite struct RowOrderTests {
  /// Two districts with two subdistricts each. Some rows have a block and some have none, some have coordinates, two
  /// the same ones; what a subdistrict has to divide does not divide evenly.
  private static func city() -> City {
    var city = City(name: "rows", subdistricts: [])
    for (s, (name, district)) in [("Pine", "East"), ("Ash", "West"), ("Elm", "East"), ("Oak", "West")]
      .enumerated()
    {
      var subdistrict = City.Subdistrict(name: name, district: district, residents: 0, x: Double(2 * s))
      for k in 0..<5 {
        var row = City.Neighbourhood(
          name: "\(name) \(["Wu", "Li", "Zhao", "Qian", "Sun"][k])",
          kind: NeighbourhoodKind.allCases[(k + s) % NeighbourhoodKind.allCases.count],
          residents: 40 + 10 * k + s)
        if k < 3 { row.block = k == 1 ? "Near" : "Far" }
        if k > 0 && s < 3 { (row.x, row.y) = (Double(k / 3), Double(k / 3)) }
        subdistrict.neighbourhoods.append(row)
      }
      subdistrict.units = 7
      subdistrict.committeeMembers = 27
      subdistrict.registeredMembers = 11
      if s == 1 { subdistrict.units = nil }
      city.subdistricts.append(subdistrict)
    }
    return city
  }

  private static func setting(_ city: City, _ mechanisms: [MechanismUse]) -> Setting {
    var setting = Setting.busy()
    setting.city = city
    setting.conditions[.publicNeeds] = 0.01
    setting.mechanisms = mechanisms
    setting.schedule.burnIn = 4
    setting.schedule.observed = 27
    setting.schedule.interval = 9
    return setting
  }

  /// The same city with its rows in another order: subdistricts and neighbourhoods turned round or cut like a pack
  /// of cards.
  private static func permuted(_ city: City, cut: Int) -> City {
    func cutAt(_ count: Int) -> [Int] { (0..<count).map { ($0 * cut + 1) % count } }
    var other = city
    let orders = cut < 0 ? Array((0..<city.subdistricts.count).reversed()) : cutAt(city.subdistricts.count)
    other.subdistricts = orders.map { s in
      var subdistrict = city.subdistricts[s]
      let rows = subdistrict.neighbourhoods
      let order = cut < 0 ? Array((0..<rows.count).reversed()) : cutAt(rows.count)
      subdistrict.neighbourhoods = order.map { rows[$0] }
      return subdistrict
    }
    return other
  }

  /// What a run comes to, with the names of places beside their numbers.
  private static func outcome(_ setting: Setting) throws -> (bits: [UInt64], places: [[String]]) {
    let result = try Simulation.run(setting, seed: 3, replicate: 1, places: true)
    return (
      result.bits, result.places.map { [$0.district, $0.subdistrict, $0.block, $0.place] + $0.mechanisms }
    )
  }

  private static let uses: [[MechanismUse]] = [
    [], MechanismUse.all, MechanismRegistry.descriptions.map { MechanismUse($0.id, places: .share(0.5)) },
  ]

  @Test(arguments: uses.indices) func rowsMayStandInAnyOrder(_ index: Int) throws {
    let city = Self.city()
    let expected = try Self.outcome(Self.setting(city, Self.uses[index]))
    for cut in [-1, 3] {
      let other = Self.permuted(city, cut: cut)
      #expect(other != city)
      let found = try Self.outcome(Self.setting(other, Self.uses[index]))
      #expect(found.places == expected.places)
      let isSame = found.bits == expected.bits
      #expect(isSame, "another order of rows gives other numbers")
    }
  }

  /// Places stand in the order of their names: district, subdistrict, block.
  @Test func placesStandInTheOrderOfNames() throws {
    let names = try Self.outcome(Self.setting(Self.city(), [])).places.map { $0[0] + "/" + $0[1] }
    #expect(names == names.sorted())
  }
}
