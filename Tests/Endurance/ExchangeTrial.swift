import Engine
import Foundation
import Scenarios
import Synchronization

/// Exchangeability: in a world of places that are alike, no measure of a place goes with its number; and where places
/// differ, the order of the table's rows changes no number of any table.
///
/// Every mechanism alone, all together, and the regimes of a shipped experiment. A measure is suspected where the
/// mean correlation over replicates with the number of the place, or with that of its district, its subdistrict, its
/// block or its own within these, leaves ±0.1 or is four standard errors from 0; it fails where that is so again in as
/// many new replicates twice over. With thousands of correlations some would be suspected by chance alone.
struct ExchangeTrial {
  static let command = Endurance.Command(
    name: "exchange", words: "REPLICATES [SETTING …]",
    summary:
      "Correlates what happens in places that are alike with their order; permutes the rows of a table."
  ) { words in
    let replicates = try Endurance.number(words, 0, "REPLICATES")
    if replicates < 3 { throw Endurance.Misuse(message: "REPLICATES must be 3 or more") }
    return try run(replicates, only: Array(words.dropFirst()))
  }

  private static let mostCorrelation = 0.1
  private static let mostErrors = 4.0

  private struct Case {
    var name: String
    var setting: Setting
  }

  /// How the number of a place is counted: over the city, and at each level within the next larger place. Places stand
  /// in the order of their names, in the world as in the table.
  private enum Numbering: String, CaseIterable {
    case city, district, subdistrict, block, place

    func number(_ n: Int) -> Double {
      let (inBlock, block) = (n % AlikeCity.places, n / AlikeCity.places)
      let subdistrict = block / AlikeCity.blocks
      return switch self {
      case .city: Double(n)
      case .district: Double(subdistrict / AlikeCity.subdistricts)
      case .subdistrict: Double(subdistrict % AlikeCity.subdistricts)
      case .block: Double(block % AlikeCity.blocks)
      case .place: Double(inBlock)
      }
    }
  }

  private static func run(_ replicates: Int, only names: [String]) throws -> Bool {
    let cases = try cases().filter { names.isEmpty || names.contains($0.name) }
    var failures = 0
    var unequal = 0
    for item in cases {
      let first = try correlations(item, 1...replicates)
      var suspects = first.indices.filter { isSuspect(first[$0]) }
      if !suspects.isEmpty {
        let again = try correlations(item, replicates + 1...3 * replicates)
        suspects = suspects.filter { isSuspect(again[$0]) }
        for index in suspects {
          let (mean, errors) = moments(again[index])
          let measure = Measure.table[index / Numbering.allCases.count].id
          let numbering = Numbering.allCases[index % Numbering.allCases.count]
          print(
            "\(item.name): \(measure) goes with the number of the \(numbering.rawValue): "
              + "\(rounded(mean)), \(rounded(errors)) standard errors")
        }
      }
      failures += suspects.isEmpty ? 0 : 1
      if try !isSameInAnyOrder(item) {
        print("\(item.name): other numbers where the rows of the table stand in another order")
        unequal += 1
      }
    }
    print(
      "\(cases.count) settings, \(replicates) replicates: \(failures) know the order of places, "
        + "\(unequal) depend on the order of rows")
    return failures == 0 && unequal == 0 && !cases.isEmpty
  }

  /// Whether a city of places that differ comes to the same, bit for bit, with its rows in another order.
  private static func isSameInAnyOrder(_ item: Case) throws -> Bool {
    let orders: [(Int) -> [Int]] = [
      { Array(0..<$0) }, { Array((0..<$0).reversed()) },
      { count in (0..<count).map { ($0 + count / 2) % count } },
    ]
    let results = try orders.map { order in
      var setting = item.setting
      setting.city = AlikeCity.varied(order)
      return try Simulation.run(setting, seed: 1, replicate: 1, places: true)
    }
    return results.dropFirst().allSatisfy { isSame($0, results[0]) }
  }

  /// Equal as text, where a number that is undefined equals itself.
  private static func isSame(_ first: RunResult, _ second: RunResult) -> Bool {
    String(reflecting: first) == String(reflecting: second)
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  private static func cases() throws -> [Case] {
    var cases = [Case(name: "none", setting: AlikeCity.setting())]
    let all = MechanismRegistry.descriptions.map { MechanismUse($0.id) }
    cases += all.map { Case(name: $0.id, setting: AlikeCity.setting([$0])) }
    cases.append(Case(name: "all", setting: AlikeCity.setting(all)))
    let half = all.map { MechanismUse($0.id, places: .share(0.5)) }
    cases.append(Case(name: "half", setting: AlikeCity.setting(half)))
    for variant in try ExperimentReader.load("Scenarios/tradeoff").variants {
      let regime = variant.scenario.setting
      var setting = AlikeCity.setting(regime.mechanisms)
      setting.forms = regime.forms
      setting.parameters = regime.parameters
      cases.append(Case(name: variant.name, setting: setting))
    }
    return cases
  }

  /// Correlations by measure and numbering, one a replicate in which the measure varies over places.
  private static func correlations(_ item: Case, _ replicates: ClosedRange<Int>) throws -> [[Double]] {
    let rows = Array(replicates)
    let results = Mutex([Int: [RunResult.PlaceRow]]())
    let failure = Mutex<String?>(nil)
    DispatchQueue.concurrentPerform(iterations: rows.count) { k in
      do {
        let result = try Simulation.run(item.setting, seed: 1, replicate: rows[k], places: true)
        results.withLock { $0[rows[k]] = result.places }
      } catch { failure.withLock { $0 = "\(item.name): \(error)" } }
    }
    if let message = failure.withLock({ $0 }) { throw Endurance.Misuse(message: message) }
    let runs = results.withLock { all in rows.compactMap { all[$0] } }
    return Measure.table.indices.flatMap { m in
      Numbering.allCases.map { numbering in
        runs.compactMap { places in
          correlation(places.indices.map { (numbering.number($0), places[$0].values[m]) })
        }
      }
    }
  }

  private static func isSuspect(_ correlations: [Double]) -> Bool {
    if correlations.count < 3 { return false }
    let (mean, errors) = moments(correlations)
    // Where a measure varies in few replicates its mean correlation is too uncertain to judge by size.
    let isLarge = abs(mean) > mostCorrelation && abs(errors) > 3
    return isLarge || abs(errors) >= mostErrors
  }

  /// The mean, and the mean in standard errors.
  private static func moments(_ values: [Double]) -> (mean: Double, errors: Double) {
    let number = Double(values.count)
    let mean = values.reduce(0, +) / number
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / (number - 1) / number).squareRoot()
    return (mean, error > 0 ? mean / error : mean == 0 ? 0 : .infinity)
  }

  private static func correlation(_ points: [(Double, Double)]) -> Double? {
    let known = points.filter { $0.1.isFinite }
    if known.count < 3 { return nil }
    let number = Double(known.count)
    let x = known.reduce(0) { $0 + $1.0 } / number
    let y = known.reduce(0) { $0 + $1.1 } / number
    let xx = known.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) }
    let yy = known.reduce(0) { $0 + ($1.1 - y) * ($1.1 - y) }
    let xy = known.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
    return xx > 0 && yy > 1e-18 ? xy / (xx * yy).squareRoot() : nil
  }
}
