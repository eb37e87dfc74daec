extension CSVReader {
  /// One row of a table: fields by number, from 0, with their places in the file.
  public struct Row: Sendable {
    private var bytes: [UInt8] = []
    private var starts: [Int] = []
    private var ends: [Int] = []
    private var lines: [Int] = []
    private var columns: [Int] = []

    init() {}

    mutating func begin(line: Int, column: Int) {
      starts.append(bytes.count)
      lines.append(line)
      columns.append(column)
    }

    /// Length of the field so far.
    mutating func append(_ byte: UInt8) -> Int {
      bytes.append(byte)
      return bytes.count - starts[starts.count - 1]
    }

    mutating func end() { ends.append(bytes.count) }

    func invalidText(_ index: Int) -> String? {
      let field = bytes[starts[index]..<ends[index]]
      if field.contains(0) { return "the field holds a NUL character; a text has none" }
      return String(validating: field, as: UTF8.self) == nil
        ? "the field is not valid UTF-8; save the table as UTF-8" : nil
    }

    /// Number of fields.
    public var count: Int { ends.count }

    /// The field as text; empty where the value is missing.
    public func text(_ index: Int) -> String {
      String(decoding: bytes[starts[index]..<ends[index]], as: UTF8.self)
    }

    /// Whether the value is missing.
    public func isEmpty(_ index: Int) -> Bool { starts[index] == ends[index] }

    /// The field as a finite number; nil where the value is missing.
    /// - Throws: ``TableProblem`` where it is something else.
    public func number(_ index: Int) throws(TableProblem) -> Double? {
      let text = trimmed(index)
      if text.isEmpty { return nil }
      let plain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || ".+-eE".utf8.contains($0) }
      guard plain, let number = Double(text) else {
        throw problem(index, "'\(text)' is not a number\(Self.hint(text))")
      }
      guard number.isFinite else { throw problem(index, "\(text) is too large") }
      return number
    }

    /// What to do about a text that is no number.
    private static func hint(_ text: String) -> String {
      switch NumberSlip(text) {
      case .missing: "; leave the field empty where the value is not known"
      case .percent(let share): "; write a percentage as a share: \(share)"
      case .decimalComma(let number): "; decimals are written with a point: \(number)"
      case .thousands(let number):
        "; nothing stands between thousands, and decimals are written with a point: \(number)"
      case .quoted, nil: text.contains(",") ? "; decimals are written with a point" : ""
      }
    }

    /// The field as a whole number; nil where the value is missing.
    /// - Throws: ``TableProblem`` where it is something else or does not fit 64 bits.
    public func whole(_ index: Int) throws(TableProblem) -> Int? {
      let text = trimmed(index)
      if let number = Int(text) { return number }
      guard let number = try number(index) else { return nil }
      guard let exact = Int(exactly: number) else {
        let hint =
          NumberText.withPointBetweenThousands(text).map {
            "; nothing stands between thousands: \(NumberText.shortest($0))"
          } ?? ""
        throw problem(
          index, number == number.rounded() ? "\(text) is too large" : "\(text) is not a whole number\(hint)")
      }
      return exact
    }

    /// The field as `true` or `false`; nil where the value is missing.
    /// - Throws: ``TableProblem`` where it is something else.
    public func flag(_ index: Int) throws(TableProblem) -> Bool? {
      switch trimmed(index) {
      case "": return nil
      case "true": return true
      case "false": return false
      case let text: throw problem(index, "'\(text)' is neither true nor false")
      }
    }

    /// Line and column of a field in the file, from 1.
    public func position(_ index: Int) -> (line: Int, column: Int) { (lines[index], columns[index]) }

    /// A problem at the place of a field.
    public func problem(_ index: Int, _ message: String) -> TableProblem {
      TableProblem(line: lines[index], column: columns[index], message: message)
    }

    /// The field without blanks around it.
    public func trimmed(_ index: Int) -> String {
      var slice = bytes[starts[index]..<ends[index]]
      while let first = slice.first, first == 0x20 || first == 0x09 { slice.removeFirst() }
      while let last = slice.last, last == 0x20 || last == 0x09 { slice.removeLast() }
      return String(decoding: slice, as: UTF8.self)
    }
  }
}
