import Engine

/// Dates of scenario files and their weeks.
///
/// A year of the model has 52 weeks: a month is 52/12 of them, so that the same day of the next year is exactly 52
/// weeks later.
enum Dates {
  struct Day: Equatable {
    var year: Int
    var month: Int
    /// From 1; 1 where only the month is given.
    var day: Int
    var hasDay: Bool
  }

  static let years = 1900...2200

  /// Reads `YYYY-MM` or `YYYY-MM-DD`; nil where there is no such day.
  static func parse(_ text: String) -> Day? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.utf8.count)
    guard lengths == [4, 2] || lengths == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, years.contains(numbers[0]), (1...12).contains(numbers[1]) else {
      return nil
    }
    let day = numbers.count == 3 ? numbers[2] : 1
    guard (1...days(in: numbers[1], of: numbers[0])).contains(day) else { return nil }
    return Day(year: numbers[0], month: numbers[1], day: day, hasDay: parts.count == 3)
  }

  /// The week of a run in which a day lies; negative before the start.
  static func week(of day: Day, since schedule: Schedule) -> Int {
    let months = (day.year - schedule.startYear) * 12 + day.month - schedule.startMonth
    let length = days(in: day.month, of: day.year)
    let (dividend, divisor) = (52 * (months * length + day.day - 1), 12 * length)
    let quotient = dividend / divisor
    return dividend < 0 && quotient * divisor != dividend ? quotient - 1 : quotient
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// How a date was probably meant that is written otherwise: a year alone, a month of one digit, other separators.
  static func hint(for text: String, withDays: Bool = true) -> String {
    let padded = { (part: Substring) in part.utf8.count == 1 ? "0" + part : String(part) }
    var date: String?
    if let match = text.wholeMatch(of: /(\d{4})(?:[-\/.](\d{1,2})(?:[-\/.](\d{1,2}))?)?/) {
      let (_, year, month, day) = match.output
      date = [String(year), month.map(padded) ?? "01"].joined(separator: "-")
      if let day, withDays { date?.append("-" + padded(day)) }
    } else if let match = text.wholeMatch(of: /(?:(\d{1,2})\.)?(\d{1,2})[.\/](\d{4})/) {
      let (_, day, month, year) = match.output
      date = "\(year)-\(padded(month))"
      if let day, withDays { date?.append("-" + padded(day)) }
    } else if Int(text) != nil, withDays {
      return "; write a week without quotes: \(text)"
    }
    return date.flatMap { parse($0) == nil ? nil : "; for a date write \"\($0)\"" } ?? ""
  }
}

extension Schedule {
  /// The calendar years that the run touches.
  var years: ClosedRange<Int> { startYear...year(of: total - 1) }

  /// The calendar year of a week of the run.
  func year(of week: Int) -> Int { startYear + (startMonth - 1 + week * 12 / 52) / 12 }
}
