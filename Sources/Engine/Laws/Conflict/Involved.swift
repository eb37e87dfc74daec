/// What those who are involved in a conflict are like, from a sample of each side.
extension Reach where L: ReadsResidents {
  /// Mean of a column over the adults of a sample of a building group.
  func meanOfGroup(_ group: Int, _ column: borrowing Column<Float>) -> Double {
    let people = sample(ofGroup: group, random.stream(.involved, week: week))
    if people.isEmpty { return 0 }
    var sum = 0.0
    for i in people { sum += Double(column[i]) }
    return sum / Double(people.count)
  }

  /// Some adults of a building group, drawn anew by stream.
  func sample(ofGroup group: Int, _ draws: RandomStream) -> [Int] {
    let range = places.groups[group].residents
    if range.isEmpty { return [] }
    return (0..<min(Contest.sampleSize, range.count)).compactMap { k in
      let i = range.lowerBound + draws.index(below: range.count, group, k)
      return residents.traits[i].isAdult ? i : nil
    }
  }

  /// Trust of the less trusting side in a class of bodies, 0–1.
  func trust(of sides: (Int, Int), in bodies: Residents.BodyClass) -> Double {
    let draws = random.stream(.involved, week: week)
    var least = 1.0
    for side in [sides.0, sides.1] {
      let people = sample(ofGroup: side, draws)
      if people.isEmpty { continue }
      var sum = 0.0
      for i in people { sum += Double(residents.trust[classIndex(bodies, i)]) }
      least = min(least, sum / Double(people.count))
    }
    return least
  }
}

extension Reach where L: ReadsResidents, L: ReadsTies {
  /// Share of a sample of one side who have a tie to the other.
  func bridges(_ sides: (Int, Int), _ draws: RandomStream, _ key: Int) -> Double {
    let other = places.groups[sides.1].residents
    let people = sample(ofGroup: sides.0, draws)
    if people.isEmpty { return 0 }
    let bridging = people.filter { i in
      var isBridge = false
      ties.forEach(of: i) { neighbour, _ in isBridge = isBridge || other.contains(neighbour) }
      return isBridge
    }
    return Double(bridging.count) / Double(people.count)
  }
}
