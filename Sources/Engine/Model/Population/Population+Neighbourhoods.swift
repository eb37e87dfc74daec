extension City.Subdistrict {
  /// A neighbourhood to be built: its row, where it stands and how random draws know it.
  struct Site {
    var row: City.Neighbourhood
    var key: Int
    var x: Double
    var y: Double
    var households: Int
  }

  /// The side of a square with the subdistrict's area, in kilometres.
  fileprivate var side: Double {
    (area ?? Double(residents(inRows: true)) / Profiles.density).squareRoot()
  }

  func residents(inRows: Bool) -> Int {
    neighbourhoods.isEmpty ? residents : neighbourhoods.reduce(0) { $0 + $1.residents }
  }

  /// The neighbourhoods of the subdistrict: its rows, or as many as are asked for or fit.
  func sites(key: Int, random: RandomSource) -> [Site] {
    neighbourhoods.isEmpty ? drawnSites(key: key, random: random) : namedSites(key: key, random: random)
  }

  private func namedSites(key: Int, random: RandomSource) -> [Site] {
    neighbourhoods.map { row in
      let own = Places.key(within: key, row.name)
      let place = random.stream(.placement)
      let persons = random.stream(.neighbourhoodSize).triangular(Profiles.personsPerHousehold, mode: 2.5, own)
      return Site(
        row: row, key: own, x: row.x ?? x + side * (place.uniform(own, 0) - 0.5),
        y: row.y ?? y + side * (place.uniform(own, 1) - 0.5),
        households: row.households ?? max(1, min(row.residents, Int(Double(row.residents) / persons + 0.5))))
    }
  }

  /// Sizes are drawn as households times persons, then brought to the subdistrict's total.
  private func drawnSites(key: Int, random: RandomSource) -> [Site] {
    let range = Profiles.households
    let mean = (range.lowerBound + range.upperBound + Profiles.householdsMode) / 3
    let number = committees ?? max(1, Int(Double(residents) / (mean * 2.5) + 0.5))
    let draws = random.stream(.neighbourhoodSize).substream(key)
    var households: [Double] = []
    var persons: [Double] = []
    var drawn = 0.0
    var allPersons = 0.0
    for index in 0..<number {
      households.append(draws.triangular(range, mode: Profiles.householdsMode, index, 0))
      persons.append(draws.triangular(Profiles.personsPerHousehold, mode: 2.5, index, 1))
      drawn += households[index] / Double(number)
      allPersons += persons[index]
    }
    // Sizes shrink towards the end of the range that the total lies near, which keeps them in the range as
    // long as the total allows it; otherwise all are scaled alike by the split.
    let needed = Double(residents) / allPersons
    if range.contains(needed) {
      let end = needed < drawn ? range.lowerBound : range.upperBound
      let factor = drawn == end ? 0 : (needed - end) / (drawn - end)
      for index in households.indices { households[index] = end + (households[index] - end) * factor }
    }
    let sizes = Apportionment.split(residents, by: zip(households, persons).map { $0 * $1 }, minimum: 1)
    let kinds = drawnKinds(number: number, key: key, random: random)
    let places = grid(number: number, key: key, random: random)
    return (0..<number).map { index in
      let row = City.Neighbourhood(name: "\(name) \(index + 1)", kind: kinds[index], residents: sizes[index])
      return Site(
        row: row, key: Places.key(within: key, row.name), x: places[index].x, y: places[index].y,
        households: max(1, min(sizes[index], Int(Double(sizes[index]) / persons[index] + 0.5))))
    }
  }

  /// Kinds by a systematic sample of the shares, so that each comes as often as its share to within one,
  /// then shuffled.
  private func drawnKinds(number: Int, key: Int, random: RandomSource) -> [NeighbourhoodKind] {
    let draws = random.stream(.neighbourhoodKind).substream(key)
    let start = draws.uniform(0, 0)
    var kinds: [NeighbourhoodKind] = []
    var sum = 0.0
    for profile in Profiles.kinds {
      sum += profile.share
      while kinds.count < number && (Double(kinds.count) + start) / Double(number) < sum {
        kinds.append(profile.kind)
      }
    }
    while kinds.count < number { kinds.append(Profiles.kinds[0].kind) }
    for last in stride(from: number - 1, to: 0, by: -1) {
      kinds.swapAt(last, draws.index(below: last + 1, last, 1))
    }
    return kinds
  }

  /// Cells of a square in the order of a ploughed field: neighbours in number are neighbours in space.
  private func grid(number: Int, key: Int, random: RandomSource) -> [(x: Double, y: Double)] {
    let draws = random.stream(.placement).substream(key)
    var columns = 1
    while columns * columns < number { columns += 1 }
    let rows = (number + columns - 1) / columns
    return (0..<number).map { index in
      let row = index / columns
      let column = row % 2 == 0 ? index % columns : columns - 1 - index % columns
      // The middle of a cell, moved by at most 40 % of its width.
      let right = (Double(column) + 0.1 + 0.8 * draws.uniform(index, 0)) / Double(columns)
      let up = (Double(row) + 0.1 + 0.8 * draws.uniform(index, 1)) / Double(rows)
      return (x + side * (right - 0.5), y + side * (up - 0.5))
    }
  }
}
