import Foundation

/// Takes a finished table apart into the rows of its runs, in one pass: runs are asked for in the order in
/// which they stand in the table.
struct TableSplitter {
  /// The header with its line feed; empty where there is no table.
  private(set) var header: [UInt8] = []
  private let file: FileHandle?
  private var buffer: [UInt8] = []
  private var start = 0
  /// The row that comes next, with its line feed; nil at the end.
  private var next: [UInt8]?

  init(path: String) {
    file = FileHandle(forReadingAtPath: path)
    header = record() ?? []
    next = record()
  }

  /// The rows that follow and begin with these bytes, each with its line feed.
  mutating func rows(openingWith opening: [UInt8]) -> [UInt8] {
    var found: [UInt8] = []
    while let row = next, row.starts(with: opening) {
      found += row
      next = record()
    }
    return found
  }

  /// Reads up to the first line feed outside quotes.
  private mutating func record() -> [UInt8]? {
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
      guard let more = try? file?.read(upToCount: 1 << 16), !more.isEmpty else { return nil }
      buffer.removeFirst(start)
      position -= start
      start = 0
      buffer += more
    }
  }
}
