/// A strict reader of JSON5 that knows the place of everything and goes on after a mistake.
///
/// One mistake gives one message: after it the reader skips to the next comma, line or closing bracket.
struct JSON5Parser {
  /// Deepest nesting of lists and objects.
  static let deepest = 64
  /// Most values in a file: more than the largest design has, and little enough to hold.
  static let mostValues = 2_000_000
  /// After this many problems the rest of a file is not read.
  static let mostProblems = 20

  let file: String
  let bytes: [UInt8]
  var offset = 0
  var line = 1
  var column = 1
  var problems: [Diagnostic] = []
  /// Set where going on makes no sense.
  var stopped = false
  /// Set by a mistake after which the tree may not be what was meant; a bad number or a doubled key leaves it whole.
  var isBroken = false
  /// Closing brackets that are awaited, the innermost last.
  private var awaited: [UInt8] = []
  private var values = 0

  private init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// Reads a document that starts at a place; the value is nil where there is none. Where it is broken it is
  /// of no use; with other problems what is left of it can still be checked.
  static func parse(
    _ bytes: [UInt8], at start: Place
  ) -> (value: JSON5Value?, problems: [Diagnostic], isBroken: Bool) {
    var parser = JSON5Parser(file: start.file, bytes: bytes)
    parser.line = start.line
    parser.column = start.column
    if parser.findInvalidText() { return (nil, parser.problems, true) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.offset = 3 }
    parser.skipBlank()
    guard parser.peek != nil else {
      if !parser.stopped { parser.report("the file is empty; an object { … } is needed") }
      return (nil, parser.problems, true)
    }
    let value = parser.value()
    if value != nil {
      parser.skipBlank()
      if parser.peek != nil, !parser.stopped { parser.report("nothing may follow the end of the value") }
    }
    return (value, parser.problems, parser.isBroken)
  }

  // MARK: Structure

