/// Which run: a variant (its place in the design, from 0) and a replicate (from 1). Always the two, never a
/// number made of them, so that no two runs can share one.
public struct RunID: Hashable, Sendable, Comparable, Codable {
  public let variant: Int
  public let replicate: Int

  public init(variant: Int, replicate: Int) {
    self.variant = variant
    self.replicate = replicate
  }

  /// The order of rows in all tables: by variant, then by replicate.
  public static func < (a: RunID, b: RunID) -> Bool {
    (a.variant, a.replicate) < (b.variant, b.replicate)
  }
}
