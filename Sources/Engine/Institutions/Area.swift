/// Where a mechanism is in force: neighbourhoods, and the blocks and subdistricts that hold any of them.
public struct Area: Sendable, Equatable {
  public let neighbourhoods: [Int]
  public let blocks: [Int]
  public let subdistricts: [Int]
  /// The week in which it came into force there.
  public let from: Int

  init(neighbourhoods: [Int], places: Places, from: Int = 0) {
    self.neighbourhoods = neighbourhoods
    self.from = from
    var isChosen = [Bool](repeating: false, count: places.neighbourhoods.count)
    for n in neighbourhoods { isChosen[n] = true }
    blocks = places.blocks.indices.filter { places.blocks[$0].neighbourhoods.contains { isChosen[$0] } }
    subdistricts = places.subdistricts.indices.filter {
      places.subdistricts[$0].neighbourhoods.contains { isChosen[$0] }
    }
  }
}
