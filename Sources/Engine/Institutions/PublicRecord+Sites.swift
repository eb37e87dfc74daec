/// Where places and bodies are put, from what anybody could look up.
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

  /// The neighbourhood of a range with most units; of equals the first by lot.
  func busiest(of range: Range<Int>) -> Int {
    range.reduce(range.lowerBound) { (units[$1], lots[$0]) > (units[$0], lots[$1]) ? $1 : $0 }
  }
}
