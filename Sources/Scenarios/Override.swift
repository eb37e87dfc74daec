import Engine

/// One `path=value` that changes a scenario from outside its file, as `--set` does.
///
/// The path is a row of keys joined by dots (`mechanisms.autonomyFund.yuan`); entries of lists go by their number
/// from 0. The value is JSON5, or a bare word, which is taken as text. An override counts as the last file of an
/// inheritance: objects are merged key by key, everything else is replaced. Problems are reported with the option that
/// the user typed as file, for `--set` the number of the override as line and the place inside its text as column.
public struct Override: Sendable, Equatable {
  /// What is set: `parameters.attitudeHalfLife`.
  public let path: String
  /// The value as written.
  public let value: String
  private let option: String
  private let pathColumn: Int
  private let valueColumn: Int

  /// Blanks around the path and the value mean nothing. Nil where there is no `=` or nothing before it.
  public init?(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    let before = text[..<sign].drop(while: \.isWhitespace)
    guard let end = before.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    path = String(before[...end])
    value = String(text[text.index(after: sign)...])
    option = Place.options[0]
    pathColumn = text[..<before.startIndex].unicodeScalars.count + 1
    valueColumn = text[...sign].unicodeScalars.count + 1
  }

  /// The weeks observed, as `--weeks` sets them.
  public init(weeks: String) {
    path = "weeks.observed"
    value = weeks
    option = Place.options[1]
    pathColumn = 1
    valueColumn = 1
  }

  /// What is to be changed in a tree; nil where that cannot be read, which is reported.
  func patch(number: Int, diagnosis: Diagnosis) -> Patch? {
    let line = option == Place.options[0] ? number : 1
    let place = Place(file: option, line: line, column: pathColumn)
    let keys = Patch.keys(path, at: place, diagnosis: diagnosis)
    let start = Place(file: option, line: line, column: valueColumn)
    let (value, problems, _) = JSON5Parser.parse(Array(value.utf8), at: start)
    if let value, problems.isEmpty { return keys.map { Patch(keys: $0, value: value) } }
    if isBareWord {
      let blanks = self.value.prefix(while: \.isWhitespace)
      let word = self.value.dropFirst(blanks.count).reversed().drop(while: \.isWhitespace).reversed()
      let place = Place(file: option, line: line, column: valueColumn + blanks.unicodeScalars.count)
      return keys.map { Patch(keys: $0, value: JSON5Value(content: .text(String(word)), place: place)) }
    }
    for problem in problems { diagnosis.add(problem) }
    return nil
  }

  /// Whether a value that is no JSON5 was meant as a text rather than as a number or a structure.
  private var isBareWord: Bool {
    let word = value.drop { $0 == " " }
    guard let first = word.first else { return true }
    if "{[\"'".contains(first) { return false }
    let body = first == "+" || first == "-" ? word.dropFirst() : word
    if body == "NaN" || body == "Infinity" { return false }
    guard let digit = body.first, digit.isNumber || digit == "." else { return true }
    let isDate = body.dropFirst().contains("-") && body.allSatisfy { $0.isNumber || $0 == "-" }
    let isNumber = body.allSatisfy { $0.isHexDigit || ".+-xX".contains($0) }
    // A sign inside that follows no exponent makes a name like 1+3.
    let isName = zip(body, body.dropFirst()).contains { "+".contains($1) && !"eE".contains($0) }
    return isDate || isName || !isNumber
  }
}

/// A change of one path of a tree.
struct Patch {
  struct Key {
    var text: String
    var place: Place
  }

  var keys: [Key]
  var value: JSON5Value
  /// Whether it is meant for all variants alike, so that those which lack the mechanism whose option it sets stay as
  /// they are.
  var isForAll = false

  /// The mechanism of which it sets an option, or when or where it is in force, and not all of it; else nil.
  var mechanismOfOption: String? {
    guard keys.count > 2, keys[0].text == "mechanisms" else { return nil }
    return MechanismRegistry.description(of: keys[1].text)?.id
  }

  /// The keys of a path; nil where one is empty, which is reported.
  static func keys(_ path: String, at place: Place, diagnosis: Diagnosis) -> [Key]? {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= JSON5Parser.deepest else {
      diagnosis.report(
        place, "a path of \(parts.count) keys is too long; at most \(JSON5Parser.deepest) are allowed")
      return nil
    }
    var keys: [Key] = []
    var column = place.column
    for part in parts {
      keys.append(Key(text: String(part), place: Place(file: place.file, line: place.line, column: column)))
      column += part.unicodeScalars.count + 1
    }
    if keys.contains(where: \.text.isEmpty) {
      diagnosis.report(place, "'\(path)' is not a path; keys are joined by single dots: parameters.name")
      return nil
    }
    return keys
  }
}
