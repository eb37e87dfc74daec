import Scenarios
import Tables

extension ClaimTables {
  private typealias Column = TableSchema.Column

  private static func text(
    _ name: String, _ meaning: String, isRequired: Bool = false, choices: [String] = []
  ) -> Column {
    Column(
      name, .string, meaning: meaning,
      constraints: .init(required: isRequired || !choices.isEmpty, choices: choices))
  }

  private static func number(
    _ name: String, _ meaning: String, unit: String? = nil, from minimum: Double? = nil,
    to maximum: Double? = nil
  ) -> Column {
    Column(
      name, .number, unit: unit, meaning: meaning, constraints: .init(minimum: minimum, maximum: maximum))
  }

  private static func whole(_ name: String, _ meaning: String) -> Column {
    Column(name, .integer, meaning: meaning, constraints: .init(required: true))
  }

  private static let unit = "unit of the measure"

  static let claimsTable = TableSchema(
    name: "claims", meaning: "One row per claim; effects are those of its first contrast.",
    columns: [
      Column(
        "claim", .string, meaning: "id of the claim", constraints: .init(required: true, unique: true)),
      text("source", "author and place in the text"), text("title", "what is claimed, in short"),
      text("kind", "kind of shape", isRequired: true),
      text(
        "origin", "whether laws bring the effect about without mentioning it, or one writes it down",
        choices: Claim.Origin.allCases.map(\.rawValue)),
      text("shape", "shape that is claimed", choices: Claim.Shape.allCases.map(\.rawValue)),
      text("measure", "measure of the first contrast", isRequired: true), text("unit", unit),
      text("world", "base of the claim's experiment"),
      number("effect", "mean of the contrast over replicates, as registered", unit: unit),
      number("low", "lower end of its 95 % interval", unit: unit),
      number("high", "upper end of its 95 % interval", unit: unit),
      number("smallest", "smallest effect of interest", unit: unit, from: 0),
      whole("favourable", "expected sign: 1, -1, or 0 for no effect"),
      text("verdict", "what came of the claim", choices: Verdict.Kind.allCases.map(\.rawValue)),
      text("condition", "where it holds and where it fails, or why nothing can be said"),
      number(
        "robustness",
        "share of draws of all free parameters with the expected sign; empty where none were made",
        unit: "share", from: 0, to: 1),
      whole("draws", "draws of the parameters"), whole("replicates", "replicates of the first contrast"),
      number(
        "p", "largest of the registered contrasts: two-sided, for no effect that of two one-sided tests",
        from: 0, to: 1),
      number("p_holm", "p adjusted for all claims of this table (Holm 1979)", from: 0, to: 1),
      number("standardised", "effect in standard deviations that the arms vary by over replicates"),
      number("money_difference", "public money of one arm above the other", unit: "share"),
      number("hours_difference", "public hours of one arm above the other", unit: "share"),
      number(
        "members_hours_difference", "hours owed by members and given to bodies, of one arm above the other",
        unit: "share of public hours"),
      text("neutral_laws", "laws that do nothing in the neutral frame"),
      number("neutral_effect", "effect in the neutral frame", unit: unit),
      number("neutral_low", "lower end of its 95 % interval", unit: unit),
      number("neutral_high", "upper end of its 95 % interval", unit: unit),
      Column(
        "gone", .boolean,
        meaning:
          "whether every effect that holds as registered is gone in the neutral frame; empty where none holds"
      ),
      number("larger_effect", "effect in the world four times as large", unit: unit),
      number("larger_low", "lower end of its 95 % interval", unit: unit),
      number("larger_high", "upper end of its 95 % interval", unit: unit),
    ],
    key: ["claim"])

  static let testsTable = TableSchema(
    name: "tests", meaning: "One row per claim, frame and contrast.",
    columns: [
      text("claim", "id of the claim", isRequired: true),
      text("frame", "name of the frame", isRequired: true),
      text("frame_kind", "kind of frame", choices: Claim.Frame.Kind.allCases.map(\.rawValue)),
      whole("contrast", "number of the contrast, from 1"),
      text("measure", "column of the results", isRequired: true), text("unit", unit),
      text("weights", "weights of the arms", isRequired: true),
      text("compared", "what of the arms is compared", choices: ["means", "standard deviations"]),
      text("weeks", "observed weeks that the measure is averaged over; empty for its value of the run"),
      text("expect", "expected sign", choices: Claim.Expectation.allCases.map(\.rawValue)),
      number("effect", "mean of the contrast over replicates", unit: unit),
      number("low", "lower end of its 95 % interval", unit: unit),
      number("high", "upper end of its 95 % interval", unit: unit),
      number("standardised", "effect in standard deviations that the arms vary by over replicates"),
      number("p", "two-sided; for no effect that of two one-sided tests", from: 0, to: 1),
      number("smallest", "smallest effect of interest", unit: unit, from: 0),
      text("outcome", "what the test says of the expectation", choices: Outcome.allCases.map(\.rawValue)),
      whole("replicates", "replicates in which every arm has a value"),
    ],
    key: ["claim", "frame", "contrast"])
}
