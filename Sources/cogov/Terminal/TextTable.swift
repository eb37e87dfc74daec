/// A table for people: first column to the left, all others to the right, at most so many columns wide.
struct TextTable {
  var heading: [String]
  var rows: [[String]] = []

  /// Most lines of a name in its column; one that needs more has the whole width, above its row.
  private static let mostLines = 2
  private static let gap = 2

  init(_ heading: [String]) {
    self.heading = heading
  }

  /// The lines of the table. Where it is too wide, headings break at underscores, then the first column is narrowed (not
  /// below `narrowest`) and its texts go on in further lines or stand above their rows, then the last columns are left out, which a line says.
  func lines(width limit: Int = 80, narrowest: Int = 12) -> [String] {
    var heading = heading.map { [$0] }
    var widths = widths(heading)
    func total() -> Int { widths.reduce(0, +) + Self.gap * (widths.count - 1) }
    if total() > limit {
      heading = self.heading.enumerated().map { $0 == 0 ? [$1] : Self.halves($1) }
      widths = self.widths(heading)
    }
    if total() > limit { widths[0] = max(min(widths[0], narrowest), widths[0] - (total() - limit)) }
    while total() > limit, widths.count > 2 { widths.removeLast() }
    let left = self.heading.dropFirst(widths.count).joined(separator: ", ")
    if total() > limit { widths[0] = max(3, widths[0] - (total() - limit)) }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, width) in widths.enumerated() {
        let cell = TextLayout.fit(cells[column], to: width)
        if column > 0 { text += String(repeating: " ", count: Self.gap) }
        text += TextLayout.pad(cell, to: width, right: column > 0)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    let height = heading.map(\.count).max() ?? 1
    // Headings of one line stand just above the rule.
    let heads = (0..<height).map { row in
      line(heading.map { $0.count > height - 1 - row ? $0[$0.count - height + row] : "" })
    }
    let rule = String(repeating: "-", count: min(limit, total()))
    let body = rows.flatMap { row -> [String] in
      let names = TextLayout.broken(row[0], to: widths[0], most: Self.mostLines + 1)
      guard names.count > Self.mostLines else {
        return [line([names[0]] + row.dropFirst())] + names.dropFirst()
      }
      return TextLayout.broken(row[0], to: limit, most: Self.mostLines) + [line([""] + row.dropFirst())]
    }
    return heads + [rule] + body
      + (left.isEmpty ? [] : TextLayout.wrap("(no room for: \(left))", width: limit))
  }

  private func widths(_ heading: [[String]]) -> [Int] {
    heading.indices.map { column in
      (heading[column] + rows.map { $0[column] }).map { TextLayout.width(TextLayout.fit($0, to: .max)) }.max()
        ?? 0
    }
  }

  /// A heading in two lines, as alike as its underscores allow.
  private static func halves(_ text: String) -> [String] {
    let breaks = text.indices.filter { text[$0] == "_" && $0 != text.startIndex }
    func imbalance(_ index: String.Index) -> Int {
      abs(text.distance(from: text.startIndex, to: index) * 2 - text.count)
    }
    guard let middle = breaks.min(by: { imbalance($0) < imbalance($1) }) else { return [text] }
    return [String(text[...middle]), String(text[text.index(after: middle)...])]
  }
}
