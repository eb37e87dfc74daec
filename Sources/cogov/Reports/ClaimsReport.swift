import Experiments
import Scenarios

/// What is told at the end of `cogov claims`: a table, the conditions, and where all of it is.
struct ClaimsReport {
  let results: [ClaimResult]
  /// Claims in the tables on the disk.
  let all: Int
  let folder: String

  func lines(width: Int) -> [String] {
    let hasDraws = results.contains { $0.robustness != nil }
    var table = TextTable(["claim", "effect [95 %]"] + (hasDraws ? ["robust"] : []) + ["verdict"])
    for result in results {
      let effect = result.first(.registered)?.effect
      var cells = [
        "\(result.claim.id) \(result.claim.title)",
        effect.map { Readable.effect($0.mean, low: $0.low, high: $0.high) } ?? "-",
      ]
      if hasDraws { cells.append(result.robustness.map { Readable.fixed($0, 2) } ?? "-") }
      table.rows.append(cells + [result.verdict.kind.rawValue])
    }
    return [""] + table.lines(width: width) + conditions(width: width) + ["", counts] + closing
  }

  private func conditions(width: Int) -> [String] {
    let told = results.filter { !$0.verdict.condition.isEmpty }
    guard !told.isEmpty else { return [] }
    return [""]
      + told.flatMap { result in
        TextLayout.wrap("\(result.claim.id): \(result.verdict.condition)", width: width)
      }
  }

  private var counts: String {
    let kinds = Verdict.Kind.allCases.map { kind in
      (kind: kind, count: results.count { $0.verdict.kind == kind })
    }
    return "\(Readable.claims(results.count)): "
      + kinds.filter { $0.count > 0 }.map { "\($0.count) \($0.kind.rawValue)" }.joined(separator: ", ") + "."
  }

  private var closing: [String] {
    let more = all > results.count ? ", with \(all - results.count) more whose results are complete" : ""
    return [
      "Tables are in \(folder)\(more):", "  \(ClaimTables.files.joined(separator: " "))",
      "Every column is described in \(folder)/datapackage.json.",
    ]
  }
}
