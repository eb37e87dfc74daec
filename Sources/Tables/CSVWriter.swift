/// Writes tidy CSV: one header line, commas, line feeds, UTF-8, decimal points, quotes only where RFC 4180
/// asks for them.
///
/// Bytes gather in memory; ``drain()`` hands them over, so that a long table is written piece by piece.
/// Every row must have as many fields as the header; a row that has not is a programmer's mistake and stops
/// the program.
public struct CSVWriter: Sendable {
  /// What has been written and not yet drained.
  public private(set) var bytes: [UInt8] = []
  /// Fields of a row.
  public let columns: Int
  /// Rows ended so far; the header is not counted.
  public private(set) var rows = 0
  private var fields = 0
  private var rowStart = 0

  /// Starts a table and writes its header.
  public init(header: [String]) {
    precondition(!header.isEmpty, "a table needs a column")
    columns = header.count
    for name in header { field(name) }
    endLine()
  }

  /// Starts the part of a table that comes after its header: to append to a file or to write shards.
  public init(columns: Int) {
    precondition(columns > 0, "a table needs a column")
    self.columns = columns
  }

  /// Text; quoted if it holds a comma, a quote or a line break.
  public mutating func field(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { utf8 in
      guard utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
        bytes.append(contentsOf: utf8)
        return
      }
      bytes.append(0x22)
      for byte in utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
  }

  /// A number as the shortest decimal text that reads back as the same number. What is not finite is missing:
  /// an empty field.
  public mutating func field(_ number: Double) {
    separate()
    guard number.isFinite else { return }
    let whole = Int64(exactly: number)
    if let whole, abs(whole) < 1_000_000_000_000_000, whole != 0 || number.sign == .plus {
      append(digitsOf: whole)
    } else {
      var text = NumberText.shortest(number)
      text.withUTF8 { bytes.append(contentsOf: $0) }
    }
  }

  public mutating func field(_ number: Int) {
    separate()
    append(digitsOf: Int64(number))
  }

  public mutating func field(_ number: Int64) {
    separate()
    append(digitsOf: number)
  }

  public mutating func field(_ number: UInt64) {
    separate()
    append(digitsOf: number)
  }

  /// `true` or `false`.
  public mutating func field(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// A missing value.
  public mutating func emptyField() { separate() }

  /// Ends a row.
  public mutating func endRow() {
    endLine()
    rows += 1
  }

  /// A whole row of text.
  public mutating func row(_ texts: [String]) {
    for text in texts { field(text) }
    endRow()
  }

  /// Gives what has been written since the last time and forgets it; the memory is kept for what follows.
  public mutating func drain() -> [UInt8] {
    precondition(fields == 0, "a row has not been ended")
    let written = bytes
    bytes.removeAll(keepingCapacity: true)
    rowStart = 0
    return written
  }

  private mutating func separate() {
    if fields > 0 { bytes.append(0x2C) }
    fields += 1
  }

  private mutating func endLine() {
    precondition(fields == columns, "a row has \(fields) fields, the table \(columns) columns")
    // A single empty field would be an empty line, which readers skip.
    if bytes.count == rowStart { bytes.append(contentsOf: [0x22, 0x22]) }
    bytes.append(0x0A)
    rowStart = bytes.count
    fields = 0
  }

  private mutating func append(digitsOf number: Int64) {
    if number < 0 { bytes.append(0x2D) }
    append(digitsOf: number.magnitude)
  }

  private mutating func append(digitsOf number: UInt64) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
