import Scenarios
import Tables

/// What an option or operand takes: the parser checks it, help names it and completions offer it.
enum ValueKind: Sendable, Equatable {
  case text(String)
  case file
  case folder
  /// A whole number in a range, such as a number of replicates.
  case count(ClosedRange<Int>)
  /// A whole number of 64 bits, 0 or more.
  case seed
  case choice([String])

  /// The name that stands for the value in help.
  var placeholder: String {
    switch self {
    case .text(let name): name
    case .file: "FILE"
    case .folder: "DIR"
    case .count, .seed: "N"
    case .choice(let values): values.count <= 3 ? values.joined(separator: "|") : "KIND"
    }
  }

  /// What is wrong with a text as such a value; nil where it is good.
  func problem(with text: String) -> String? {
    switch self {
    case .text, .file, .folder:
      return text.isEmpty ? "is empty" : nil
    case .count(let range):
      guard let number = Int(text), range.contains(number) else {
        let allowed =
          range.upperBound == .max
          ? "a whole number of at least \(range.lowerBound)"
          : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        let meant = Int(text.filter { !" .,'’_".contains($0) })
        let isGrouped = NumberSlip(text).map { if case .thousands = $0 { true } else { false } } == true
        let hint =
          isGrouped || NumberText.withPointBetweenThousands(text) != nil
          ? meant.flatMap { range.contains($0) ? "; nothing stands between thousands: \($0)" : nil } : nil
        return "is not \(allowed)\(hint ?? "")"
      }
      return nil
    case .seed:
      return Limits.seed(text) == nil || NumberText.withPointBetweenThousands(text) != nil
        ? "is not a whole number from 0 to \(UInt64.max)" : nil
    case .choice(let values):
      return values.contains(text) ? nil : "is none of: \(values.joined(separator: ", "))"
    }
  }
}

/// One option of a command.
struct OptionDeclaration: Sendable {
  /// The long name, without dashes.
  let name: String
  let short: Character?
  /// nil for a switch that takes no value.
  let value: ValueKind?
  let repeats: Bool
  let meaning: String

  init(
    _ name: String, short: Character? = nil, value: ValueKind? = nil, repeats: Bool = false,
    _ meaning: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.repeats = repeats
    self.meaning = meaning
  }

  static let help = OptionDeclaration("help", short: "h", "Show this help.")
}

/// One operand of a command: what stands on the line without a dash.
struct OperandDeclaration: Sendable {
  let name: String
  let value: ValueKind
  let required: Bool
  let repeats: Bool
  /// Words that completions offer, where others are allowed as well.
  let offers: [String]
  let meaning: String

  init(
    _ name: String, value: ValueKind, required: Bool = true, repeats: Bool = false, offers: [String] = [],
    _ meaning: String
  ) {
    self.name = name
    self.value = value
    self.offers = offers
    self.required = required
    self.repeats = repeats
    self.meaning = meaning
  }

  /// The operand in a usage line: brackets where it may be missing, dots where it may repeat.
  var usage: String {
    let text = repeats ? "\(name)..." : name
    return required ? text : "[\(text)]"
  }
}

/// One command: the single declaration from which parsing, help and completions are made, and the work.
struct Command: Sendable {
  typealias Work = @Sendable (ParsedArguments, Console) throws -> ExitStatus

  let name: String
  /// One line for the list of commands.
  let summary: String
  /// Paragraphs below the usage line; may be empty.
  var discussion: [String] = []
  var operands: [OperandDeclaration] = []
  var options: [OptionDeclaration] = []
  /// What to do instead of options that people expect here, by the word they type.
  var instead: [String: String] = [:]
  /// Whole command lines, each with what it does.
  var examples: [(line: String, does: String)] = []
  let work: Work

  /// The command's options and those that every command has.
  var allOptions: [OptionDeclaration] { options + [.help] }
}
