import Experiments
import Scenarios
import Tables

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
      var cells = [
        "\(result.claim.id) \(result.claim.title)", result.first(.registered).map(Self.effect) ?? "-",
      ]
      if hasDraws { cells.append(result.robustness.map { Readable.fixed($0, 2) } ?? "-") }
      table.rows.append(cells + [result.verdict.kind.rawValue])
    }
    return [""] + table.lines(width: width) + conditions(width: width) + ["", counts] + closing
  }

  /// An effect with the interval by which it is judged: that there is none, by the one of two one-sided tests at 5 %.
  static func effect(_ test: ClaimTest) -> String {
    let effect = test.effect
    return test.contrast.expect == .none
      ? Readable.effect(effect.mean, low: effect.innerLow, high: effect.innerHigh) + " (90 %)"
      : Readable.effect(effect.mean, low: effect.low, high: effect.high)
  }

  private func conditions(width: Int) -> [String] {
    let reasons = results.map { (id: $0.claim.id, text: Self.reason($0)) }.filter { !$0.text.isEmpty }
    guard !reasons.isEmpty else { return [] }
    return [""]
      + reasons.flatMap { TextLayout.wrap("\($0.id): \($0.text)", width: TextLayout.prose(width)) }
  }

  /// What a verdict rests on where the effect of the first contrast, which stands beside it, does not say it: the
  /// condition; of a claim that is contradicted every contrast that fails, and how.
  static func reason(_ result: ClaimResult) -> String {
    guard result.verdict.kind == .contradicted else { return result.verdict.condition }
    let misses = result.tests.filter { $0.kind == .registered && $0.outcome == .fails }.map { test in
      let miss = Miss(
        test.effect.mean, low: test.effect.low, high: test.effect.high, expect: test.contrast.expect,
        smallest: test.contrast.smallest)
      return "\(test.contrast.measure) \(miss.rawValue) (smallest effect of interest "
        + "\(NumberText.shortest(test.contrast.smallest)))"
    }
    return (misses + (result.verdict.condition.isEmpty ? [] : [result.verdict.condition]))
      .joined(separator: "; ")
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
