import Analysis
import Foundation
import Tables
import Testing

struct TableReadingTests {
  private func file(_ text: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func runsComeWithTheirLevelsAndPairs() throws {
    let path = try file(
      "variant,replicate,seed,fund,hub,order\na,1,7,no,x,1\na,2,7,no,x,\nb,2,7,yes,y,5\nb,3,7,yes,y,6\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let table = try RunTable(path: path, measures: ["order"], factors: ["fund", "hub"])
    #expect(table.levels(of: "b") == ["yes", "y"])
    #expect(table.replicates(of: ["a", "b"]) == [2])
    let pairs = table.paired("order", variants: ["b", "a"])
    #expect(pairs[0] == [5] && pairs[1][0].isNaN)
    #expect(table.narrowed(to: []).measures.isEmpty)
    #expect(throws: TableProblem.self) { try RunTable(path: path, measures: [], factors: ["none"]) }
  }

  /// Runs are the same where state and measures are, in every replicate.
  @Test func variantsWithTheSameRunsAreFound() throws {
    let path = try file(
      """
      variant,replicate,seed,order,grievance,fingerprint
      a,1,7,1,,00000000000000aa
      a,2,7,2,,00000000000000ab
      same,1,7,1,,00000000000000aa
      same,2,7,2,,00000000000000ab
      weights,1,7,1.5,,00000000000000aa
      weights,2,7,2,,00000000000000ab
      once,1,7,1,,00000000000000aa
      once,2,7,2,,00000000000000ac
      fewer,1,7,1,,00000000000000aa
      b,1,7,4,,00000000000000ba
      b,2,7,5,,00000000000000bb
      twin,1,7,4,,00000000000000ba
      twin,2,7,5,,00000000000000bb

      """)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let table = try RunTable(path: path, measures: ["order", "grievance"])
    #expect(table.sameRuns == [["a", "same"], ["b", "twin"]])
    #expect(table.narrowed(to: ["grievance"]).sameRuns == [["a", "same", "weights"], ["b", "twin"]])
    // Without states nothing is known.
    var bare = RunTable(measures: ["order"])
    for variant in ["a", "b"] { bare.add(variant: variant, replicate: 1, values: [1]) }
    #expect(bare.sameRuns.isEmpty)
  }

  @Test func seriesGiveMeansOverWeeks() throws {
    let path = try file(
      "variant,replicate,seed,week,order\na,1,7,4,1\na,1,7,8,2\na,1,7,12,6\na,2,7,4,\na,2,7,8,5\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let series = try SeriesTable(path: path, measures: ["order"])
    #expect(series.weeks == [4, 8, 12])
    #expect(series.runs(over: 1...8).values(of: "order", variant: "a").map(\.value) == [1.5, 5])
    #expect(series.runs(over: 5...12).values(of: "order", variant: "a").map(\.value) == [4, 5])
  }

  @Test func placesGiveMeansOverSomeOfThem() throws {
    let path = try file(
      """
      variant,replicate,seed,place,district,subdistrict,block,order
      a,1,7,n1,d,s,b1,1
      a,1,7,n2,d,s,b1,3
      a,1,7,n3,d,s,b2,10

      """)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let places = try PlaceTable(path: path, measures: ["order"])
    #expect(places.runs { $1.names.contains("b1") }.values(of: "order", variant: "a")[0].value == 2)
    #expect(places.runs { $1.index == $1.count - 1 }.values(of: "order", variant: "a")[0].value == 10)
    #expect(places.runs { _, _ in false }.values(of: "order", variant: "a")[0].value.isNaN)
  }

  @Test func flowsAddUp() throws {
    let path = try file(
      """
      variant,replicate,seed,from,to,resource,purpose,amount
      a,1,7,treasury,office,money,budget,100
      a,1,7,treasury,fund,money,budget,11
      b,1,7,nature,office,time,working,60

      """)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let runs = try FlowTable(path: path).runs([("money", { $0.resource == "money" })])
    #expect(runs.values(of: "money", variant: "a")[0].value == 111)
    #expect(runs.values(of: "money", variant: "b")[0].value == 0)
  }
}
