/// How often two residents meet, in the classes of row 49.
public enum ContactFrequency: UInt8, CaseIterable, Comparable, Sendable {
  case never, occasionally, weekly, daily

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Least strength of a tie in the class. The strength of a tie is read as frequency of contact here and
  /// nowhere else.
  var leastStrength: UInt8 {
    switch self {
    case .never: 0
    case .occasionally: 1
    case .weekly: 80
    case .daily: 160
    }
  }

  /// Strengths that ties of the class begin with.
  var initialStrengths: ClosedRange<UInt8> {
    switch self {
    case .never: 0...0
    case .occasionally: 16...79
    case .weekly: 80...159
    case .daily: 160...255
    }
  }

  init(strength: UInt8) {
    self = strength >= 160 ? .daily : strength >= 80 ? .weekly : strength >= 1 ? .occasionally : .never
  }
}
