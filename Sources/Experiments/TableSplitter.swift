import Tables

/// Takes a finished table apart into the rows of its runs, in one pass: runs are asked for in the order in
/// which they stand in the table.
struct TableSplitter {
  /// The header with its line feed; empty where there is no table.
  private(set) var header: [UInt8] = []
  private let path: String
  /// Nil where there is no table.
  private let file: InputFile?
  private var buffer: [UInt8] = []
  private var start = 0
  /// The row that comes next, with its line feed; nil at the end.
  private(set) var next: [UInt8]?

  /// - Throws: ``EnvironmentError`` where there is a table that cannot be read.
  init(path: String) throws(EnvironmentError) {
    self.path = path
    file = try Disk.file(path)
    header = try record() ?? []
    next = try record()
  }

  /// The rows that follow and begin with these bytes, each with its line feed.
  mutating func rows(openingWith opening: [UInt8]) throws(EnvironmentError) -> [UInt8] {
    var found: [UInt8] = []
    while let row = next, row.starts(with: opening) {
      found += row
      next = try record()
    }
    return found
  }

  /// How many rows follow that begin with these bytes.
  mutating func count(openingWith opening: [UInt8]) throws(EnvironmentError) -> Int {
    var count = 0
    while let row = next, row.starts(with: opening) {
      count += 1
      next = try record()
    }
    return count
  }

  /// Reads up to the first line feed outside quotes, or to the end.
  private mutating func record() throws(EnvironmentError) -> [UInt8]? {
    var position = start
    var quoted = false
    while true {
      while position < buffer.count {
        let byte = buffer[position]
        position += 1
        if byte == UInt8(ascii: "\"") { quoted.toggle() }
        if byte == UInt8(ascii: "\n"), !quoted {
          defer { start = position }
          return Array(buffer[start..<position])
        }
      }
      guard let file else { return nil }
      let more = try Disk.read(file, path, upTo: 1 << 16)
      buffer.removeFirst(start)
      position -= start
      start = 0
      if more.isEmpty {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : buffer
      }
      buffer += more
    }
  }
}
