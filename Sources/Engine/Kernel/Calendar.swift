/// Units of time, stated once.
enum Calendar {
  static let minutesPerHour = 60.0
  static let hoursPerWorkWeek = 40.0
  /// Four weeks: thirteen a year.
  static let weeksPerMonth = 4
  static let weeksPerQuarter = 13
  static let weeksPerYear = 52
  static let quartersPerYear = Double(weeksPerYear / weeksPerQuarter)
  private static let monthsPerYear = 12.0

  /// What is due every four weeks of something owed by the month: thirteen times a year for twelve months.
  static func fourWeekly(_ monthly: Double) -> Double {
    monthly * monthsPerYear / Double(weeksPerYear / weeksPerMonth)
  }

  /// What falls due of a year's sum in a week, in whole numbers that add up to it.
  static func weekly(_ year: Double, _ week: Int) -> Int64 {
    Int64(year * Double(week + 1) / Double(weeksPerYear)) - Int64(year * Double(week) / Double(weeksPerYear))
  }
}
