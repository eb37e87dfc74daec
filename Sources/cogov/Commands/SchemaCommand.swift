import Scenarios

extension Command {
  static let schema = Command(
    name: "schema",
    summary: "Print the JSON Schema of scenario, experiment or claim files.",
    discussion: [
      "An editor that knows the schema completes keys and marks mistakes while a file is written."
    ],
    operands: [
      OperandDeclaration(
        "KIND", value: .choice(["scenario", "experiment", "claim"]), required: false,
        "scenario (default), experiment or claim.")
    ],
    examples: [
      ("cogov schema > scenario.schema.json", "Save the schema where an editor can find it.")
    ]
  ) { arguments, console in
    let text =
      switch arguments.operands.first {
      case "experiment": JSONSchema.experiment()
      case "claim": JSONSchema.claim()
      default: JSONSchema.scenario()
      }
    try console.data(text.hasSuffix("\n") ? text : text + "\n")
    return .done
  }
}
