import Analysis
import Engine
import Scenarios
import Tables

extension Comparison {
  /// What should be known of a variant before its differences are read.
  public struct Warning: Sendable, Equatable {
    /// That of a notice of the batch, `sameRuns` or `fromBudget`.
    public var kind: String
    public var variant: String
    /// The variant with which it is the same.
    public var other = ""
    public var mechanism = ""
    public var message: String
  }

  /// What the batch knew before it was run, and what its runs show.
  static func warnings(_ input: ComparisonInput, baseline: String) -> [Warning] {
    let known = (input.plan?.warnings ?? []).flatMap { notice in
      notice.variants.map {
        Warning(
          kind: notice.kind.rawValue, variant: $0, mechanism: notice.mechanism ?? "", message: notice.message)
      }
    }
    // What changes nothing takes nothing.
    let fromBudget = fromBudget(input, baseline: baseline).filter { warning in
      !known.contains {
        $0.kind == Notice.Kind.noEffect.rawValue && $0.variant == warning.variant
          && $0.mechanism == warning.mechanism
      }
    }
    // Two uses of a mechanism may deserve the same words.
    return (known + sameRuns(input, baseline: baseline) + fromBudget).reduce(into: []) { unique, warning in
      if !unique.contains(warning) { unique.append(warning) }
    }
  }

  private static func sameRuns(_ input: ComparisonInput, baseline: String) -> [Warning] {
    input.runs.sameRuns.flatMap { group in
      let first = group.contains(baseline) ? baseline : group[0]
      return group.filter { $0 != first }.map {
        Warning(
          kind: "sameRuns", variant: $0, other: first,
          message: "the same runs as '\(first)', number by number: what it changes has no effect in them")
      }
    }
  }

  /// Mechanisms whose money is moved, not added, so that they cost nothing.
  private static func fromBudget(_ input: ComparisonInput, baseline: String) -> [Warning] {
    guard let base = input.design(of: baseline) else { return [] }
    return input.runs.variants.flatMap { variant -> [Warning] in
      guard variant != baseline, let design = input.design(of: variant) else { return [] }
      var told: Set<String> = []
      return design.policies(missingIn: base).compactMap { policy in
        guard let description = MechanismRegistry.description(of: policy.mechanism),
          description.takesFromBudget(policy.options), told.insert(policy.mechanism).inserted
        else { return nil }
        let isNew = policy.options["newMoney"].map { " but for newMoney, \($0) of it" } ?? ""
        return Warning(
          kind: Self.fromBudget, variant: variant, mechanism: policy.mechanism,
          message:
            "the money of '\(policy.mechanism)' is taken from the residents' committees' budgets\(isNew): what it "
            + "costs shows in what they can no longer pay, not in public_money")
      }
    }
  }

  private static let fromBudget = "fromBudget"

  /// Notes for all variants, one for those of which the same is to be said.
  var warningNotes: [String] { Self.notes(warnings.filter { $0.kind != Self.fromBudget }) }

  /// Notes on what resources do not show.
  public var resourceNotes: [String] { Self.notes(warnings.filter { $0.kind == Self.fromBudget }) }

  private static func notes(_ warnings: [Warning]) -> [String] {
    var notes: [(kind: String, message: String, variants: [String])] = []
    for warning in warnings {
      if let index = notes.firstIndex(where: { $0.kind == warning.kind && $0.message == warning.message }) {
        notes[index].variants.append(warning.variant)
      } else {
        notes.append((warning.kind, warning.message, [warning.variant]))
      }
    }
    let told = notes.map { note in
      note.kind == Notice.Kind.sameSetting.rawValue
        ? note.message : "\(Notice.named(note.variants)): \(note.message)"
    }
    let rest = told.count - mostWarnings
    return told.prefix(mostWarnings) + (rest > 0 ? ["and \(rest) more warnings, in warnings.csv"] : [])
  }
  private static let mostWarnings = 12

  static func table(_ rows: [Warning]) -> ComparisonTable {
    typealias Column = TableSchema.Column
    let schema = TableSchema(
      name: "warnings",
      meaning: "One row per variant and thing that should be known of it before its differences are read.",
      columns: [
        Column(
          "kind", .string,
          meaning:
            "noEffect: a mechanism that changes nothing; capped: it asks for more than there is; fromBudget: its "
            + "money is moved, not added; sameSetting: variants that are one setting; sameRuns: runs that are the same; "
            + "size, scale: places of unusual size; impossible: no world can be made of it",
          constraints: .init(required: true)),
        ComparisonColumn.variant,
        Column("other", .string, meaning: "the variant whose runs are the same; empty for other kinds"),
        Column("mechanism", .string, meaning: "id of the mechanism; empty where it is of none"),
        Column("message", .string, meaning: "what is to be known", constraints: .init(required: true)),
      ],
      key: ["kind", "variant", "message"])
    return ComparisonTable(
      schema: schema,
      rows: rows.map { row in
        [row.kind, row.variant, row.other, row.mechanism, row.message].map { .text($0) }
      })
  }
}

extension MechanismDescription {
  /// Whether some of its money is taken from the budget under options, those that differ from their defaults.
  fileprivate func takesFromBudget(_ given: [String: String]) -> Bool {
    if given["newMoney"] == "1" { return false }
    return options.contains { option in
      guard fromBudget.contains(option.name) else { return false }
      return given[option.name] ?? option.value.text != "0"
    }
  }
}
