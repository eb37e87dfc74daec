import Engine
import Foundation

/// What one finished run gives to the tables: its rows, ready to be copied.
struct Part: Equatable {
  /// Everything the rows are a function of; a part with another identity is computed again.
  var identity: String
  /// Whether the run failed, so that its only row is one of `failures.csv`.
  var failed: Bool
  /// Rows by table, each ending with a line feed.
  var rows: [Section]

  struct Section: Equatable {
    var table: String
    var text: String
  }

  private static let opening = "cogov-part 1"

  /// The bytes of the part's file: sections with their lengths, then a checksum of all before it.
  func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ name: String, _ text: String) {
      bytes += "\(name) \(text.utf8.count)\n".utf8
      bytes += text.utf8
    }
    bytes += "\(Self.opening)\n".utf8
    add("identity", identity)
    add("failed", failed ? "yes" : "no")
    for section in rows { add(section.table, section.text) }
    bytes += "\(Self.checksum(bytes[...]))\n".utf8
    return bytes
  }

  /// Reads a part; nil where the bytes are torn, changed or something else.
  init?(_ bytes: [UInt8]) {
    let tail = 17
    guard bytes.count > tail, bytes.last == UInt8(ascii: "\n") else { return nil }
    let body = bytes.dropLast(tail)
    guard String(decoding: bytes.suffix(tail).dropLast(), as: UTF8.self) == Self.checksum(body).description
    else { return nil }
    var rest = body
    func line() -> String? {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    guard line() == Self.opening else { return nil }
    var sections: [Section] = []
    while !rest.isEmpty {
      guard let words = line()?.split(separator: " "), words.count == 2,
        let length = Int(words[1]), length >= 0, length <= rest.count
      else { return nil }
      sections.append(
        Section(table: String(words[0]), text: String(decoding: rest.prefix(length), as: UTF8.self)))
      rest = rest.dropFirst(length)
    }
    guard sections.count >= 2, sections[0].table == "identity", sections[1].table == "failed" else {
      return nil
    }
    identity = sections[0].text
    failed = sections[1].text == "yes"
    rows = Array(sections[2...])
  }

  init(identity: String, failed: Bool, rows: [Section]) {
    self.identity = identity
    self.failed = failed
    self.rows = rows
  }

  /// The stable hash of the bytes, eight at a time, the last word filled with zeros.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> Fingerprint {
    var hash = Fingerprint()
    bytes.withUnsafeBytes { raw in
      var offset = 0
      while offset + 8 <= raw.count {
        hash.combine(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        offset += 8
      }
      var last: UInt64 = 0
      for index in offset..<raw.count { last |= UInt64(raw[index]) << UInt64(8 * (index - offset)) }
      hash.combine(last)
      hash.combine(raw.count)
    }
    return hash
  }
}
