import Tables

/// Names and labels that stand in tables of results as the files write them.
///
/// A table of results is often opened in a spreadsheet, which takes a cell that begins like a formula for one: it runs
/// it, or shows an error in place of the name. Other bytes than the file has would break what names join; so such a
/// name is refused when it is read. `-fund` is as wrong as `=cmd()`, since it would show as `#NAME?`.
enum ResultText {
  /// The characters that begin a formula, full-width ones included.
  private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

  /// What is wrong with a name; nil where it can stand in a table.
  static func problem(withName name: String) -> String? {
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return "holds a control character; a name is a plain line of text"
    }
    // A name of nothing but blanks is none, which is said elsewhere.
    let isSeen = !name.allSatisfy(\.isWhitespace)
    if isSeen, name.first?.isWhitespace == true || name.last?.isWhitespace == true {
      return "begins or ends with a blank, which nobody sees in a table; take it away"
    }
    return problem(withText: name)
  }

  /// What is wrong with a text of any length; nil where it can stand in a table.
  static func problem(withText text: String) -> String? {
    guard let first = text.unicodeScalars.first, signs.contains(first), text.unicodeScalars.count > 1,
      !isNumber(text)
    else { return nil }
    return
      "begins with '\(first)', which a spreadsheet takes for a formula; begin it with a letter or a digit"
  }

  /// A signed number, perhaps in per cent.
  private static func isNumber(_ text: String) -> Bool {
    var digits = Substring(text)
    if digits.hasSuffix("%") { digits = digits.dropLast() }
    while digits.last == " " { digits = digits.dropLast() }
    return digits.utf8.allSatisfy { (0x30...0x39).contains($0) || ".+-eE".utf8.contains($0) }
      && Double(digits) != nil
  }
}

extension CSVReader.Row {
  /// A name that results carry; nil where the field is empty.
  func name(_ index: Int, _ column: String) throws(TableProblem) -> String? {
    if isEmpty(index) { return nil }
    let name = text(index)
    guard let problem = ResultText.problem(withName: name) else { return name }
    throw self.problem(index, "\(column) '\(name)' \(problem)")
  }
}

extension ExperimentLoading {
  /// Whether the names of a design can stand in tables of results; what cannot is reported.
  func checkNames(_ design: Design, at place: Place) -> Bool {
    let before = diagnosis.count
    for column in design.columns {
      guard let problem = ResultText.problem(withName: column.name) else { continue }
      diagnosis.report(column.paths.first?.first?.place ?? place, "factor '\(column.name)' \(problem)")
    }
    for point in design.points {
      let place = point.place ?? point.scenario?.place ?? place
      if let problem = ResultText.problem(withName: point.name) {
        diagnosis.report(place, "variant '\(point.name)' \(problem)")
      }
      for level in point.levels {
        guard let problem = ResultText.problem(withName: level) else { continue }
        diagnosis.report(place, "level '\(level)' \(problem)")
      }
    }
    return diagnosis.count == before
  }
}
