extension World {
  /// Units that stand in a range of neighbourhoods.
  func unitRange(_ range: Range<Int>) -> Range<Int> {
    unitStarts[range.lowerBound]..<unitStarts[range.upperBound]
  }

  /// Of the standing core: took part within the four weeks before this one.
  func isCore(_ i: Int) -> Bool {
    let last = Int(population.residents.lastActive[i])
    return last > 0 && last > week - Calendar.weeksPerMonth
  }

  /// A unit has a Party organisation, of its own or on paper.
  func hasBranch(_ u: Int) -> Bool {
    population.units.organised[u] || (u < branchOnPaper.count && branchOnPaper[u])
  }

  /// Something came of the work of a unit's organisation within a year.
  func hasActiveBranch(_ u: Int) -> Bool {
    u < branchActive.count && branchActive[u] > 0 && Int(branchActive[u]) > week - Calendar.weeksPerYear
  }

  /// A hash of the whole state.
  public func fingerprint() -> Fingerprint {
    var f = Fingerprint()
    f.combine(week)
    population.residents.publicness.combine(into: &f)
    population.residents.identification.combine(into: &f)
    population.residents.trust.combine(into: &f)
    population.residents.efficacy.combine(into: &f)
    population.residents.fatigue.combine(into: &f)
    population.residents.grievance.combine(into: &f)
    population.residents.expectation.combine(into: &f)
    population.residents.opinion.combine(into: &f)
    population.residents.lastActive.combine(into: &f)
    population.residents.status.combine(into: &f)
    population.residents.activeTies.combine(into: &f)
    population.ties.other.combine(into: &f)
    population.ties.strength.combine(into: &f)
    population.units.relation.combine(into: &f)
    for count in demands.counts { f.combine(count) }
    for resource in Resource.allCases {
      for account in 0..<ledger.accounts { f.combine(UInt64(bitPattern: ledger.balance(resource, account))) }
    }
    for value in tally.values { f.combine(value) }
    for place in neighbourhoods {
      f.combine(place.condition)
      f.combine(place.known)
      f.combine(place.projects.count)
      f.combine(place.associations.count)
      for purse in place.purses where purse.yuan > 0 { f.combine(UInt64(bitPattern: purse.yuan)) }
      for conflict in place.conflicts { f.combine(Double(conflict.intensity)) }
    }
    return f
  }
}

extension World {
  /// Bytes that the columns of residents and their ties take, by resident.
  public var bytesPerResident: Double {
    let people = population.residents.bytes + population.ties.other.bytes + population.ties.strength.bytes
    return Double(people + homes.count * MemoryLayout<UInt16>.stride)
      / Double(max(population.residents.count, 1))
  }
}
