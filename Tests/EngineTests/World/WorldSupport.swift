@testable import Engine

/// Holds a population, which cannot be copied, so that tests can share it.
final class People: Sendable {
  let population: Population

  init(_ city: City, seed: UInt64 = 1, replicate: Int = 0, _ conditions: [(ConditionID, Double)] = []) throws
  {
    var all = Conditions()
    for (id, value) in conditions { all.values[id] = value }
    population = try Population(
      city: city, parameters: Parameters(), conditions: all,
      random: RandomSource(seed: seed, replicate: replicate))
  }

  /// Share of residents for whom a test holds, among those for whom another does.
  func share(among: (Traits) -> Bool = { _ in true }, of test: (Traits) -> Bool) -> Double {
    var all = 0
    var some = 0
    for resident in 0..<population.residents.count {
      let trait = population.residents.traits[resident]
      if !among(trait) { continue }
      all += 1
      if test(trait) { some += 1 }
    }
    return Double(some) / Double(all)
  }

  /// Hash of everything at week 0.
  var fingerprint: Fingerprint {
    var hash = Fingerprint()
    population.residents.traits.combine(into: &hash)
    population.residents.freeHours.combine(into: &hash)
    population.residents.group.combine(into: &hash)
    population.residents.unit.combine(into: &hash)
    population.residents.readiness.combine(into: &hash)
    population.residents.publicness.combine(into: &hash)
    population.residents.identification.combine(into: &hash)
    population.residents.trust.combine(into: &hash)
    population.residents.efficacy.combine(into: &hash)
    population.residents.expectation.combine(into: &hash)
    population.residents.opinion.combine(into: &hash)
    population.ties.other.combine(into: &hash)
    population.ties.strength.combine(into: &hash)
    population.units.employees.combine(into: &hash)
    population.units.money.combine(into: &hash)
    population.units.relation.combine(into: &hash)
    return hash
  }

  /// Ties per resident.
  var meanDegree: Double {
    var sum = 0
    for resident in 0..<population.residents.count { sum += population.ties.degree(of: resident) }
    return Double(sum) / Double(population.residents.count)
  }

  /// Standard deviation of a column.
  static func deviation(_ column: borrowing Column<Float>) -> Double {
    var sum = 0.0
    var squares = 0.0
    for index in 0..<column.count {
      sum += Double(column[index])
      squares += Double(column[index]) * Double(column[index])
    }
    let mean = sum / Double(column.count)
    return (squares / Double(column.count) - mean * mean).squareRoot()
  }

  /// The default world, built once for all tests.
  static let lingyun = try! People(.lingyun)
}

extension City {
  /// A world of one subdistrict with drawn neighbourhoods.
  static func small(_ residents: Int, committees: Int? = nil) -> City {
    var subdistrict = Subdistrict(name: "S", district: "D", residents: residents)
    subdistrict.committees = committees
    return City(name: "small", subdistricts: [subdistrict])
  }

  /// A world of named rows with the given sizes.
  static func rows(_ rows: [(name: String, kind: NeighbourhoodKind, residents: Int)]) -> City {
    var subdistrict = Subdistrict(name: "S", district: "D", residents: 0)
    subdistrict.neighbourhoods = rows.map {
      Neighbourhood(name: $0.name, kind: $0.kind, residents: $0.residents)
    }
    return City(name: "rows", subdistricts: [subdistrict])
  }
}
