import Engine
import Scenarios
import Tables

extension Command {
  static let describe = Command(
    name: "describe",
    summary: "Explain mechanisms, measures, parameters, conditions, laws and tables.",
    discussion: [
      "Without a topic it lists the kinds of things. With a kind it lists all of that kind with units, defaults "
        + "and ranges. With an id it tells all about that one."
    ],
    operands: [
      OperandDeclaration(
        "TOPIC", value: .text("TOPIC"), required: false,
        offers: Catalogue.kinds.flatMap { [$0.plural] + $0.entries.map(\.id) }, "A kind of things, or an id."),
      OperandDeclaration("ID", value: .text("ID"), required: false, "An id of that kind."),
    ],
    options: [
      OptionDeclaration("csv", "Parameters or conditions as a table for other programs.")
    ],
    examples: [
      ("cogov describe parameters", "All parameters with default, unit and range."),
      ("cogov describe parameters --csv", "The same as a table, for a sampling plan."),
      ("cogov describe autonomyFund", "One mechanism with its options."),
      ("cogov describe table", "The columns of a table of your own neighbourhoods."),
    ]
  ) { arguments, console in
    if arguments.has("csv") {
      try console.bytes(table(of: arguments.operands))
    } else {
      try console.print(description(of: arguments.operands))
    }
    return .done
  }

  private static func description(of words: [String]) throws(UsageError) -> [String] {
    guard let first = words.first else { return overview() }
    guard let kind = Catalogue.kind(named: first) else {
      guard words.count == 1 else {
        throw unknown(first, among: Catalogue.kinds.map(\.name), what: "kind")
      }
      for kind in Catalogue.kinds {
        if let entry = kind.entries.first(where: { $0.id == first }) { return page(of: entry, kind) }
      }
      let names = Catalogue.kinds.flatMap { [$0.name, $0.plural] }
      throw unknown(first, among: names + Catalogue.kinds.flatMap { $0.entries.map(\.id) }, what: "topic")
    }
    guard words.count > 1 else { return list(of: kind) }
    guard let entry = kind.entries.first(where: { $0.id == words[1] }) else {
      throw unknown(words[1], among: kind.entries.map(\.id), what: kind.name)
    }
    return page(of: entry, kind)
  }

  /// One line a quantity, with what a sampling plan needs: its range, and whether it is free; if not, why.
  private static func table(of words: [String]) throws(UsageError) -> [UInt8] {
    guard words.count == 1, let kind = Catalogue.kind(named: words[0]), !kind.quantities.isEmpty else {
      throw UsageError(command: "describe", message: "--csv goes with 'parameters' or 'conditions'")
    }
    var writer = CSVWriter(
      header: ["id", "default", "unit", "least", "most", "whole", "free", "standing", "source", "meaning"])
    for quantity in kind.quantities {
      writer.field(quantity.id)
      writer.field(quantity.value)
      writer.field(quantity.unit)
      writer.field(quantity.range.lowerBound)
      writer.field(quantity.range.upperBound)
      writer.field(quantity.whole)
      writer.field(quantity.standing == .free)
      writer.field(quantity.standing.rawValue)
      writer.field(quantity.source)
      writer.field(quantity.meaning)
      writer.endRow()
    }
    return writer.bytes
  }

  private static func unknown(_ word: String, among names: [String], what: String) -> UsageError {
    let known =
      Catalogue.kind(named: what).map { "'cogov describe \($0.plural)' lists them" }
      ?? "there are " + Catalogue.kinds.map(\.plural).joined(separator: ", ")
    let hint = Suggestion.nearest(to: word, among: names).map { "did you mean '\($0)'?" } ?? known
    return UsageError(command: "describe", message: "unknown \(what) '\(word)'; \(hint)")
  }

  private static func overview() -> [String] {
    let lines = Catalogue.kinds.map { kind in
      "  cogov describe \(TextLayout.pad(kind.plural, to: 12))\(kind.entries.count), \(kind.summary)"
    }
    return ["What there is:"] + lines + ["  cogov describe ID          all about one of them"]
  }

  private static func list(of kind: Catalogue.Kind) -> [String] {
    let column = min(34, (kind.entries.map { TextLayout.width($0.id) }.max() ?? 0) + 2)
    return kind.entries.flatMap { entry in
      heading(entry, column)
        + TextLayout.wrap(entry.meaning, width: HelpText.width, indent: 4)
    } + kind.notes.flatMap { [""] + TextLayout.wrap($0, width: HelpText.width) }
  }

  /// The id with its brief beside it, or below where there is no room.
  private static func heading(_ entry: Catalogue.Entry, _ column: Int) -> [String] {
    let line = TextLayout.pad(entry.id, to: column - 1) + " " + entry.brief
    if TextLayout.width(line) <= HelpText.width { return [line] }
    return [entry.id] + TextLayout.wrap(entry.brief, width: HelpText.width, indent: 4)
  }

  private static func page(of entry: Catalogue.Entry, _ kind: Catalogue.Kind) -> [String] {
    var lines = ["\(entry.id) (\(kind.name))"]
    lines += TextLayout.wrap(entry.meaning, width: HelpText.width, indent: 2)
    for fact in entry.facts {
      lines += TextLayout.wrap("\(fact.label): \(fact.value)", width: HelpText.width, indent: 2)
    }
    for detail in entry.details {
      lines += ["  \(detail.heading)"] + TextLayout.wrap(detail.text, width: HelpText.width, indent: 6)
    }
    return lines
  }
}
