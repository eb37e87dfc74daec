/// Spoils a file in one of many ways.
struct Mutation {
  /// Most bytes of a spoilt file.
  static let largest = 200_000
  private static let numbers = [
    "0", "-0", "-1", "1", "2", "3", "0.1", "1.5", "16", "10000", "10001", "1e9", "1e308", "-1e308", "1e999",
    "1e-320", "2147483647", "2147483648", "4294967296", "9007199254740993", "9223372036854775807",
    "9223372036854775808", "18446744073709551615", "18446744073709551616", "0x7fffffffffffffff", "NaN",
    "-Infinity", "Infinity", "null", "true", "[]", "{}", "''",
  ]
  private static let noise: [[UInt8]] = [
    [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0x00],
    [0xE2, 0x80],
    Array("\u{2028}".utf8), Array("，".utf8), Array("\\u{".utf8), Array("\\uD800".utf8), Array("/*".utf8),
    Array("//".utf8), Array("\"".utf8), Array("'".utf8), Array("\r".utf8), Array("\r\n".utf8),
  ]

  /// Words of files, and other files to take slices of.
  let words: [[UInt8]]
  let others: [[UInt8]]

  /// A file spoilt once to four times; one in twenty stays whole.
  func spoil(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    if dice.below(20) == 0 { return bytes }
    var bytes = bytes
    for _ in 0...dice.below(1 + dice.below(4)) { change(&bytes, &dice) }
    return bytes.count > Self.largest ? Array(bytes.prefix(Self.largest)) : bytes
  }

  private func change(_ bytes: inout [UInt8], _ dice: inout Dice) {
    let place = dice.below(bytes.count + 1)
    switch dice.below(22) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(dice.below(8))
    case 1 where place < bytes.count: bytes[place] = UInt8(dice.below(256))
    case 2: bytes.insert(UInt8(dice.below(256)), at: place)
    case 3: bytes.removeSubrange(slice(bytes, &dice))
    case 4: bytes.insert(contentsOf: bytes[slice(bytes, &dice)], at: place)
    case 5:
      let other = dice.pick(others)
      bytes.replaceSubrange(slice(bytes, &dice), with: other[slice(other, &dice)])
    case 6: bytes.removeSubrange(place...)
    case 7, 8: replace(&bytes, with: Array(dice.pick(Self.numbers).utf8), Self.isDigit, &dice)
    case 9, 10: replace(&bytes, with: dice.pick(words), Self.isLetter, &dice)
    case 11: bytes.insert(contentsOf: dice.pick(words), at: place)
    case 12:
      let opening = dice.pick(["[", "{a:", "(", ".a", "a.", "-", "\\", "/*"])
      bytes.insert(contentsOf: Self.repeated(opening, dice.length(upTo: 100_000)), at: place)
    case 13:
      bytes.insert(
        contentsOf: Self.repeated(dice.pick(["a", "é", "9", ",", "\n"]), dice.length(upTo: 100_000)),
        at: place)
    case 14: bytes.insert(contentsOf: dice.pick(Self.noise), at: place)
    case 15, 16: lines(&bytes, &dice)
    case 17, 18, 19: digit(&bytes, &dice)
    default: inflate(&bytes, &dice)
    }
  }

  private func slice(_ bytes: [UInt8], _ dice: inout Dice) -> Range<Int> {
    let start = dice.below(bytes.count + 1)
    return start..<min(bytes.count, start + dice.length(upTo: 4_096))
  }

  /// Puts something in the place of a word or a number.
  private func replace(
    _ bytes: inout [UInt8], with word: [UInt8], _ isPart: (UInt8) -> Bool, _ dice: inout Dice
  ) {
    let start = dice.below(bytes.count)
    guard let first = bytes[start...].firstIndex(where: isPart) else { return }
    let end = bytes[first...].firstIndex { !isPart($0) } ?? bytes.count
    bytes.replaceSubrange(first..<end, with: word)
  }

  /// Changes one digit: the file mostly stays good.
  private func digit(_ bytes: inout [UInt8], _ dice: inout Dice) {
    let start = dice.below(bytes.count)
    guard let place = bytes[start...].firstIndex(where: { (0x30...0x39).contains($0) }) else { return }
    bytes[place] = 0x30 + UInt8(dice.below(10))
  }

  /// Removes, doubles or swaps whole lines: what is left is often a good file.
  private func lines(_ bytes: inout [UInt8], _ dice: inout Dice) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let (first, second) = (dice.below(lines.count), dice.below(lines.count))
    switch dice.below(3) {
    case 0: lines.remove(at: first)
    case 1: lines.insert(lines[first], at: second)
    default: lines.swapAt(first, second)
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  /// Repeats what stands between two brackets or commas, or a line, many times.
  private func inflate(_ bytes: inout [UInt8], _ dice: inout Dice) {
    let ends: [UInt8] = dice.below(2) == 0 ? [0x0A] : Array("[]{},".utf8)
    let start = dice.below(bytes.count)
    guard let first = bytes[start...].firstIndex(where: ends.contains),
      let last = bytes[(first + 1)...].firstIndex(where: ends.contains)
    else { return }
    let piece = Array(bytes[(first + 1)..<last]) + [ends.count == 1 ? 0x0A : UInt8(ascii: ",")]
    let times = min(dice.length(upTo: 20_000), 60_000 / piece.count)
    bytes.insert(contentsOf: repeatElement(piece, count: times).joined(), at: first + 1)
  }

  private static func repeated(_ text: String, _ times: Int) -> [UInt8] {
    Array(repeatElement(Array(text.utf8), count: times).joined())
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: ".") || (0x30...0x39).contains(byte)
  }
}
