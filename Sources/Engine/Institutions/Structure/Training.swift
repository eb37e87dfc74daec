/// Skill that comes with training (assumption): what is missing is halved by the first hundred hours, and every
/// further hour brings less.
enum Training {
  static let halfHours = 100.0

  static func skill(from start: Double, hours: Double) -> Double {
    start + (1 - start) * hours / (hours + halfHours)
  }
}
