import Tables

/// Words for a shell.
public enum Shell {
  /// A word as bash and zsh read it back, in one line: as it is, in single quotes, or in `$'…'` with numbers in place
  /// of the bytes of what ends a line or acts on a terminal.
  public static func quoted(_ word: String) -> String {
    let scalars = word.unicodeScalars
    if scalars.contains(where: PlainText.isHidden) {
      return "$'" + scalars.map(escaped).joined() + "'"
    }
    if !word.isEmpty, scalars.allSatisfy(isPlain) { return word }
    // Scalar by scalar: with a mark upon it a quote would be another character.
    return "'" + scalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-", "/", "=", ":", ",", "+", "@": true
    default: false
    }
  }

  /// A character inside `$'…'`; numbers are octal and have three digits, so that a digit may follow.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if scalar == "'" || scalar == "\\" { return "\\\(scalar)" }
    guard PlainText.isHidden(scalar) else { return String(scalar) }
    return String(scalar).utf8.map { byte in
      "\\\(byte >> 6)\(byte >> 3 & 7)\(byte & 7)"
    }.joined()
  }
}
