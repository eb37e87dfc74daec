/// Where places and bodies are put, from what anybody could look up.
extension Area {
  /// The neighbourhoods of the area within a range, as runs of neighbours in the order of the table.
  func runs(in range: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for n in neighbourhoods where range.contains(n) {
      if let last = runs.last, last.upperBound == n {
        runs[runs.count - 1] = last.lowerBound..<(n + 1)
      } else {
        runs.append(n..<(n + 1))
      }
    }
    return runs
  }
}

extension PublicRecord {
  /// Where people work in towers: office towers, and where a subdistrict has none, any neighbourhood with so many units.
  func isTower(_ n: Int, smallest units: Int) -> Bool {
    let place = places.neighbourhoods[n]
    let all = places.subdistricts[place.subdistrict].neighbourhoods
    if all.contains(where: { places.neighbourhoods[$0].kind == .officeTower }) {
      return place.kind == .officeTower
    }
    return self.units[n] >= units
  }

  /// How many of a subdistrict's neighbourhoods are towers.
  func towers(of s: Int, smallest units: Int) -> Int {
    places.subdistricts[s].neighbourhoods.reduce(0) { $0 + (isTower($1, smallest: units) ? 1 : 0) }
  }

  /// The neighbourhood of a range with most units; the first of equals.
  func busiest(of range: Range<Int>) -> Int {
    range.reduce(range.lowerBound) { units[$1] > units[$0] ? $1 : $0 }
  }
}
