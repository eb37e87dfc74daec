/// What anybody could look up: who lives where, and who is registered as what.
public struct PublicRecord: Sendable {
  public let places: Places
  /// Registered Party members by neighbourhood.
  public let members: [Int]
  /// Units by neighbourhood.
  public let units: [Int]
  /// Organs (机关) among the units, counted over the whole world, by subdistrict, in the order of their lots.
  public let organs: [[Int]]
  /// A number in [0, 1) for each neighbourhood, drawn once for a run: who comes first where one has to. The order of
  /// a table never decides that.
  public let lots: [Double]

  /// Some neighbourhoods, in the order of their lots.
  func byLot(_ some: [Int]) -> [Int] { some.sorted { lots[$0] < lots[$1] } }

  /// Where the units of each neighbourhood begin, and where the last ends.
  var unitStarts: [Int] {
    units.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }
}
