/// A table for people: first column to the left, all others to the right, at most so many columns wide.
struct TextTable {
  var heading: [String]
  var rows: [[String]] = []

  init(_ heading: [String]) {
    self.heading = heading
  }

  /// The lines of the table. Where it is too wide, the first column is cut (not below `narrowest`), then
  /// the last columns are left out.
  func lines(width limit: Int = 80, narrowest: Int = 12) -> [String] {
    let gap = 2
    var widths = heading.indices.map { column in
      ([heading] + rows).map { TextLayout.width(TextLayout.fit($0[column], to: .max)) }.max() ?? 0
    }
    func total() -> Int { widths.reduce(0, +) + gap * (widths.count - 1) }
    if total() > limit { widths[0] = max(min(widths[0], narrowest), widths[0] - (total() - limit)) }
    while total() > limit, widths.count > 2 { widths.removeLast() }
    if total() > limit { widths[0] = max(3, widths[0] - (total() - limit)) }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, width) in widths.enumerated() {
        let cell = TextLayout.fit(cells[column], to: width)
        if column > 0 { text += String(repeating: " ", count: gap) }
        text += TextLayout.pad(cell, to: width, right: column > 0)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    let rule = String(repeating: "-", count: min(limit, total()))
    return [line(heading), rule] + rows.map(line)
  }
}
