/// What was probably meant by a text that stands where a number is needed.
///
/// Nothing is converted: a guess that is wrong would be a wrong result without a word. Messages name the way to write
/// what was meant.
public enum NumberSlip: Sendable, Equatable {
  /// A word that other programs write for "not known".
  case missing
  /// A percentage, with the share that it is.
  case percent(share: String)
  /// A decimal comma, with the number as it is written here.
  case decimalComma(String)
  /// Separators between thousands, with the number as it is written here.
  case thousands(String)
  /// A number that is good as it is, but stands in quotes.
  case quoted(String)

  /// Words for a missing value, as R, pandas, spreadsheets and statistics offices write them, in small letters.
  private static let wordsForMissing: Set<String> = [
    "na", "n/a", "n.a.", "#n/a", "nan", "null", "none", "nil", "missing", "-", "–", "—", ".", "..", "...",
    "?",
  ]

  /// Nil where the text gives no hint.
  public init?(_ text: String) {
    let word = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if Self.wordsForMissing.contains(word.lowercased()) {
      self = .missing
    } else if let last = word.last, last == "%" || last == "％" {
      let body = word.dropLast().filter { $0 != " " }
      guard let number = NumberText.plain(body.replacing(",", with: ".")) else { return nil }
      self = .percent(share: NumberText.shortest(number / 100))
    } else if NumberText.plain(word) != nil {
      self = .quoted(word)
    } else if let digits = Self.withoutSeparators(word) {
      self = .thousands(digits)
    } else if word.count(where: { $0 == "," }) == 1,
      NumberText.plain(word.replacing(",", with: ".")) != nil
    {
      self = .decimalComma(word.replacing(",", with: "."))
    } else {
      return nil
    }
  }

  /// Whether a program that knows no empty fields wrote this for "not known". Only such spellings as are no names.
  public static func isMissing(_ text: String) -> Bool {
    ["NA", "N/A", "#N/A", "NaN", "nan", "null", "NULL", "-", "–", "—", "?"].contains(text)
  }

  /// The digits of a number with separators between its thousands, and a decimal part in the other sign; nil where it
  /// is none.
  private static func withoutSeparators(_ word: String) -> String? {
    for (separators, point) in [(",", "."), (".", ","), ("'’_ ", "."), (" ", ",")] {
      let parts = word.split(separator: Character(point), maxSplits: 1, omittingEmptySubsequences: false)
      let groups = parts[0].split(omittingEmptySubsequences: false) { separators.contains($0) }
      let digits = { (text: Substring) in !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
      guard groups.count > 1, (1...3).contains(groups[0].count), groups.allSatisfy(digits),
        groups.dropFirst().allSatisfy({ $0.count == 3 }), parts.dropFirst().allSatisfy(digits)
      else { continue }
      return groups.joined() + (parts.count > 1 ? "." + parts[1] : "")
    }
    return nil
  }
}

extension NumberText {
  /// A finite number in digits with a point and an exponent at most; nil for hexadecimal digits and words.
  public static func plain(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || ".+-eE".utf8.contains($0) }),
      let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  /// The whole number that is meant where the point of `80.000` stands between thousands; nil for a text that cannot
  /// be read in this way, which has one to three digits before the point, the first of them not 0, and three after.
  public static func withPointBetweenThousands(_ text: String) -> Double? {
    let body = text.first == "+" || text.first == "-" ? text.dropFirst() : Substring(text)
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...3).contains(parts[0].utf8.count), parts[1].utf8.count == 3,
      !parts[0].hasPrefix("0"),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Double(text.filter { $0 != "." })
  }
}
