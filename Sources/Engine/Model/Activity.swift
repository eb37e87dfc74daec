/// An activity that is held in a place this week.
struct Activity: Sendable {
  /// Index among the venues of the structure.
  var venue: Int
  /// The resident who began it; nil where the operator did.
  var organiser: Int?
  /// The neighbourhood from which it is organised.
  var home: Int
}

/// An activity as it looks from one neighbourhood.
struct ActivityOffer: Sendable {
  /// Index among the world's activities of the week.
  var activity: Int
  /// How much it draws: skill of whoever runs it, use of the place, nearness.
  var weight: Double
}
