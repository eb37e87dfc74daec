import Foundation
import Testing

@testable import cogov

/// What `cogov compare` refuses, and the advice it gives.
struct CompareErrorTests {
  /// A table of runs with invented values of vitality and order.
  private func results(_ lines: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "runs.csv", (["variant,replicate,seed,vitality,order"] + lines).joined(separator: "\n") + "\n")
    return folder
  }

  @Test func errorsSayWhatToDo() throws {
    let folder = try results("a,1,7,10,50", "b,1,7,12,51")
    func fails(_ words: [String], _ status: cogov.ExitStatus, _ text: String) {
      let result = Captured.run(["compare"] + words)
      #expect(result.status == status)
      #expect(result.messages.contains(text), "\(result.messages)")
    }
    fails(["\(folder.path)/none"], .environment, "there is no folder")
    fails(
      [folder.path, "--baseline", "aa"], .badInput,
      "there is no variant 'aa'; allowed: a, b; did you mean 'a'?")
    fails([folder.path, "-m", "ordr"], .badInput, "did you mean 'order'?")
    fails([folder.path, "--level", "95"], .usage, "--level: '95' is not a share; for 95 % write 0.95 or 95%")
    fails([folder.path, "--level", "0.4"], .usage, "--level: '0.4' is not a share from 0.5 to 0.9999")
    fails(
      [folder.path, "--smallest", "5"], .usage, "--smallest: '5' is not a share; for 5 % write 0.05 or 5%")
    fails([folder.path, "--smallest", "0,05"], .usage, "decimals have a point, not a comma")
    fails([folder.path, "--budget", "money"], .usage, "--budget: 'money' is not WHAT=SHARE, such as money=0")
    fails(
      [folder.path, "--budget", "fund=0"], .usage, "'fund' is no resource; there are money, hours, rooms")
    fails([folder.path, "--budget", "rooms=3"], .usage, "for 3 % write 0.03 or 3%, for 3 times as much 300%")
    fails([folder.path, "--budget=hours=0", "--budget=hours=1"], .usage, "'hours' is given twice")
    fails([folder.path, "--budget", "hours=0"], .environment, "has no flows.csv")
    fails([folder.path, "--smallest", "no"], .usage, "--smallest")
    try folder.write("runs.csv", "variant,replicate,seed,order\na,1,7,5\n")
    fails([folder.path], .environment, "has one variant, 'a'")
    try folder.write("runs.csv", "variant,replicate,seed,order\na,1,7,5\nb,1,7,x\n")
    fails([folder.path], .badInput, "runs.csv:3:7: error: 'x' is not a number")
    try FileManager.default.removeItem(atPath: "\(folder.path)/runs.csv")
    fails([folder.path], .environment, "there is no runs.csv")
    #expect(folder.names.isEmpty)
  }

  @Test func whatIsNotAComparisonIsNotReplaced() throws {
    let folder = try results("a,1,7,10,50", "b,1,7,12,51", "a,2,7,10,50", "b,2,7,12,52")
    try FileManager.default.createDirectory(atPath: "\(folder.path)/mine", withIntermediateDirectories: true)
    for text in [#"{"name": "survey"}"#, "{}", ""] {
      try folder.write("mine/datapackage.json", text)
      let refused = Captured.run("compare", folder.path, "--out", "\(folder.path)/mine")
      #expect(refused.status == .environment)
      #expect(refused.messages.contains("datapackage.json describes other tables, and would be lost"))
      #expect(folder.text("mine/datapackage.json") == text)
    }
    for _ in 1...2 { #expect(Captured.run("compare", folder.path).status == .done) }
  }

  /// Compare takes results; of a scenario file, a table or a mere name it says which folder they are in.
  @Test func whatIsNoFolderOfResultsGetsTheRightAdvice() throws {
    let folder = try results("a,1,7,10,50", "b,1,7,12,51")
    try folder.write("q.json5", "{}")
    for command in ["compare", "merge"] {
      let file = Captured.run(command, "\(folder.path)/q.json5")
      #expect(file.status == .environment && !file.messages.contains("--out"))
      #expect(file.messages.contains("q.json5 is a file, not a folder of results"))
      #expect(file.messages.contains("'cogov batch \(folder.path)/q.json5' puts them into Results/q."))
    }
    let table = Captured.run("compare", "\(folder.path)/runs.csv")
    #expect(table.messages.contains("Did you mean the folder that it is in, \(folder.path)?"))
    #expect(folder.names == ["q.json5", "runs.csv"])
  }
}
