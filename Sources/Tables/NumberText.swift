/// Text of numbers as all files of this package write them.
public enum NumberText {
  /// The shortest decimal text that reads back as the same number, without a trailing `.0`.
  ///
  /// Very large and very small numbers have an exponent (`1e+20`). NaN and infinities give the texts of
  /// the standard library; tables write them as missing.
  public static func shortest(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
