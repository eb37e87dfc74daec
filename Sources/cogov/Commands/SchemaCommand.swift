import Scenarios

extension Command {
  static let schema = Command(
    name: "schema",
    summary: "Print the JSON Schema of scenario or experiment files.",
    discussion: [
      "An editor that knows the schema completes keys and marks mistakes while a file is written."
    ],
    operands: [
      OperandDeclaration(
        "KIND", value: .choice(["scenario", "experiment"]), required: false,
        "scenario (default) or experiment.")
    ],
    examples: [
      ("cogov schema > scenario.schema.json", "Save the schema where an editor can find it.")
    ]
  ) { arguments, console in
    let text = arguments.operands.first == "experiment" ? JSONSchema.experiment() : JSONSchema.scenario()
    try console.data(text.hasSuffix("\n") ? text : text + "\n")
    return .done
  }
}
