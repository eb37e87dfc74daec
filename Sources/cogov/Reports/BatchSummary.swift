import Analysis
import Engine
import Experiments
import Foundation
import Scenarios
import Tables

/// What is told at the end of a batch: a table, the plane, the files, and what to do next.
struct BatchSummary {
  let folder: String
  let plan: Plan
  let report: BatchReport

  init(folder: String, plan: Plan, report: BatchReport) {
    self.folder = folder
    self.plan = plan
    self.report = report
  }

  /// Variants that a table of the terminal still shows.
  private static let most = 40
  /// Variants that a plane shows with intervals.
  private static let mostWithMarks = 12

  func write(to console: Console) throws(EnvironmentError) {
    do throws(TableProblem) {
      for line in try lines(width: console.width) { console.say(line) }
    } catch let problem {
      throw EnvironmentError("cannot read \(folder)/runs.csv: \(problem)")
    }
  }

  func lines(width: Int) throws(TableProblem) -> [String] {
    let measures = Self.mainMeasures
    let table = try RunTable(path: "\(folder)/runs.csv", measures: measures)
    var lines: [String] = [""]
    if table.variants.isEmpty {
      lines.append("No run came to its end, so there is nothing to summarise.")
    } else if plan.variants.count == 1 {
      lines += single(table, width: width)
    } else {
      lines += comparison(table, measures, width: width)
      lines += [""] + plane(table, measures, width: width)
    }
    return lines + [""] + closing
  }

  /// The composites, which stand first in the table of measures, and the first components of each.
  static let mainMeasures: [String] = {
    let weights = CompositeWeights()
    let components = weights.vitality.prefix(2) + weights.order.prefix(2)
    let known = Set(Measure.table.map(\.id))
    return Measure.table.prefix(2).map(\.id) + components.map(\.id).filter(known.contains)
  }()

  /// One variant: a measure a line.
  private func single(_ table: RunTable, width: Int) -> [String] {
    var text = TextTable(["measure", "mean ± 95 %", "unit"])
    for measure in table.measures {
      let interval = Summary.mean(of: measure, variant: table.variants[0], in: table)
      let unit = Measure.table.first { $0.id == measure }?.unit ?? ""
      text.rows.append([measure, Readable.interval(interval.mean, interval.halfWidth), unit])
    }
    return text.lines(width: width)
  }

  /// The variant that others are compared with: that of the experiment, or else the first.
  private func baseline(of table: RunTable) -> String {
    plan.baseline.flatMap { table.variants.contains($0) ? $0 : nil } ?? table.variants[0]
  }

  /// Means of the baseline, and what the others differ by, replicate by replicate: means with their own intervals would
  /// hide differences that are sure.
  private func comparison(_ table: RunTable, _ measures: [String], width: Int) -> [String] {
    let base = baseline(of: table)
    var text = TextTable(["variant"] + measures)
    let shown = table.variants.prefix(Self.most)
    let columns = measures.map { measure -> [String] in
      let differences = shown.map { variant in
        variant == base ? nil : Summary.difference(of: measure, variant: variant, from: base, in: table)
      }
      let finest = differences.compactMap(\.?.halfWidth).filter { $0 > 0 }.min() ?? .nan
      return differences.map { difference in
        guard let difference else {
          return Readable.measure(
            Summary.mean(of: measure, variant: base, in: table).mean, besides: finest)
        }
        return Readable.difference(difference.mean, difference.halfWidth)
      }
    }
    for (index, variant) in shown.enumerated() {
      let cells = columns.map { $0[index] }
      // The letter of the plane tells variants apart whose names have no room.
      text.rows.append(["\(Plane.letter(index)) \(variant)"] + cells)
    }
    let rest = table.variants.count - Self.most
    let replicates = table.replicates(of: table.variants).count
    return text.lines(width: width, narrowest: 14)
      + (rest > 0 ? ["and \(rest) more variants in runs.csv"] : [])
      + TextLayout.wrap(
        "'\(base)': means over replicates. The others: differences from it, pair by pair"
          + (replicates > 1
            ? ", ± half the width of the 95 % interval."
            : "; one replicate gives no intervals, and shows nothing."),
        width: TextLayout.prose(width)) + sameRuns(table, width: TextLayout.prose(width))
  }

  /// Variants whose runs are the same: what they differ in had no effect.
  private func sameRuns(_ table: RunTable, width: Int) -> [String] {
    let groups = table.sameRuns.map { group in
      let first = group.first { $0 == plan.baseline } ?? group[0]
      return (first, group.filter { $0 != first })
    }
    let told = groups.prefix(Self.mostGroups).flatMap { first, others in
      TextLayout.wrap(
        "Note: the runs of \(Notice.named(others)) are those of '\(first)', number by number: what they differ in has no "
          + "effect.", width: width)
    }
    let rest = groups.count - Self.mostGroups
    return told + (rest > 0 ? ["and \(rest) more such groups; 'cogov compare' tells all"] : [])
  }
  private static let mostGroups = 6

  private func plane(_ table: RunTable, _ measures: [String], width: Int) -> [String] {
    let base = baseline(of: table)
    let points = table.variants.prefix(Self.most).map { variant in
      // Those of many variants would hide one another.
      func half(_ measure: String) -> Double {
        variant == base || table.variants.count > Self.mostWithMarks
          ? .nan : Summary.difference(of: measure, variant: variant, from: base, in: table).halfWidth
      }
      return Plane.Point(
        name: variant, x: Summary.mean(of: measures[0], variant: variant, in: table).mean,
        y: Summary.mean(of: measures[1], variant: variant, in: table).mean, xHalf: half(measures[0]),
        yHalf: half(measures[1]))
    }
    return Plane(
      xTitle: measures[0], yTitle: measures[1], points: points, bounds: 0...100,
      marks: "95 % intervals of the differences from '\(base)', pair by pair", width: min(width, 100)
    ).lines()
  }

  private var closing: [String] {
    var lines = ["Results are in \(folder):"]
    lines += TextLayout.wrap(report.files.joined(separator: " "), width: HelpText.width, indent: 2)
    lines.append("Every column is described in \(folder)/datapackage.json.")
    guard plan.only == nil else { return lines }
    lines.append("Next:")
    let place = Shell.quoted(folder)
    if plan.variants.count > 1 {
      lines += ["  cogov compare \(place)", "    differences with their tests, the front, effects and costs"]
    }
    lines += ["  cogov-plots \(place)", "    figures (Plots/README.md says how to install it)"]
    if plan.replicates == 1 {
      lines.append("More replicates give intervals, for example: --replicates 20 --resume.")
    }
    return lines
  }
}
