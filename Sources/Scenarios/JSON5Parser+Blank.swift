extension JSON5Parser {
  /// Skips white space and comments.
  mutating func skipBlank() {
    while let byte = peek, !stopped {
      switch byte {
      case 0x09...0x0D, 0x20: advance()
      case UInt8(ascii: "/"):
        guard comment() else { return }
      case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF:
        guard let scalar, Self.isSpace(scalar) else { return }
        skip(scalar)
      default: return
      }
    }
  }

  /// Skips a comment; false where the slash starts none.
  private mutating func comment() -> Bool {
    let start = place
    guard offset + 1 < bytes.count else { return false }
    switch bytes[offset + 1] {
    case UInt8(ascii: "/"):
      while let byte = peek, byte != 0x0A, byte != 0x0D { advance() }
      return true
    case UInt8(ascii: "*"):
      advance()
      advance()
      while let byte = peek {
        advance()
        if byte == UInt8(ascii: "*"), peek == UInt8(ascii: "/") {
          advance()
          return true
        }
      }
      report("the comment that starts here is never closed", at: start)
      stopped = true
      return true
    default: return false
    }
  }

  /// The character that starts here; the text is known to be valid.
  var scalar: Unicode.Scalar? {
    guard let first = peek else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for index in offset + 1..<min(offset + length, bytes.count) {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    return Unicode.Scalar(value)
  }

  mutating func skip(_ scalar: Unicode.Scalar) {
    for _ in 0..<UTF8.width(scalar) where peek != nil { advance() }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0xFEFF
  }

  /// What stands here, for messages.
  func found() -> String {
    guard let scalar else { return "the file ends" }
    let plain: [Unicode.Scalar: String] = [
      "：": ":", "，": ",", "“": "\"", "”": "\"", "‘": "'", "’": "'", "｛": "{", "｝": "}", "［": "[", "］": "]",
    ]
    if let meant = plain[scalar] { return "'\(scalar)' is a full-width character, use '\(meant)'" }
    if scalar.value < 0x20 || scalar.value == 0x7F {
      return "unexpected control character U+" + String(scalar.value, radix: 16, uppercase: true)
    }
    return "unexpected '\(scalar)'"
  }

  /// Reports the first byte that is not UTF-8; true if there is one.
  mutating func findInvalidText() -> Bool {
    if String(validating: bytes, as: UTF8.self) != nil { return false }
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { skip(scalar) }
    report("the file is not valid UTF-8 from here on; save it as UTF-8")
    return true
  }
}
