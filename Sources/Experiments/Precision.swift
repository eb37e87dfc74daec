import Analysis
import Scenarios
import Tables

/// How precise a batch is so far: the half-widths of its intervals, against those that were asked for.
///
/// With several variants the intervals are those of the differences from the baseline, paired by replicate; with
/// one variant those of its means. How many replicates are needed follows from the runs alone, so that a batch
/// that was stopped comes to the same number. As with every rule that stops when an interval is narrow, intervals
/// cover a little less than their confidence where there are few replicates (Law 2015, *Simulation Modeling and
/// Analysis*, on sequential procedures).
struct Precision {
  private struct Width {
    var target: PrecisionRule.Target
    /// The largest over all variants; NaN where there are not enough numbers.
    var halfWidth: Double
  }

  private let rule: PrecisionRule
  private let replicates: Int
  private var widths: [Width] = []

  /// Reads the measures of all runs out of their parts.
  /// - Throws: ``EnvironmentError`` where a part has gone or cannot be read.
  init(
    _ rule: PrecisionRule, _ plan: Plan, baseline: Int, _ store: PartStore
  ) throws(EnvironmentError) {
    self.rule = rule
    replicates = plan.replicates
    let values = try Self.values(of: rule.targets.map(\.measure), plan, store)
    for (index, target) in rule.targets.enumerated() {
      var widest = 0.0
      for variant in plan.variants.indices where variant != baseline || plan.variants.count == 1 {
        let pairs = (0..<plan.replicates).map { replicate in
          plan.variants.count == 1
            ? values[index][variant][replicate]
            : values[index][variant][replicate] - values[index][baseline][replicate]
        }
        let interval = Interval(of: pairs, level: rule.confidence)
        // A width that is not known is not narrow enough.
        widest = interval.halfWidth.isNaN ? .nan : max(widest, interval.halfWidth)
        if widest.isNaN { break }
      }
      widths.append(Width(target: target, halfWidth: widest))
    }
  }

  /// By measure, variant and replicate; NaN where a run failed or has no value.
  private static func values(
    of measures: [String], _ plan: Plan, _ store: PartStore
  ) throws(EnvironmentError) -> [[[Double]]] {
    let row = [Double](repeating: .nan, count: plan.replicates)
    var values = [[[Double]]](
      repeating: Array(repeating: row, count: plan.variants.count), count: measures.count)
    let tables = BatchTables(plan)
    let header = tables.header(tables.runs)
    for id in plan.runs {
      let part = try store.finishedPart(of: id, plan)
      // A run that failed has none.
      guard let piece = part.rows.first(where: { $0.name == "runs" }) else { continue }
      do throws(TableProblem) {
        var reader = try CSVReader(bytes: header + piece.bytes)
        guard let row = try reader.next() else { continue }
        for (index, measure) in measures.enumerated() {
          guard let column = reader.index(of: measure), let number = try row.number(column) else { continue }
          values[index][id.variant][id.replicate - 1] = number
        }
      } catch {
        throw EnvironmentError("the row of '\(plan.name(of: id))' cannot be read: \(error.message)")
      }
    }
    return values
  }

  /// More replicates than there are, where intervals are too wide and the maximum allows it; nil where it is done.
  var replicatesNeeded: Int? {
    guard replicates < rule.maximum else { return nil }
    var needed = replicates
    for width in widths {
      guard width.halfWidth.isFinite else {
        needed = max(needed, 2 * replicates)
        continue
      }
      guard width.halfWidth > width.target.halfWidth else { continue }
      // Half-widths fall with the square root of the number; never more than double at once, since few
      // replicates tell little of how wide intervals really are.
      let ratio = width.halfWidth / width.target.halfWidth
      let wanted = min(Double(2 * replicates), (Double(replicates) * ratio * ratio).rounded(.up))
      needed = max(needed, max(replicates + 1, Int(wanted)))
    }
    return needed > replicates ? min(needed, rule.maximum) : nil
  }

  /// How precise it came out, for people.
  var notes: [String] {
    let reached = widths.allSatisfy { $0.halfWidth <= $0.target.halfWidth }
    let words = widths.map {
      "\($0.target.measure) ±\(short($0.halfWidth)) (wanted \(short($0.target.halfWidth)))"
    }
    return [
      (reached
        ? "Precise enough with \(replicates) replicates: "
        : "Not as precise as wanted with the most replicates allowed, \(replicates): ")
        + words.joined(separator: ", ")
    ]
  }

  private func short(_ value: Double) -> String {
    value.isFinite ? "\((value * 1000).rounded() / 1000)" : "unknown"
  }
}
