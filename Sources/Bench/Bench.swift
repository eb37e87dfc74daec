import Engine
import Foundation

/// Times the model beside a reference loop, in one process, so that the ratio of both can be read off on any
/// machine. Nothing here passes or fails: numbers to compare with those of an earlier build.
///
///     swift run -c release Bench [weeks]
@main
struct Bench {
  static func main() throws {
    let weeks = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 312
    let city = City.lingyun
    let residents = city.residents
    print("Lingyun, \(residents) residents, \(weeks) weeks, one thread\n")
    print(Row.header)

    let reference = ReferenceLoop(residents: residents)
    let loop = measure { reference.run(weeks: weeks) }
    let unit = loop.seconds / Double(residents * weeks)
    print(Row("reference loop", loop, residents * weeks, unit, weeks: weeks))

    var build: Measurement<Fingerprint>?
    for (name, setting) in [("the model", Setting()), ("with all mechanisms on", Setting.withAllMechanisms)] {
      var world = try World(setting, seed: 1, replicate: 1)
      if build == nil {
        let again = try measure { try World(setting, seed: 1, replicate: 1).fingerprint() }
        build = again
        print(Row("building the world", again, residents, unit, weeks: 1))
      }
      let run = measure {
        for _ in 0..<weeks { world.advance() }
        return world.fingerprint()
      }
      print(Row(name, run, residents * weeks, unit, weeks: weeks))
      if name == "the model" {
        let bytes = world.bytesPerResident
        print(
          "  memory: \(bytes.formatted(.number.precision(.fractionLength(1)))) bytes a resident, ties included"
        )
      }
    }
    for line in try PhaseTimes(weeks: min(weeks, 104)).rows { print(line) }
    for line in try SavingTimes(weeks: min(weeks, 104)).rows { print(line) }
    for line in try MechanismTimes(weeks: min(weeks, 26)).rows { print(line) }
  }
}

/// One line of the report.
struct Row: CustomStringConvertible {
  static let header =
    "case                           ns/resident-week   million/s   × reference   allocations/week   fingerprint"
  let description: String

  /// A number with its last digit at a width.
  static func number(_ x: Double, _ width: Int, places: Int = 1) -> String {
    let text = x.formatted(.number.precision(.fractionLength(places)).grouping(.never))
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// - Parameters:
  ///   - count: resident-weeks, or residents.
  ///   - unit: seconds a resident-week of the reference loop.
  ///   - weeks: the weeks that the allocations are divided among.
  init(_ name: String, _ m: Measurement<Fingerprint>, _ count: Int, _ unit: Double, weeks: Int) {
    let each = m.seconds / Double(count)
    let label = name + String(repeating: " ", count: max(0, 30 - name.count))
    let allocations =
      m.allocations.map { Self.number(Double($0) / Double(weeks), 19) } ?? Self.number(.nan, 19)
    description =
      label + Self.number(each * 1e9, 17) + Self.number(1e-6 / each, 12) + Self.number(each / unit, 14)
      + allocations + "   \(m.value)"
  }
}
