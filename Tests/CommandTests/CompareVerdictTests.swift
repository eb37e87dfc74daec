import Foundation
import Tables
import Testing

@testable import cogov

/// What a comparison says on the screen and in its tables, on invented results where the truth is known.
struct CompareVerdictTests {
  private struct Row {
    var variant: String
    var vitality, order, money: (Int) -> Double
  }

  /// A folder of results with a table of runs and, where money is given, one of flows.
  private func results(_ rows: [Row], replicates: Int, flows: Bool = true) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var runs = "variant,replicate,seed,vitality,order,breadth\n"
    var flow = "variant,replicate,seed,from,to,resource,purpose,amount\n"
    for row in rows {
      for k in 1...replicates {
        runs += "\(row.variant),\(k),7,\(row.vitality(k)),\(row.order(k)),\(Double(k) / 20)\n"
        flow += "\(row.variant),\(k),7,treasury,residentsCommittee,money,budget,\(Int(row.money(k)))\n"
        flow += "\(row.variant),\(k),7,nature,residentsCommittee,time,working,6000\n"
      }
    }
    try folder.write("runs.csv", runs)
    if flows { try folder.write("flows.csv", flow) }
    return folder
  }

  private func rows(_ folder: TemporaryFolder, _ name: String) throws -> [[String: String]] {
    var reader = try CSVReader(path: "\(folder.path)/comparison/\(name)")
    var rows: [[String: String]] = []
    while let row = try reader.next() {
      rows.append(
        Dictionary(uniqueKeysWithValues: reader.header.indices.map { (reader.header[$0], row.text($0)) }))
    }
    return rows
  }

  private func wobble(_ k: Int) -> Double { Double(k * k % 7) }

  /// More vitality for sure, order with an interval that holds 0: with few replicates that is better in each of them.
  private func pair(_ replicates: Int) throws -> TemporaryFolder {
    try results(
      [
        Row(variant: "none", vitality: { 40 + wobble($0) }, order: { 60 + wobble($0) }, money: { _ in 1000 }),
        Row(
          variant: "fund", vitality: { 42 + wobble($0) + Double($0 % 3) / 10 },
          order: { 60 + wobble($0) + ($0 == 3 ? 1.5 : 0.01) }, money: { _ in 1000 }),
      ], replicates: replicates)
  }

  @Test func fewReplicatesHaveNoSharesAndSaySo() throws {
    let folder = try pair(4)
    let result = Captured.run("compare", folder.path)
    #expect(result.status == .done)
    #expect(
      result.messages.contains("Note: 4 replicates: intervals are wide, and what they leave open cannot be"))
    #expect(!result.messages.contains("100 %"))
    #expect(!result.messages.contains("resamples  "))
    #expect(result.messages.contains("No variant is shown to be better on both than another."))
    // More vitality is shown, so nobody has more of both than it; whether it has more of both is not.
    #expect(try rows(folder, "front.csv").map { $0["verdict"] } == ["open", "front"])
    #expect(try rows(folder, "front.csv").allSatisfy { $0["in_resamples"] == "" })
    let pair = try #require(try rows(folder, "dominance.csv").first)
    #expect(pair["verdict"] == "open" && pair["worse_in_replicates"] == "1")
    #expect(pair["worse_in_resamples"] == "" && pair["better_in_resamples"] == "")
    #expect(folder.text("comparison/datapackage.json").contains("empty below 10 replicates"))
  }

  @Test func tenReplicatesHaveShares() throws {
    let folder = try pair(10)
    let result = Captured.run("compare", folder.path)
    #expect(!result.messages.contains("Shares of resamples") && result.messages.contains(" resamples"))
    #expect(try rows(folder, "front.csv").allSatisfy { $0["in_resamples"] != "" })
  }

  /// Whatever is printed as a verdict is true of the interval in the same row.
  @Test(arguments: [2, 3, 9, 20]) func noVerdictContradictsItsInterval(replicates: Int) throws {
    let variants = (0..<6).map { v in
      Row(
        variant: "v\(v)", vitality: { 40 + wobble($0) + Double(v) * wobble($0 + v) / 9 },
        order: { 60 - wobble($0) / 5 + Double((v * $0) % 4) / 20 }, money: { _ in 1000 })
    }
    let folder = try results(variants, replicates: replicates)
    #expect(Captured.run("compare", folder.path, "--all-pairs", "-q").status == .done)
    func number(_ row: [String: String], _ name: String) -> Double { Double(row[name] ?? "") ?? .nan }
    for row in try rows(folder, "differences.csv") {
      let (low, high, small) = (number(row, "low"), number(row, "high"), number(row, "smallest"))
      switch row["finding"] {
      case "different": #expect(low > 0 || high < 0)
      case "equivalent": #expect(-small < low && high < small)
      case "both": #expect((low > 0 || high < 0) && -small < low && high < small)
      default: break
      }
    }
    for row in try rows(folder, "dominance.csv") {
      let lows = ["vitality_low", "order_low"].map { number(row, $0) }
      let highs = ["vitality_high", "order_high"].map { number(row, $0) }
      #expect((row["verdict"] == "better") == lows.allSatisfy { $0 > 0 })
      #expect((row["verdict"] == "worse") == highs.allSatisfy { $0 < 0 })
    }
    let beaten = Set(
      try rows(folder, "dominance.csv").compactMap { row in
        row["verdict"] == "better" ? row["other"] : row["verdict"] == "worse" ? row["variant"] : nil
      })
    for row in try rows(folder, "front.csv") {
      #expect((row["verdict"] == "beaten") == beaten.contains(row["variant"] ?? ""))
    }
  }

  // MARK: The family of tests

  @Test func theFamilyIsWhatWasAskedForAndIsTold() throws {
    let folder = try pair(12)
    let all = Captured.run("compare", folder.path)
    #expect(
      all.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "adjusted (Holm) for the 3 tests of 1 pair and 3 measures, which --measures narrows."))
    #expect(try rows(folder, "differences.csv").allSatisfy { $0["tests"] == "3" })
    let wide = try #require(try rows(folder, "differences.csv").first { $0["measure"] == "order" })
    let two = Captured.run("compare", folder.path, "-m", "order")
    #expect(
      two.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "adjusted (Holm) for the 1 test of 1 pair and 1 measure."))
    let row = try #require(try rows(folder, "differences.csv").first)
    #expect(row["tests"] == "1" && row["p_holm"] == row["p"] && row["p"] == wide["p"])
    #expect(wide["p_holm"] != wide["p"])
    #expect(
      folder.text("comparison/datapackage.json").contains("for the tests of all rows: 1 of difference, 1 of"))
  }

  // MARK: The budget

  /// The dearest variant is best on both; without its money the front is another.
  private func costly(_ replicates: Int = 10) throws -> TemporaryFolder {
    func row(_ name: String, _ vitality: Double, _ order: Double, _ money: @escaping (Int) -> Double) -> Row {
      Row(
        variant: name, vitality: { vitality + wobble($0) }, order: { order + wobble($0) / 3 }, money: money)
    }
    return try results(
      [
        row("none", 40, 60) { _ in 1000 }, row("dear", 50, 70) { _ in 1500 },
        row("saving", 44, 61) { _ in 900 }, row("vague", 45, 64) { 1000 + Double($0 % 2 == 0 ? -100 : 120) },
        row("little", 42, 66) { _ in 1015 },
      ], replicates: replicates)
  }

  @Test func theFrontWithinABudget() throws {
    let folder = try costly()
    let result = Captured.run("compare", folder.path, "--budget", "money=0", "--budget", "hours=2%")
    #expect(result.status == .done)
    #expect(
      result.messages.contains("Within the budget (money at most 0.0 %, hours at most +2.0 % above the"))
    let budget = Dictionary(uniqueKeysWithValues: try rows(folder, "budget.csv").map { ($0["variant"]!, $0) })
    #expect(
      budget.mapValues { $0["affordable"] } == [
        "none": "true", "dear": "false", "saving": "true", "vague": "false", "little": "false",
      ])
    #expect(
      budget.mapValues { $0["budget_verdict"] } == [
        "none": "within", "dear": "over", "saving": "within", "vague": "open", "little": "over",
      ])
    #expect(budget.mapValues { $0["public_money_percent"] }["dear"] == "50")
    #expect(
      budget["saving"]?["public_money_percent"] == "-10" && budget["none"]?["public_money_percent"] == "0")
    #expect(budget["dear"]?["public_money_limit"] == "0" && budget["dear"]?["public_hours_limit"] == "2")
    #expect(
      budget.mapValues { $0["on_front"] } == [
        "none": "false", "dear": "", "saving": "true", "vague": "", "little": "",
      ])
    #expect(budget["saving"]?["verdict"] == "front" && budget["none"]?["verdict"] == "beaten")
    #expect(
      result.messages.contains("Above it by their means, but with intervals that hold the limit: vague."))
    // The whole front is as before, costs beside it.
    let front = Dictionary(uniqueKeysWithValues: try rows(folder, "front.csv").map { ($0["variant"]!, $0) })
    #expect(front["dear"]?["verdict"] == "front" && front["dear"]?["public_money_percent"] == "50")
    #expect(front["saving"]?["verdict"] == "beaten")
    // A budget that allows 2 % more has another front.
    #expect(Captured.run("compare", folder.path, "--budget", "money=0.02", "-q").status == .done)
    let wider = try rows(folder, "budget.csv").filter { $0["on_front"] == "true" }.map { $0["variant"] }
    #expect(wider == ["vague", "little"])
    // Without a budget its table goes.
    #expect(Captured.run("compare", folder.path, "-q").status == .done)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/comparison/budget.csv"))
  }

  /// Nobody is within a budget below the cheapest, and what the baseline lacks is new.
  @Test func budgetsAtTheirEdges() throws {
    let folder = try costly(1)
    let none = Captured.run("compare", folder.path, "--budget", "money=-0.5")
    #expect(none.status == .done && none.messages.contains("0 of 5 variants"))
    #expect(try rows(folder, "budget.csv").allSatisfy { $0["affordable"] == "false" && $0["on_front"] == "" })
    let rooms = Captured.run("compare", folder.path, "--budget", "rooms=0")
    #expect(rooms.messages.contains("5 of 5 variants"))
    #expect(try rows(folder, "budget.csv").allSatisfy { $0["public_rooms_percent"] == "0" })
  }

  /// What matters comes first, and every file says what it holds.
  @Test func theFrontAndItsCostsComeFirst() throws {
    let folder = try costly()
    let result = Captured.run("compare", folder.path)
    let lines = result.messages.split(separator: "\n").map(String.init)
    func line(_ text: String) throws -> Int {
      try #require(lines.firstIndex { $0.contains(text) }, "\(text) is not shown")
    }
    #expect(try line("The front of vitality") < line("dear − none"))
    #expect(try line("dear − none") < line("against the baseline, %"))
    #expect(try line("against the baseline, %") < line("  front.csv"))
    #expect(lines.contains { $0.hasPrefix("  front.csv") && $0.contains("where every variant stands") })
    #expect(try lines[line("variant  ")].hasSuffix("rooms"))
  }
}
