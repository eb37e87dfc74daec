/// Text that shows itself and does nothing else, whoever wrote it.
public enum PlainText {
  /// Whether a character acts where it is shown: a control character, a line separator, or one that overrides the
  /// direction of writing.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// A text with a mark in place of every hidden character but line feeds and tabs.
  public static func lines(_ text: String) -> String {
    if !text.unicodeScalars.contains(where: isReplaced) { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(isReplaced(scalar) ? "\u{FFFD}" : scalar) }
    return String(plain)
  }

  /// The same in one line.
  public static func line(_ text: String) -> String {
    lines(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }

  private static func isReplaced(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && scalar != "\t" && isHidden(scalar)
  }
}