  /// Reads the value that starts here; nil where it cannot be read, which has been reported.
  mutating func value() -> JSON5Value? {
    let place = place
    guard let byte = peek else {
      report("a value is missing at the end of the file")
      stopped = true
      return nil
    }
    values += 1
    guard values <= Self.mostValues else {
      report("the file holds more than \(Self.mostValues) values; what follows is not read")
      stopped = true
      return nil
    }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard awaited.count < Self.deepest else {
        report("lists and objects are nested deeper than \(Self.deepest) levels")
        stopped = true
        return nil
      }
      return JSON5Value(content: byte == UInt8(ascii: "{") ? object() : list(), place: place)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return string().map { JSON5Value(content: .text($0), place: place) }
    default:
      return word().map { JSON5Value(content: $0, place: place) }
    }
  }

  private mutating func object() -> JSON5Value.Content {
    var members: [JSON5Value.Member] = []
    var places: [String: Place] = [:]
    enclosed(by: UInt8(ascii: "}"), named: "object") { parser in
      let keyPlace = parser.place
      guard let key = parser.key() else { return false }
      if let first = places[key] {
        parser.report(
          "key '\(key)' stands twice; first in line \(first.line)", at: keyPlace, leavesTreeWhole: true)
      }
      parser.skipBlank()
      guard parser.colon(after: key) else { return false }
      parser.skipBlank()
      if let byte = parser.peek, [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(byte) {
        parser.report("key '\(key)' has no value")
        return true
      }
      guard let value = parser.value() else { return false }
      if places[key] == nil {
        places[key] = keyPlace
        members.append(JSON5Value.Member(key: key, keyPlace: keyPlace, value: value))
      }
      return true
    }
    return .object(members)
  }

  private mutating func list() -> JSON5Value.Content {
    var entries: [JSON5Value] = []
    enclosed(by: UInt8(ascii: "]"), named: "list") { parser in
      guard let entry = parser.value() else { return false }
      entries.append(entry)
      return true
    }
    return .list(entries)
  }

  /// The common part of objects and lists: brackets, commas, going on after mistakes. `entry` gives false where
  /// it reported a mistake and stopped in mid-entry.
  private mutating func enclosed(by closing: UInt8, named name: String, entry: (inout JSON5Parser) -> Bool) {
    let opening = place
    awaited.append(closing)
    defer { awaited.removeLast() }
    advance()
    while true {
      skipBlank()
      if stopped { return }
      guard let byte = peek else {
        report("the \(name) that starts here is never closed", at: opening)
        stopped = true
        return
      }
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        if byte == closing {
          advance()
          return
        }
        report(
          "'\(Character(Unicode.Scalar(closing)))' is needed to close the \(name) of line \(opening.line), column "
            + "\(opening.column)")
        // The bracket belongs to an outer one that is still open; else it was meant for this one.
        if !awaited.dropLast().contains(byte) { advance() }
        return
      }
      if byte == UInt8(ascii: ",") {
        report("there is nothing before this comma")
        advance()
        continue
      }
      let isGood = entry(&self)
      if stopped { return }
      if isGood { separate(from: name, closing: closing) } else { recover() }
    }
  }

  private mutating func separate(from name: String, closing: UInt8) {
    let end = place
    skipBlank()
    guard let byte = peek, !stopped else { return }
    if byte == UInt8(ascii: ",") {
      advance()
    } else if byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") {
      let bracket = Character(Unicode.Scalar(closing))
      // A forgotten comma belongs to the end of the line before, not to the start of the next.
      if line != end.line || startsEntry(byte) {
        report("a comma or '\(bracket)' is needed here", at: end)
      } else {
        let hint = byte == UInt8(ascii: "%") ? "; write a percentage as a share: 0.5 for 50 %" : ""
        report("\(found()); a comma or '\(bracket)' is needed here\(hint)")
        recover()
      }
    }
  }

  private mutating func colon(after key: String) -> Bool {
    if peek == UInt8(ascii: ":") {
      advance()
      return true
    }
    if stopped { return false }
    report("\(peek == nil ? "the file ends" : found()); a colon is needed after key '\(key)'")
    if peek == UInt8(ascii: "=") {
      advance()
      return true
    }
    return peek == UInt8(ascii: "{") || peek == UInt8(ascii: "[")
  }

  private func startsEntry(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["): true
    default: isWordByte(byte)
    }
  }

  /// Skips what is left of a broken entry: to the comma or the line's end behind it, or to the closing bracket.
  private mutating func recover() {
    var nested = 0
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): nested += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if nested == 0 { return }
        nested -= 1
      case UInt8(ascii: ","), 0x0A, 0x0D:
        if nested == 0 {
          advance()
          return
        }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipQuoted(byte)
        continue
      default: break
      }
      advance()
    }
  }

  /// Skips a quoted text, or to the end of the line where it is not closed.
  private mutating func skipQuoted(_ quote: UInt8) {
    advance()
    while let byte = peek, byte != 0x0A, byte != 0x0D {
      advance()
      if byte == quote { return }
      if byte == UInt8(ascii: "\\"), let next = peek, next != 0x0A, next != 0x0D { advance() }
    }
  }

  // MARK: Bytes

  var place: Place { Place(file: file, line: line, column: column) }

  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func advance() {
    let byte = bytes[offset]
    offset += 1
    if byte == 0x0A || (byte == 0x0D && peek != 0x0A) {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }

  mutating func report(_ message: String, at position: Place? = nil, leavesTreeWhole: Bool = false) {
    isBroken = isBroken || !leavesTreeWhole
    let position = position ?? place
    if problems.count == Self.mostProblems {
      if !stopped { problems[Self.mostProblems - 1].message += "; the rest of the file is not read" }
      stopped = true
      isBroken = true
      return
    }
    problems.append(Diagnostic(file: file, line: position.line, column: position.column, message: message))
  }
}
