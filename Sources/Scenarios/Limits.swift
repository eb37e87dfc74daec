/// Ranges of numbers that keys of files and options of the command line have in common.
public enum Limits {
  /// Replicates of every variant.
  public static let replicates = 1...1_000_000
  /// Weeks before observation.
  public static let burnIn = 0...5200
  /// Weeks observed, and weeks between two rows of the series.
  public static let observed = 1...5200
  /// Weeks of a whole run.
  public static let run = 1...(burnIn.upperBound + observed.upperBound)

  /// The seed that a text writes, in decimal or hexadecimal digits; nil where it is no whole number of 64 bits. A seed
  /// has more digits than a `Double` holds.
  public static func seed(_ text: String) -> UInt64? {
    guard case .success(let number) = JSON5Parser.number(text) else { return nil }
    let body = text.hasPrefix("+") ? String(text.dropFirst()) : text
    let isHexadecimal = body.hasPrefix("0x") || body.hasPrefix("0X")
    let digits = isHexadecimal ? UInt64(body.dropFirst(2), radix: 16) : UInt64(body)
    return digits ?? (number < 0x1p53 ? UInt64(exactly: number) : nil)
  }
}
