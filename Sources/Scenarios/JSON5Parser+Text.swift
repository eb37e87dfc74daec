extension JSON5Parser {
  /// Reads a quoted text; nil where it cannot be read, which has been reported.
  mutating func string() -> String? {
    let start = place
    let quote = bytes[offset]
    advance()
    var text: [UInt8] = []
    var isGood = true
    while let byte = peek {
      switch byte {
      case quote:
        advance()
        return isGood ? String(decoding: text, as: UTF8.self) : nil
      case 0x0A, 0x0D:
        report("the text that starts here is not closed in its line", at: start)
        return nil
      case UInt8(ascii: "\\"):
        let position = place
        advance()
        if let problem = escape(into: &text) {
          report(problem, at: position)
          isGood = false
        }
      case 0:
        report(Self.noNUL)
        isGood = false
        advance()
      default:
        text.append(byte)
        advance()
      }
    }
    report("the text that starts here is never closed", at: start)
    stopped = true
    return nil
  }

  /// No name, path or text needs it, and the operating system would end a path there.
  private static let noNUL = "a text must not hold a NUL character"

  /// Reads what follows a backslash; gives what is wrong with it.
  private mutating func escape(into text: inout [UInt8]) -> String? {
    guard let byte = peek else { return nil }
    switch byte {
    case 0x0D:
      advance()
      if peek == 0x0A { advance() }
      return nil
    case 0x0A:
      advance()
      return nil
    case UInt8(ascii: "x"):
      advance()
      guard let unit = hexadecimal(2) else { return "two hexadecimal digits must follow \\x" }
      return append(unit, to: &text)
    case UInt8(ascii: "u"):
      advance()
      return unicodeEscape(into: &text)
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      return "a backslash must not stand before a digit"
    default:
      let plain: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
        UInt8(ascii: "t"): 0x09, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "0"): 0x00,
      ]
      guard let scalar else { return nil }
      if plain[byte] == 0 || byte == 0 {
        skip(scalar)
        return Self.noNUL
      }
      text.append(contentsOf: plain[byte].map { [$0] } ?? Array(String(scalar).utf8))
      skip(scalar)
      return nil
    }
  }

  private mutating func unicodeEscape(into text: inout [UInt8]) -> String? {
    let digits = "four hexadecimal digits must follow \\u"
    guard let unit = hexadecimal(4) else { return digits }
    guard (0xD800...0xDBFF).contains(unit) else { return append(unit, to: &text) }
    // Characters beyond the first 65,536 come as two halves.
    let rest = "the second half of a \\u pair is missing"
    guard peek == UInt8(ascii: "\\"), offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "u") else {
      return rest
    }
    advance()
    advance()
    guard let second = hexadecimal(4) else { return digits }
    guard (0xDC00...0xDFFF).contains(second) else { return rest }
    return append(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00), to: &text)
  }

  private func append(_ value: UInt32, to text: inout [UInt8]) -> String? {
    guard let scalar = Unicode.Scalar(value) else { return "the first half of a \\u pair is missing" }
    guard value > 0 else { return Self.noNUL }
    text.append(contentsOf: String(scalar).utf8)
    return nil
  }

  private mutating func hexadecimal(_ count: Int) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      value = value << 4 | UInt32(digit)
      advance()
    }
    return value
  }

  /// Reads a key, quoted or bare; nil where there is none, which has been reported.
  mutating func key() -> String? {
    guard let byte = peek else { return nil }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return string() }
    let start = place
    let from = offset
    var isBare = true
    while let next = scalar {
      let isName = next == "$" || next == "_" || next.properties.isIDContinue
      // Dots and hyphens are read as part of the key only to say that it needs quotes.
      guard isName || next == "-" || next == "." else { break }
      if !isName || (offset == from && next.properties.numericType != nil) { isBare = false }
      skip(next)
    }
    guard offset > from else {
      report("\(found()); a key is needed here")
      return nil
    }
    let key = String(decoding: bytes[from..<offset], as: UTF8.self)
    if !isBare {
      let isNumber = key.utf8.allSatisfy { (0x30...0x39).contains($0) }
      let hint =
        isNumber ? "; within a number nothing stands between thousands, and decimals have a point" : ""
      report("the key \(key) must stand in quotes\(hint)", at: start)
    }
    return key
  }
}
