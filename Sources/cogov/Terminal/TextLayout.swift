import Tables

/// Text in columns of a terminal, where a Chinese character takes two.
enum TextLayout {
  /// Columns that a text takes on a terminal.
  static func width(_ text: String) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  /// Columns that one character takes: 0, 1 or 2.
  static func width(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // A variation selector asks for the emoji form, which is wide.
      if scalar.value == 0xFE0F { return 2 }
      width = max(width, columns(scalar))
    }
    return width
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Blocks of wide and full-width characters (Unicode Standard Annex 11).
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1FAFF, 0x20000...0x3FFFD,
  ]

  /// A text filled with blanks to a number of columns, on the right or, for numbers, on the left.
  static func pad(_ text: String, to columns: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, columns - width(text)))
    return right ? blanks + text : text + blanks
  }

  /// A text of at most so many columns; what is cut shows as two dots.
  static func fit(_ text: String, to columns: Int) -> String {
    let clean = PlainText.line(text)
    guard width(clean) > columns else { return clean }
    var kept = ""
    var used = 0
    for character in clean {
      guard used + width(character) <= columns - 2 else { break }
      kept.append(character)
      used += width(character)
    }
    return kept + ".."
  }

  /// A name in lines of at most so many columns, broken after blanks, underscores and hyphens where there are any; all
  /// but the first are set in. Beyond `most` lines the rest is cut.
  static func broken(_ text: String, to columns: Int, most: Int) -> [String] {
    var rest = fit(text, to: .max)[...]
    var lines: [String] = []
    while lines.count < most - 1, columns > 4 {
      let margin = lines.isEmpty ? "" : "  "
      let room = columns - margin.count
      guard width(String(rest)) > room else { break }
      var (used, end, last) = (0, rest.startIndex, rest.startIndex)
      while used + width(rest[end]) <= room {
        used += width(rest[end])
        let isBreak = " _-".contains(rest[end])
        end = rest.index(after: end)
        if isBreak { last = end }
      }
      // A piece of a third of the line and more; else in mid-word.
      let isLong = rest.distance(from: rest.startIndex, to: last) * 3 >= room
      let cut = isLong ? last : end
      lines.append(margin + rest[..<cut].trimmingBlanks)
      rest = rest[cut...].drop { $0 == " " }
    }
    if !rest.isEmpty || lines.isEmpty {
      let margin = lines.isEmpty ? "" : "  "
      lines.append(margin + fit(String(rest), to: columns - margin.count))
    }
    return lines
  }

  /// Columns of a paragraph: lines longer than 100 characters are hard to read.
  static func prose(_ width: Int) -> Int { min(width, 100) }

  /// A paragraph in lines of at most `width` columns; Chinese text may break at any character.
  static func wrap(_ text: String, width limit: Int, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    func flush() {
      if !line.isEmpty { lines.append(margin + line) }
      line = ""
    }
    for word in text.split(whereSeparator: \.isWhitespace) {
      let room = limit - indent
      if !line.isEmpty, width(line) + 1 + width(String(word)) > room { flush() }
      if !line.isEmpty { line += " " }
      for character in word {
        if width(line) + width(character) > room { flush() }
        line.append(character)
      }
    }
    flush()
    return lines
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
