/// Something wrong in a table, with its place. The caller knows the name of the file.
public struct TableProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// Line of the file, from 1; a quoted field may span several.
  public var line: Int
  /// Character of the line, from 1.
  public var column: Int
  /// What is wrong and what is allowed.
  public var message: String

  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// `line:column: message`.
  public var description: String { "\(line):\(column): \(message)" }
}
