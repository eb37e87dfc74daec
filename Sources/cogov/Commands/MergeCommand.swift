import Experiments

extension Command {
  static let merge = Command(
    name: "merge",
    summary: "Unite the shards of a batch that several machines computed.",
    discussion: [
      "Shards are computed with 'cogov batch EXPERIMENT --shard I/N --out DIR', all into the same folder. When all "
        + "are done, this writes the tables there: the same bytes that one machine would have written. Where runs "
        + "are missing it names them, and changes nothing."
    ],
    operands: [OperandDeclaration("DIR", value: .folder, "The folder that the shards share.")],
    options: [OptionDeclaration("quiet", short: "q", "No summary; errors are still told.")],
    examples: [("cogov merge Results/tradeoff", "Write the tables of all shards in that folder.")]
  ) { arguments, console in
    let folder = arguments.operands[0]
    let report = try Merge(folder).run()
    for note in report.notes where !arguments.has("quiet") { console.say(note) }
    let plan = try BatchManifest.read(in: folder)?.plan
    if !arguments.has("quiet"), let plan {
      if report.ending == .alreadyComplete { console.say("\(folder) is merged already.") }
      try BatchSummary(folder: folder, plan: plan, report: report).write(to: console)
    }
    guard report.progress.failed > 0 else { return .done }
    console.error(
      "\(report.progress.failed) of \(Readable.runs(report.progress.total)) failed; "
        + "\(folder)/failures.csv tells why, and how to repeat each")
    return .someRunsFailed
  }
}
