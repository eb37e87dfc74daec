import Analysis
import Foundation
import Tables
import Testing

struct SummaryTests {
  @Test func intervalOfFiveValues() {
    // Mean 3, standard deviation sqrt(2.5), t(4) = 2.776445: 2.776445 × 1.581139 / 2.236068.
    let interval = Interval(of: [1, 2, 3, 4, 5])
    #expect(interval.mean == 3)
    #expect(abs(interval.halfWidth - 1.9632432) < 1e-6)
    #expect(abs(interval.low - 1.0367568) < 1e-6)
    #expect(interval.count == 5)
  }

  @Test func missingValuesAreLeftOut() {
    let interval = Interval(of: [1, .nan, 3, .infinity])
    #expect(interval.mean == 2)
    #expect(interval.count == 2)
  }

  @Test func oneValueHasNoWidth() {
    #expect(Interval(of: [7]).mean == 7)
    #expect(Interval(of: [7]).halfWidth.isNaN)
    #expect(Interval(of: []).mean.isNaN)
  }

  @Test func equalValuesHaveWidthZero() {
    #expect(Interval(of: [4, 4, 4]).halfWidth == 0)
  }

  @Test func differencesArePairedByReplicate() {
    var table = RunTable(measures: ["order"])
    // Replicates differ much, the variants by 1, 2 and 3; replicate 4 has no partner.
    for (replicate, base) in [(1, 10.0), (2, 50), (3, 90)] {
      table.add(variant: "base", replicate: replicate, values: [base])
    }
    for (replicate, value) in [(3, 93.0), (1, 11), (2, 52), (4, 1000)] {
      table.add(variant: "other", replicate: replicate, values: [value])
    }
    let difference = Summary.difference(of: "order", variant: "other", from: "base", in: table)
    #expect(difference.mean == 2)
    #expect(difference.count == 3)
    // t(2) × 1 / sqrt(3)
    #expect(abs(difference.halfWidth - 2.4841377) < 1e-6)
    let own = Summary.mean(of: "order", variant: "base", in: table)
    #expect(own.mean == 50)
    #expect(own.halfWidth > 90)
  }

  @Test func readsATableOfRuns() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = "variant,replicate,seed,vitality,order\n\"a, b\",1,9,1.5,\n\"a, b\",2,9,2.5,3\nc,1,9,0,1\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let table = try RunTable(path: path, measures: ["vitality", "order"])
    #expect(table.variants == ["a, b", "c"])
    #expect(Summary.mean(of: "vitality", variant: "a, b", in: table).mean == 2)
    #expect(Summary.mean(of: "order", variant: "a, b", in: table).count == 1)
    #expect(Summary.mean(of: "nothing", variant: "c", in: table).mean.isNaN)
    #expect(throws: TableProblem.self) { try RunTable(path: path, measures: ["grievance"]) }
    #expect(throws: TableProblem.self) { try RunTable(path: path + ".not", measures: []) }
  }
}
