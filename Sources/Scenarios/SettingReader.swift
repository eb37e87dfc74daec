import Engine

/// Turns one tree into a setting, reporting all that is wrong with it.
///
/// A file is read twice: alone, where only the parts are checked, so that an inherited mistake is told even where it
/// is overridden; and merged with what it extends, where the parts must fit together as well.
struct SettingReader {
  /// Keys of a scenario file. `$schema` is for editors and has no meaning here.
  static let keys = [
    "title", "description", "extends", "seed", "replicates", "weeks", "city", "parameters", "conditions",
    "forms",
    "mechanisms", "weights", "$schema",
  ]
  /// Keys that only an experiment file has.
  static let experimentKeys = ["base", "baseline"] + ExperimentLoading.designs + ClaimReader.ownKeys

  let diagnosis: Diagnosis
  let files: SourceFiles
  /// Whether this is the whole scenario rather than one file of several.
  let isWhole: Bool
  /// The scenario file; paths written on the command line are relative to it.
  let mainFile: String

  var setting = Setting()
  /// False where the city could not be made, so that nothing can be said about names of places.
  var knowsCity = true
  /// Where the uses of mechanisms are written, in the order of the setting, and the city.
  var usePlaces: [Place] = []
  var cityPlace: Place?
  /// Tables that the city is made of.
  var tables: [String] = []
  /// Factor on the residents of the city; nil where it has no such factor.
  var scale: Double?
  var title: String?
  var description: String?
  var seed: UInt64?
  var replicates: Int?

  init(diagnosis: Diagnosis, files: SourceFiles, isWhole: Bool, mainFile: String) {
    self.diagnosis = diagnosis
    self.files = files
    self.isWhole = isWhole
    self.mainFile = mainFile
  }

  mutating func read(_ tree: JSON5Value) {
    if let member = tree.members?.first(where: { Self.experimentKeys.contains($0.key) }) {
      diagnosis.report(
        member.keyPlace, "key '\(member.key)' belongs to an experiment; a scenario file is needed here")
      return
    }
    guard let object = StrictObject(tree, "", keys: Self.keys, diagnosis: diagnosis) else { return }
    title = object.text("title")
    description = object.text("description")
    _ = object.text("$schema")
    seed = object["seed"].flatMap { Self.seed($0, diagnosis) }
    replicates = object.count("replicates", in: Limits.replicates, unit: "runs")
    // The other parts need the weeks and the places.
    if let weeks = object["weeks"] { readWeeks(weeks) }
    cityPlace = object["city"]?.place
    readCity(object["city"])
    if let parameters = object["parameters"] { readParameters(parameters) }
    if let conditions = object["conditions"] { readConditions(conditions) }
    if let forms = object["forms"] { readForms(forms) }
    if let weights = object["weights"] { readWeights(weights) }
    if let mechanisms = object["mechanisms"] { readMechanisms(mechanisms) }
  }

  /// A seed has all 64 bits, more than a `Double` holds: it is read from its digits.
  static func seed(_ value: JSON5Value, _ diagnosis: Diagnosis, _ path: String = "seed") -> UInt64? {
    let allowed = "a whole number from 0 to \(UInt64.max)"
    guard case .number(_, let text) = value.content else {
      diagnosis.wrongType(value, path, wanted: "a whole number")
      return nil
    }
    guard let seed = Limits.seed(text) else {
      diagnosis.report(value.place, "'\(path)' is \(text); \(allowed) is needed")
      return nil
    }
    if let doubt = Diagnosis.doubt(value, in: 0...Double(UInt64.max), unit: "") {
      diagnosis.report(value.place, "'\(path)' \(doubt)")
      return nil
    }
    return seed
  }

  // MARK: Parts that are tables of numbers

  private mutating func readParameters(_ value: JSON5Value) {
    let keys = ParameterID.table.map(\.id)
    guard let object = StrictObject(value, "parameters", keys: keys, diagnosis: diagnosis) else { return }
    for (id, row) in zip(ParameterID.allCases, ParameterID.table) {
      if let number = quantity(object, row) { setting.parameters[id] = number }
    }
  }

