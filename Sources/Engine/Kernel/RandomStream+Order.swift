extension Sequence {
  /// In an order drawn by a stream, from a number that each element has for its own.
  func inTurn(_ draws: RandomStream, by number: (Element) -> Int) -> [Element] {
    map { (draws.bits(number($0)), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
