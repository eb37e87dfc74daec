/// One problem of an input file, with its place.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Severity: String, Sendable { case error, warning }

  /// Path of the file as the user would write it; `--set` for an override on the command line.
  public var file: String
  /// From 1. For `--set`: which of them.
  public var line: Int
  /// Character of the line (Unicode scalar), from 1.
  public var column: Int
  public var severity: Severity
  /// What is wrong; what is allowed; perhaps a suggestion.
  public var message: String

  public init(file: String, line: Int, column: Int, severity: Severity = .error, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }

  /// `file:line:column: error: message`.
  public var description: String { "\(file):\(line):\(column): \(severity.rawValue): \(message)" }
}

/// All problems of all files, told together, in the order of files and places.
public struct InputFailure: Error, Sendable, CustomStringConvertible {
  public var diagnostics: [Diagnostic]
  /// Places with further problems, which are not told.
  public var others: Int

  public init(diagnostics: [Diagnostic], others: Int = 0) {
    self.diagnostics = diagnostics
    self.others = others
  }

  /// Number of all problems.
  public var count: Int { diagnostics.count { $0.severity == .error } + others }

  /// Takes in the problems of other files.
  public mutating func add(_ failure: InputFailure) {
    diagnostics += failure.diagnostics
    others += failure.others
  }

  /// One line a problem.
  public var description: String {
    (diagnostics.map(\.description) + (others > 0 ? ["and \(others) more"] : [])).joined(separator: "\n")
  }
}

/// A place in an input file.
struct Place: Hashable {
  /// Options that change a scenario, which stand where a file's name would stand.
  static let options = ["--set", "--weeks"]

  /// Whether this is a place of the command line, not of a file.
  var isCommandLine: Bool { Self.options.contains(file) }

  var file: String
  var line: Int
  var column: Int

  /// The start of a file, for what has no better place.
  static func start(of file: String) -> Place { Place(file: file, line: 1, column: 1) }
}

/// Gathers problems while files are read, so that reading goes on after the first.
final class Diagnosis {
  /// Most problems that are kept; of the others the number is told. As many warnings.
  static let most = 200
  /// Longest message, in characters: what a file writes may be of any length.
  private static let longest = 2_000

  private var seen: Set<Diagnostic> = []
  private var found: [Diagnostic] = []
  private var samples: [Sample] = []
  /// Places of the problems that are kept, and of those beyond ``most``.
  private var places: Set<Place> = []
  private var others: Set<Place> = []
  /// What deserves notice but stops nothing.
  private var noticed: [Diagnostic] = []
  private var otherWarnings = 0

  /// A place that stands for many values.
  private struct Sample {
    var place: Place
    var hint: String
    var isTold = false
  }

  /// Number of problems.
  var count: Int { found.count + others.count }
  var isClean: Bool { found.isEmpty }

  /// The same problem met twice (a base file of two variants) is told once.
  /// - Parameter message: made only where it is told, since suggestions take time.
  func report(_ place: Place, _ message: @autoclosure () -> String) {
    if found.count == Self.most { return count(place) }
    if let index = samples.firstIndex(where: { $0.place == place }) {
      if samples[index].isTold { return }
      samples[index].isTold = true
    }
    add(Diagnostic(file: place.file, line: place.line, column: place.column, message: message()))
  }

  /// Notes what deserves notice but stops nothing; the same thing met twice is told once.
  func warn(_ place: Place, _ message: @autoclosure () -> String) {
    guard noticed.count < Self.most else {
      otherWarnings += 1
      return
    }
    let warning = Diagnostic(
      file: place.file, line: place.line, column: place.column, severity: .warning,
      message: Self.shortened(message()))
    if seen.insert(warning).inserted { noticed.append(warning) }
  }

  /// Declares that many values are drawn from what stands at a place: one problem of them is enough. `hint` says
  /// how they become whole numbers.
  func sample(at place: Place, hint: String) {
    samples.append(Sample(place: place, hint: hint))
  }

  /// What to do about a number at a place that should be whole.
  func hintForWhole(at place: Place) -> String {
    samples.first { $0.place == place }.map { "; " + $0.hint } ?? ""
  }

  func add(_ diagnostic: Diagnostic) {
    let place = Place(file: diagnostic.file, line: diagnostic.line, column: diagnostic.column)
    guard found.count < Self.most else { return count(place) }
    var diagnostic = diagnostic
    diagnostic.message = Self.shortened(diagnostic.message)
    guard seen.insert(diagnostic).inserted else { return }
    places.insert(place)
    found.append(diagnostic)
  }

  /// Counts a problem that is not kept, unless another of its place is: a file is read more than once.
  private func count(_ place: Place) {
    if !places.contains(place) { others.insert(place) }
  }

  private static func shortened(_ message: String) -> String {
    // A length in bytes is known at once.
    guard message.utf8.count > longest, message.count > longest else { return message }
    return "\(message.prefix(longest / 2)) … \(message.suffix(longest / 2))"
  }

  /// Warnings, the last one with the number of those that are left out.
  var warnings: [Diagnostic] { Self.told(noticed, andMore: otherWarnings) }

  private static func told(_ diagnostics: [Diagnostic], andMore others: Int) -> [Diagnostic] {
    guard others > 0, var last = diagnostics.last else { return diagnostics }
    last.message += "; and \(others) more"
    return diagnostics.dropLast() + [last]
  }

  /// Problems in the order in which their files were read, and of their places in them.
  func failure(order files: [String]) -> InputFailure {
    var ranks: [String: Int] = [:]
    let told = found + warnings
    for file in files + told.map(\.file) where ranks[file] == nil && !Place.options.contains(file) {
      ranks[file] = ranks.count
    }
    let rank = { (diagnostic: Diagnostic) in
      (ranks[diagnostic.file] ?? Int.max, diagnostic.line, diagnostic.column)
    }
    let sorted = told.enumerated().sorted { first, second in
      let (left, right) = (rank(first.element), rank(second.element))
      return left == right ? first.offset < second.offset : left < right
    }
    return InputFailure(diagnostics: sorted.map(\.element), others: others.count)
  }
}
