/// What stands between rows, and what separates the fields of a table that a user brings.
extension CSVReader {
  /// What may separate fields; the first of those that are as frequent in the header does.
  private static let separators: [(byte: UInt8, name: String)] = [
    (0x2C, "comma"), (0x3B, "semicolon"), (0x09, "tab"),
  ]

  static func name(of separator: UInt8) -> String {
    separators.first { $0.byte == separator }?.name ?? "separator"
  }

  mutating func endLine() throws(TableProblem) {
    if try byte() == 0x0D {
      advance(0x0D)
      guard try byte() == 0x0A else {
        // A carriage return alone ends a line too.
        line += 1
        column = 1
        return
      }
    }
    advance(0x0A)
  }

  mutating func skipEmptyLines() throws(TableProblem) {
    while let next = try byte(), next == 0x0A || next == 0x0D { try endLine() }
  }

  mutating func skipLine() throws(TableProblem) {
    while let next = try byte() {
      if next == 0x0A || next == 0x0D { return try endLine() }
      advance(next)
    }
  }

  /// Skips the comments above the header.
  mutating func skipComments() throws(TableProblem) {
    try skipEmptyLines()
    while try byte() == UInt8(ascii: "#") {
      hasComments = true
      try skipLine()
      try skipEmptyLines()
    }
  }

  /// What the line that starts here has most of outside quotes; a comma where it has none of all.
  mutating func separatorOfHeader() throws(TableProblem) -> UInt8 {
    var counts = [0, 0, 0]
    var isQuoted = false
    var ahead = 0
    while true {
      if offset + ahead >= buffer.count {
        if try load() { continue }
        break
      }
      let next = buffer[offset + ahead]
      if next == 0x22 { isQuoted.toggle() }
      if !isQuoted {
        if next == 0x0A || next == 0x0D { break }
        if let index = Self.separators.firstIndex(where: { $0.byte == next }) { counts[index] += 1 }
      }
      ahead += 1
    }
    let most = counts.max() ?? 0
    return Self.separators[counts.firstIndex(of: most) ?? 0].byte
  }
}
