/// The plane of two measures in plain characters: a letter for every variant, light marks for its intervals.
struct Plane {
  /// One variant: means and half-widths of its intervals. Half-widths that are not finite are not drawn;
  /// a point without a finite mean is only in the legend.
  struct Point {
    var name: String
    var x: Double
    var y: Double
    var xHalf: Double = .nan
    var yHalf: Double = .nan

    var isDrawn: Bool { x.isFinite && y.isFinite }
  }

  var xTitle: String
  var yTitle: String
  var points: [Point]
  /// What both measures can be at least and at most.
  var bounds: ClosedRange<Double>?
  /// What the light marks show.
  var marks = "95 % intervals"
  var width = 80
  /// Lines of the drawing area, without axis and legend.
  var height = 18

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")

  /// The mark of a variant; beyond 62 variants all share one.
  static func letter(_ index: Int) -> Character {
    index < letters.count ? letters[index] : "*"
  }

  /// The drawing and its legend, line by line, none wider than `width`.
  func lines() -> [String] {
    let drawn = points.filter(\.isDrawn)
    guard !drawn.isEmpty else {
      return ["No variant has both \(xTitle) and \(yTitle), so there is no plane to draw."]
    }
    let vertical = Axis(values: drawn.map { ($0.y, $0.yHalf) }, cells: height, ticks: 5, bounds: bounds)
    let labels = vertical.ticks.map { (row: height - 1 - vertical.cell($0), text: vertical.label($0)) }
    let margin = (labels.map { $0.text.count }.max() ?? 0) + 1
    let columns = width - margin - 2
    let horizontal = Axis(values: drawn.map { ($0.x, $0.xHalf) }, cells: columns, ticks: 6, bounds: bounds)

    var lines = [yTitle]
    for (row, cells) in cells(horizontal, vertical, columns).enumerated() {
      let label = labels.last { $0.row == row }?.text ?? ""
      let line =
        TextLayout.pad(label, to: margin - 1, right: true) + (label.isEmpty ? " |" : " +") + String(cells)
      lines.append(Self.trimmed(line))
    }
    lines += axisLines(horizontal, margin: margin, columns: columns)
    return lines + legend(shared: lines.contains { $0.contains("*") })
  }

  private func cells(_ horizontal: Axis, _ vertical: Axis, _ columns: Int) -> [[Character]] {
    var cells = Array(repeating: [Character](repeating: " ", count: columns), count: height)
    func row(_ y: Double) -> Int { height - 1 - vertical.cell(y) }
    for point in points where point.isDrawn {
      let (column, line) = (horizontal.cell(point.x), row(point.y))
      if point.xHalf.isFinite {
        for at in horizontal.cell(point.x - point.xHalf)...horizontal.cell(point.x + point.xHalf) {
          cells[line][at] = cells[line][at] == ":" ? "+" : "."
        }
      }
      if point.yHalf.isFinite {
        for at in row(point.y + point.yHalf)...row(point.y - point.yHalf) where at != line {
          cells[at][column] = cells[at][column] == "." ? "+" : ":"
        }
      }
    }
    // Letters last, so that no interval of another variant hides one.
    var taken: Set<[Int]> = []
    for (index, point) in points.enumerated() where point.isDrawn {
      let place = [row(point.y), horizontal.cell(point.x)]
      cells[place[0]][place[1]] = taken.insert(place).inserted ? Self.letter(index) : "*"
    }
    return cells
  }

  private func axisLines(_ axis: Axis, margin: Int, columns: Int) -> [String] {
    var rule = [Character](repeating: "-", count: columns)
    var labels = [Character](repeating: " ", count: columns)
    var free = 0
    for tick in axis.ticks {
      let cell = axis.cell(tick)
      rule[cell] = "+"
      let text = Array(axis.label(tick))
      let start = min(max(0, cell - text.count / 2), columns - text.count)
      guard start >= free else { continue }
      labels.replaceSubrange(start..<(start + text.count), with: text)
      free = start + text.count + 1
    }
    let indent = String(repeating: " ", count: margin)
    return [
      indent + "+" + String(rule), Self.trimmed(indent + " " + String(labels)),
      String(repeating: " ", count: max(0, width - xTitle.count)) + xTitle,
    ]
  }

  private func legend(shared: Bool) -> [String] {
    var lines: [String] = []
    if points.contains(where: { $0.isDrawn && ($0.xHalf.isFinite || $0.yHalf.isFinite) }) {
      lines += TextLayout.wrap("Dots show \(marks).\(cut)", width: width)
    }
    if shared { lines.append("* stands for several variants in one place.") }
    for (index, point) in points.enumerated() {
      let place =
        point.isDrawn
        ? "(\(Readable.measure(point.x)), \(Readable.measure(point.y)))" : "(no value)"
      let name = TextLayout.fit(point.name, to: width - place.count - 6)
      lines.append("  \(Self.letter(index)) \(name) \(place)")
    }
    return lines
  }

  /// What is said of intervals that reach beyond what the measures can be.
  private var cut: String {
    guard let bounds else { return "" }
    let isCut = points.contains { point in
      point.isDrawn
        && [(point.x, point.xHalf), (point.y, point.yHalf)].contains { mean, half in
          half.isFinite && bounds.contains(mean)
            && (mean - half < bounds.lowerBound || mean + half > bounds.upperBound)
        }
    }
    return isCut
      ? " They are cut at \(Readable.fixed(bounds.lowerBound, 0)) and \(Readable.fixed(bounds.upperBound, 0))."
      : ""
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
