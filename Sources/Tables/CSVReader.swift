/// Reads a CSV table row by row, telling line and column of whatever is wrong.
///
/// Quoted fields, line feeds with or without carriage returns, and a byte order mark are understood; empty
/// lines are skipped. Memory is bounded by one row, whatever the size of the file. After a problem in a row
/// the reader stands at the next row, so that a caller can gather all problems of a file.
public struct CSVReader {
  /// Whose table it is.
  public enum Origin: Sendable {
    /// Written by this package: commas only, no comments.
    case own
    /// Brought by a user. What the header has most of separates the fields: commas, semicolons or tabs. Lines above
    /// the header that begin with `#` are comments; below it they are refused rather than left out.
    case foreign
  }

  /// Names of the columns.
  public private(set) var header: [String] = []
  /// The header as a row, to tell problems of a column at its place.
  public private(set) var headerRow = Row()

  /// Longest field, in bytes.
  public static let longestField = 1 << 20
  /// Most columns of a table.
  public static let mostColumns = 100_000

  private let origin: Origin
  /// What separates the fields.
  private var separator: UInt8 = 0x2C
  var hasComments = false
  var buffer: [UInt8]
  var offset = 0
  var line = 1
  var column = 1
  private let refill: () throws -> [UInt8]
  private var ended = false

  /// Reads a table from memory.
  /// - Throws: ``TableProblem`` where the header cannot be used.
  public init(bytes: [UInt8], from origin: Origin = .own) throws(TableProblem) {
    self.origin = origin
    buffer = bytes
    refill = { [] }
    try readHeader()
  }

  /// Reads a table from a file, a piece at a time.
  /// - Throws: ``TableProblem`` where the file cannot be read or the header cannot be used.
  public init(path: String) throws(TableProblem) {
    let file: InputFile
    do throws(InputFile.Problem) {
      file = try InputFile(path: path)
    } catch {
      throw TableProblem(line: 1, column: 1, message: error.message(path))
    }
    origin = .own
    buffer = []
    refill = { try file.read(upTo: 1 << 16) }
    try readHeader()
  }

  /// Place of a column by name; nil where the table has none.
  public func index(of name: String) -> Int? { header.firstIndex(of: name) }

  /// The next row; nil at the end.
  /// - Throws: ``TableProblem`` where this row is wrong; the row after it can still be read.
  public mutating func next() throws(TableProblem) -> Row? {
    guard let row = try record() else { return nil }
    if row.count != header.count {
      let position = row.position(min(row.count, header.count) - (row.count < header.count ? 1 : 0))
      let hint =
        row.count > header.count && separator == 0x2C
        ? "; put a field with a comma in it in quotes, and write decimals with a point" : ""
      throw TableProblem(
        line: position.line, column: position.column,
        message: "the row has \(row.count) fields; the header has \(header.count)\(hint)")
    }
    return row
  }

  private mutating func readHeader() throws(TableProblem) {
    if try byte() == 0xEF {
      while buffer.count - offset < 3 { if try !load() { break } }
      if buffer[offset...].starts(with: [0xEF, 0xBB, 0xBF]) { offset += 3 }
    }
    if origin == .foreign {
      try skipComments()
      separator = try separatorOfHeader()
    }
    guard let row = try record() else {
      throw TableProblem(
        line: 1, column: 1, message: "the table is empty; the first line must name the columns")
    }
    var names: Set<String> = []
    for index in 0..<row.count {
      let name = origin == .own ? row.text(index) : row.trimmed(index)
      if name.isEmpty { throw row.problem(index, "a column has no name\(hintForNoName(index, of: row))") }
      if !names.insert(name).inserted { throw row.problem(index, "there are two columns '\(name)'") }
      header.append(name)
    }
    headerRow = row
    if origin == .own, row.count == 1, header[0].contains(";") || header[0].contains("\t") {
      throw row.problem(0, "the columns are not separated by commas; only commas are allowed")
    }
  }

