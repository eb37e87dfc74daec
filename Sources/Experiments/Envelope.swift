import Engine

/// A file of named pieces that knows whether it is whole: a line that says what it is, the pieces with their
/// lengths, then a checksum of all before it.
struct Envelope: Equatable {
  struct Piece: Equatable {
    /// Without spaces and line feeds.
    var name: String
    var bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// What the file is, with the version of its form, such as "cogov-part 1".
  var kind: String
  var pieces: [Piece]

  init(_ kind: String, _ pieces: [Piece]) {
    self.kind = kind
    self.pieces = pieces
  }

  /// 16 hexadecimal digits and a line feed.
  private static let tail = 17
  private static let lineFeed = UInt8(ascii: "\n")

  var encoded: [UInt8] {
    var bytes = Array("\(kind)\n".utf8)
    bytes.reserveCapacity(pieces.reduce(100) { $0 + $1.bytes.count + $1.name.utf8.count + 24 })
    for piece in pieces {
      bytes += "\(piece.name) \(piece.bytes.count)\n".utf8
      bytes += piece.bytes
    }
    bytes += "\(Self.checksum(bytes[...]))\n".utf8
    return bytes
  }

  /// Reads a file; nil where its bytes are torn, changed or something else.
  init?(_ bytes: [UInt8], kind: String) {
    guard bytes.count > Self.tail, bytes.last == Self.lineFeed else { return nil }
    let body = bytes.dropLast(Self.tail)
    guard String(decoding: bytes.suffix(Self.tail).dropLast(), as: UTF8.self) == "\(Self.checksum(body))"
    else { return nil }
    var rest = body
    func line() -> String? {
      guard let end = rest.firstIndex(of: Self.lineFeed) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    guard line() == kind else { return nil }
    var pieces: [Piece] = []
    while !rest.isEmpty {
      guard let words = line()?.split(separator: " "), words.count == 2,
        let length = Int(words[1]), length >= 0, length <= rest.count
      else { return nil }
      pieces.append(Piece(String(words[0]), Array(rest.prefix(length))))
      rest = rest.dropFirst(length)
    }
    self.init(kind, pieces)
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
