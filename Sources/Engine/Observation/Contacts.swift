extension World {
  /// Shares of adults by how often they meet the neighbour they meet most, in the order of ``ContactFrequency``.
  func contactShares() -> [Double] {
    var counts = [Double](repeating: 0, count: ContactFrequency.allCases.count)
    for i in homes.indices where population.residents.traits[i].isAdult {
      var strongest: UInt8 = 0
      population.ties.forEach(of: i) { other, strength in
        if homes[other] == homes[i] { strongest = max(strongest, strength) }
      }
      counts[Int(ContactFrequency(strength: strongest).rawValue)] += 1
    }
    let adults = counts.reduce(0, +)
    return counts.map { adults > 0 ? $0 / adults : .nan }
  }
}