  /// The value of a row of a table of quantities, if the object sets it.
  func quantity(_ object: StrictObject, _ row: Quantity) -> Double? {
    object[row.id].flatMap {
      diagnosis.number($0, object.path(row.id), in: row.range, unit: row.unit, whole: row.whole)
    }
  }

  // MARK: Weeks

  private mutating func readWeeks(_ value: JSON5Value) {
    let keys = ["start", "burnIn", "observed", "interval"]
    guard let object = StrictObject(value, "weeks", keys: keys, diagnosis: diagnosis) else { return }
    if let start = object["start"], case .number(_, let text) = start.content {
      diagnosis.wrongType(
        start, "weeks.start", wanted: "a month in quotes, \"YYYY-MM\"",
        hint: Dates.hint(for: text, withDays: false))
    } else if let start = object["start"], let text = diagnosis.text(start, "weeks.start") {
      if let day = Dates.parse(text), !day.hasDay {
        setting.schedule.startYear = day.year
        setting.schedule.startMonth = day.month
      } else {
        diagnosis.report(
          start.place,
          "'weeks.start' is '\(text)'; a month \"YYYY-MM\" from \(Dates.years.lowerBound) to "
            + "\(Dates.years.upperBound) is allowed" + Dates.hint(for: text, withDays: false))
      }
    }
    if let burnIn = object.count("burnIn", in: Limits.burnIn, unit: "weeks") {
      setting.schedule.burnIn = burnIn
    }
    if let observed = object.count("observed", in: Limits.observed, unit: "weeks") {
      setting.schedule.observed = observed
    }
    guard let interval = object.count("interval", in: Limits.observed, unit: "weeks") else {
      // A short trial run must not need its own interval.
      setting.schedule.interval = min(setting.schedule.interval, setting.schedule.observed)
      return
    }
    setting.schedule.interval = interval
    if isWhole, interval > setting.schedule.observed, let place = object["interval"]?.place {
      diagnosis.report(
        place,
        "'weeks.interval' is \(interval), longer than the \(setting.schedule.observed) observed weeks; the series "
          + "would be empty")
    }
  }

  /// A week from the start of the run: a number or a date. `last` is the last week allowed.
  func week(_ value: JSON5Value, _ path: String, last: Int) -> Int? {
    let schedule = setting.schedule
    let start = "\(schedule.startYear)-" + (schedule.startMonth < 10 ? "0" : "") + "\(schedule.startMonth)"
    let week: Int
    switch value.content {
    case .number:
      guard let number = diagnosis.count(value, path, in: 0...Int(Int32.max), unit: "weeks") else {
        return nil
      }
      week = number
    case .text(let text):
      guard let day = Dates.parse(text) else {
        diagnosis.report(
          value.place,
          "'\(path)' is '\(text)'; a week or a date \"YYYY-MM\" or \"YYYY-MM-DD\" is allowed"
            + Dates.hint(for: text))
        return nil
      }
      guard isWhole else { return 0 }
      week = Dates.week(of: day, since: schedule)
      if week < 0 {
        diagnosis.report(value.place, "'\(path)' is \(text), before the run, which starts in \(start)")
        return nil
      }
    default:
      diagnosis.wrongType(value, path, wanted: "a week or a date \"YYYY-MM\" or \"YYYY-MM-DD\"")
      return nil
    }
    if isWhole, week > last {
      var (given, hint) = ("\(week)", "")
      switch value.content {
      case .text(let text): given = "\(text), week \(week)"
      default: hint = Dates.years.contains(week) ? Dates.hint(for: given) : ""
      }
      diagnosis.report(
        value.place,
        "'\(path)' is \(given), after the end of the run; it starts in \(start) and has \(schedule.total) weeks, so 0 "
          + "to \(last) are allowed\(hint)")
      return nil
    }
    if isWhole, case .number = value.content, schedule.years.contains(week) {
      diagnosis.warn(
        value.place,
        "'\(path)' is week \(week) of the run, which is in \(schedule.year(of: week)); for the year \(week) write a "
          + "date: \"\(week)-01\"")
    }
    return week
  }
}
