import Tables

extension JSON5Parser {
  /// Bytes of numbers and bare words.
  func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "$"): true
    default: false
    }
  }

  /// Reads a number, `true`, `false` or `null`; nil for anything else, which has been reported.
  mutating func word() -> JSON5Value.Content? {
    let start = place
    let from = offset
    while let byte = peek, isWordByte(byte) { advance() }
    guard offset > from else {
      report("\(found()); a value is needed here")
      return nil
    }
    let word = String(decoding: bytes[from..<offset], as: UTF8.self)
    if let number = Self.shortWhole(bytes[from..<offset]) { return .number(number, text: word) }
    switch word {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    default: break
    }
    switch Self.number(word) {
    case .success(let number): return .number(number, text: word)
    case .failure(let problem):
      report(problem.message, at: start, leavesTreeWhole: true)
      return nil
    }
  }

  /// A whole number of a few digits, as most are; nil for anything else.
  private static func shortWhole(_ digits: ArraySlice<UInt8>) -> Double? {
    guard digits.count <= 15, digits.first != UInt8(ascii: "0") || digits.count == 1 else { return nil }
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = 10 * number + Int(digit - 0x30)
    }
    return Double(number)
  }

  struct WordProblem: Error {
    var message: String
  }

  /// The number that a word writes, or what is wrong with it.
  static func number(_ word: String) -> Result<Double, WordProblem> {
    var body = Substring(word)
    let isNegative = body.hasPrefix("-")
    if isNegative || body.hasPrefix("+") { body = body.dropFirst() }
    if body == "Infinity" || body == "NaN" {
      return .failure(WordProblem(message: "\(word) is not allowed; numbers must be finite"))
    }
    guard let first = body.utf8.first, first == UInt8(ascii: ".") || (0x30...0x39).contains(first) else {
      return .failure(WordProblem(message: describeBareWord(word)))
    }
    if body.hasPrefix("0x") || body.hasPrefix("0X") {
      return hexadecimal(body.dropFirst(2), isNegative: isNegative, word: word)
    }
    guard isDecimal(body) else { return .failure(WordProblem(message: describeBareWord(word))) }
    if body.utf8.count > 1, first == UInt8(ascii: "0"), (0x30...0x39).contains(body.utf8.dropFirst().first!) {
      return .failure(WordProblem(message: "\(word): a number must not start with a superfluous 0"))
    }
    // The standard library wants digits on both sides of the point.
    var text = body.hasPrefix(".") ? "0" + body : String(body)
    if let point = text.firstIndex(of: "."),
      !text[text.index(after: point)...].utf8.starts(
        with: "0".utf8, by: { byte, _ in (0x30...0x39).contains(byte) })
    {
      text.insert("0", at: text.index(after: point))
    }
    guard let number = Double(text), number.isFinite else {
      return .failure(WordProblem(message: "\(word) is too large; numbers must be below 1.8e308"))
    }
    return .success(isNegative ? -number : number)
  }

  private static func hexadecimal(
    _ digits: Substring, isNegative: Bool, word: String
  ) -> Result<Double, WordProblem> {
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      return .failure(WordProblem(message: "\(word) is not a hexadecimal number"))
    }
    guard let number = UInt64(digits, radix: 16) else {
      return .failure(
        WordProblem(message: "\(word) is too large; hexadecimal numbers have at most 16 digits"))
    }
    return .success(isNegative ? -Double(number) : Double(number))
  }

  /// Digits with at most one point and an exponent; at least one digit before the exponent.
  private static func isDecimal(_ text: Substring) -> Bool {
    var rest = text.utf8
    let skipDigits = { (rest: inout Substring.UTF8View) -> Int in
      let before = rest.count
      rest = rest.drop { (0x30...0x39).contains($0) }
      return before - rest.count
    }
    var digits = skipDigits(&rest)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      digits += skipDigits(&rest)
    }
    guard digits > 0 else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard skipDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func describeBareWord(_ word: String) -> String {
    if let meant = Suggestion.nearest(to: word, among: ["true", "false", "null"]) {
      return "\(word) is not a value; did you mean \(meant)?"
    }
    if word.first?.isLetter == true || word.first == "_" || word.first == "$" {
      return "\(word) is not a value; texts stand in quotes: \"\(word)\""
    }
    if case .thousands(let number) = NumberSlip(word) {
      return "\(word) is not a number; nothing stands between thousands: \(number)"
    }
    let looksLikeDate = word.count >= 6 && word.allSatisfy { $0.isNumber || $0 == "-" }
    return "\(word) is not a number" + (looksLikeDate ? "; dates stand in quotes: \"\(word)\"" : "")
  }
}
