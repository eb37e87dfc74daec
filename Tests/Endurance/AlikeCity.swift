import Engine

/// A city of neighbourhoods that differ in nothing but their names, busy enough for what they share to run out.
enum AlikeCity {
  static let districts = 2
  /// In each district; blocks in each subdistrict; places in each block.
  static let subdistricts = 2
  static let blocks = 2
  static let places = 3
  private static let residents = 150

  static func setting(_ mechanisms: [MechanismUse] = []) -> Setting {
    var setting = Setting()
    setting.city = City(name: "alike", subdistricts: (0..<districts * subdistricts).map(subdistrict))
    setting.mechanisms = mechanisms
    setting.conditions[.publicNeeds] = 0.006
    setting.conditions[.demandLoad] = 3
    setting.schedule.burnIn = 13
    setting.schedule.observed = 65
    setting.schedule.interval = 13
    return setting
  }

  /// The same city with places that differ in size, kind and site, and its rows in some order.
  static func varied(_ order: (Int) -> [Int]) -> City {
    var city = setting().city
    for s in city.subdistricts.indices {
      for k in city.subdistricts[s].neighbourhoods.indices {
        city.subdistricts[s].neighbourhoods[k].residents = 60 + 13 * k + 7 * s
        city.subdistricts[s].neighbourhoods[k].kind = NeighbourhoodKind.allCases[(k + s) % 5]
        city.subdistricts[s].neighbourhoods[k].x = Double(k % 3)
        if k == 4 { city.subdistricts[s].neighbourhoods[k].block = nil }
      }
      let rows = city.subdistricts[s].neighbourhoods
      city.subdistricts[s].neighbourhoods = order(rows.count).map { rows[$0] }
    }
    let all = city.subdistricts
    city.subdistricts = order(all.count).map { all[$0] }
    return city
  }

  private static func subdistrict(_ s: Int) -> City.Subdistrict {
    var subdistrict = City.Subdistrict(name: "S\(s)", district: "D\(s / subdistricts)", residents: 0)
    for block in 0..<blocks {
      for place in 0..<places {
        var row = City.Neighbourhood(
          name: "\(s)-\(block)-\(place)", kind: .commodityEstate, residents: residents)
        row.block = "\(s)-\(block)"
        row.x = 0
        row.y = 0
        subdistrict.neighbourhoods.append(row)
      }
    }
    // Numbers that cannot be divided evenly: who gets what is left over?
    subdistrict.units = 25
    subdistrict.committeeMembers = 32
    return subdistrict
  }
}
