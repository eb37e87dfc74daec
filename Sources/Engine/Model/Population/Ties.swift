/// Ties between residents: at most eight each, kept on both sides.
///
/// A person has few neighbours they would ask or entrust with something; a fixed number of places keeps
/// memory flat and makes every change of a tie local.
public struct Ties: ~Copyable, Sendable {
  public static let slots = 8
  /// Marks a free place.
  static let none = UInt32.max

  /// The other resident of each place, or ``none``.
  var other: Column<UInt32>
  /// Strength 0–255 of each place: how often the two meet; equal on both sides.
  var strength: Column<UInt8>

  init(residents: Int) {
    other = Column(residents * Self.slots, fill: Self.none)
    strength = Column(residents * Self.slots, fill: 0)
  }
}