  private func hintForNoName(_ index: Int, of row: Row) -> String {
    if origin == .own || row.count == 1 { return "" }
    if index == 0 {
      return "; if it numbers the rows, leave it out: index=False in pandas, row.names = FALSE in R"
    }
    return (index..<row.count).allSatisfy(row.isEmpty)
      ? "; the line of the header ends in a separator too many" : ""
  }

  /// One line of the table, empty lines skipped; nil at the end.
  private mutating func record() throws(TableProblem) -> Row? {
    try skipEmptyLines()
    guard let first = try byte() else { return nil }
    if hasComments, first == UInt8(ascii: "#") {
      let problem = TableProblem(
        line: line, column: column,
        message: "comments stand above the header only; put a first field that begins with # in quotes")
      try skipLine()
      throw problem
    }
    var row = Row()
    while true {
      row.begin(line: line, column: column)
      var more: Bool
      do {
        more = try field(into: &row)
      } catch {
        try skipLine()
        throw error
      }
      row.end()
      if let invalid = row.invalidText(row.count - 1) {
        if more { try skipLine() }
        throw row.problem(row.count - 1, invalid)
      }
      if row.count > Self.mostColumns {
        if more { try skipLine() }
        throw row.problem(row.count - 1, "there are more than \(Self.mostColumns) fields in a row")
      }
      if !more { return row }
    }
  }

  /// Reads one field with what ends it; true where a separator did, so that another follows.
  private mutating func field(into row: inout Row) throws(TableProblem) -> Bool {
    if try byte() == 0x22 { return try quotedField(into: &row) }
    while let next = try byte() {
      switch next {
      case separator:
        advance(next)
        return true
      case 0x0A, 0x0D:
        try endLine()
        return false
      case 0x22:
        throw TableProblem(
          line: line, column: column,
          message:
            "a quote stands inside a field without quotes; put the field in quotes and double the quote")
      default:
        try append(next, to: &row)
      }
    }
    return false
  }

  private mutating func quotedField(into row: inout Row) throws(TableProblem) -> Bool {
    let opening = (line: line, column: column)
    advance(0x22)
    while let next = try byte() {
      guard next == 0x22 else {
        try append(next, to: &row)
        continue
      }
      advance(next)
      switch try byte() {
      case 0x22?: try append(0x22, to: &row)
      case separator?:
        advance(separator)
        return true
      case 0x0A?, 0x0D?:
        try endLine()
        return false
      case nil: return false
      default:
        throw TableProblem(
          line: line, column: column,
          message: "a \(Self.name(of: separator)) or the end of the line must follow a closing quote")
      }
    }
    throw TableProblem(line: opening.line, column: opening.column, message: "the quote is never closed")
  }

  private mutating func append(_ next: UInt8, to row: inout Row) throws(TableProblem) {
    advance(next)
    guard row.append(next) < Self.longestField else {
      throw TableProblem(
        line: line, column: column, message: "a field is longer than \(Self.longestField) bytes")
    }
  }

  /// The byte to be read next; nil at the end of the file.
  @inline(__always)
  mutating func byte() throws(TableProblem) -> UInt8? {
    if offset < buffer.count { return buffer[offset] }
    return try load() ? buffer[offset] : nil
  }

  /// Reads on from the file; false at its end.
  mutating func load() throws(TableProblem) -> Bool {
    if ended { return false }
    do {
      let more = try refill()
      if more.isEmpty {
        ended = true
        return false
      }
      buffer.removeFirst(offset)
      offset = 0
      buffer.append(contentsOf: more)
      return true
    } catch {
      ended = true
      throw TableProblem(line: line, column: column, message: "the file cannot be read to its end")
    }
  }

  @inline(__always)
  mutating func advance(_ next: UInt8) {
    offset += 1
    if next == 0x0A {
      line += 1
      column = 1
    } else if next & 0xC0 != 0x80 {
      column += 1
    }
  }
}
