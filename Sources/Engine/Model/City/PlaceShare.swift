/// Which neighbourhoods a share of all of them is: drawn once per replicate, a larger share containing every smaller.
public enum PlaceShare {
  /// The neighbourhoods of a share, in their order, from 0: what ``PlaceSelection/share(_:)`` means in a replicate.
  public static func neighbourhoods(_ share: Double, of count: Int, seed: UInt64, replicate: Int) -> [Int] {
    chosen(share, draws: draws(RandomSource(seed: seed, replicate: replicate), neighbourhoods: count))
  }

  /// A number per neighbourhood that ranks them for mechanisms in a share of all places.
  static func draws(_ random: RandomSource, neighbourhoods: Int) -> [Double] {
    let stream = random.stream(.placeShare)
    return (0..<neighbourhoods).map { stream.uniform($0) }
  }

  static func chosen(_ share: Double, draws: [Double]) -> [Int] {
    let number = Int(share * Double(draws.count) + 0.5)
    let ranked = draws.indices.sorted { (draws[$0], $0) < (draws[$1], $1) }
    return ranked.prefix(number).sorted()
  }
}
