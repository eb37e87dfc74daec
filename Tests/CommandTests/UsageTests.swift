import Engine
import Foundation
import Tables
import Testing

@testable import cogov

struct UsageTests {
  @Test func withoutACommandTheOverviewIsAMessage() {
    let result = Captured.run()
    #expect(result.status == .usage)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("Commands:"))
  }

  @Test func theVersionIsData() {
    let result = Captured.run("--version")
    #expect(result.status == .done)
    #expect(result.output == "cogov \(Version.number)\n")
  }

  @Test func misspeltWordsGetASuggestion() {
    let command = Captured.run("vallidate")
    #expect(command.status == .usage)
    #expect(
      command.messages
        == "error: unknown command 'vallidate'; did you mean 'validate'?\nTry 'cogov --help'.\n")
    let option = Captured.run("run", "x", "--replicate=3")
    #expect(option.status == .usage)
    #expect(
      option.messages
        == "error: unknown option '--replicate'; did you mean '--replicates'?\nTry 'cogov run --help'.\n")
    #expect(Captured.run("help", "bacth").messages.contains("did you mean 'batch'?"))
    #expect(Captured.run("describe", "mesures").messages.contains("did you mean 'measures'?"))
    #expect(Captured.run("describe", "measure", "vitalty").messages.contains("did you mean 'vitality'?"))
    #expect(Captured.run("--verison").status == .usage)
    #expect(Captured.run("frobnicate").messages.hasPrefix("error: unknown command 'frobnicate'\n"))
  }

  @Test func badOverridesAreUsageErrors() {
    let result = Captured.run("run", "x.json5", "--set", "novalue")
    #expect(result.status == .usage)
    #expect(result.messages.contains("--set: 'novalue' is not PATH=VALUE"))
  }

  @Test func colourOnlyWhereAllowed() {
    let captured = Captured()
    captured.console(colour: true).error("x")
    captured.console(colour: false).error("x")
    #expect(captured.messages == "\u{1B}[1;31merror:\u{1B}[0m x\nerror: x\n")
  }

  @Test func quantitiesAreGivenAsATable() throws {
    for (kind, table) in [("parameters", ParameterID.table), ("conditions", ConditionID.table)] {
      var reader = try CSVReader(bytes: Array(Captured.run("describe", kind, "--csv").output.utf8))
      var ids: [String] = []
      while let row = try reader.next() {
        let quantity = table[ids.count]
        ids.append(row.text(0))
        #expect(try row.number(1) == quantity.value && row.number(3) == quantity.range.lowerBound)
        #expect(row.text(6) == (quantity.standing == .free ? "true" : "false"))
        #expect(row.text(7) == quantity.standing.rawValue)
      }
      #expect(ids == table.map(\.id))
    }
    #expect(ParameterID.free.count <= 63 && ParameterID.free.count < ParameterID.table.count)
    #expect(Captured.run("describe", "measures", "--csv").status == .usage)
  }

  @Test func describesEveryKindAndEntry() {
    for kind in Catalogue.kinds {
      for word in [kind.name, kind.plural] {
        let list = Captured.run("describe", word)
        #expect(list.status == .done)
        for entry in kind.entries { #expect(list.output.contains(entry.id)) }
        #expect(list.output.split(separator: "\n").allSatisfy { TextLayout.width(String($0)) <= 80 })
      }
      for entry in kind.entries {
        let page = Captured.run("describe", kind.name, entry.id)
        #expect(page.status == .done)
        #expect(page.output.hasPrefix("\(entry.id) (\(kind.name))\n"))
        #expect(Captured.run("describe", entry.id).status == .done)
      }
    }
    #expect(Captured.run("describe", "zzz").messages.contains("unknown topic 'zzz'; there are mechanisms, "))
    #expect(
      Captured.run("describe", "measure", "zzz").messages.contains("'cogov describe measures' lists them"))
    let overview = Captured.run("describe").output
    for kind in Catalogue.kinds { #expect(overview.contains(kind.plural)) }
  }

  @Test func quantitiesAreToldInFull() throws {
    let quantity = try #require(ParameterID.table.first)
    let page = Captured.run("describe", quantity.id).output
    #expect(page.contains("unit: \(quantity.unit)"))
    #expect(page.contains("source: \(quantity.source)"))
    #expect(page.contains("range: "))
    #expect(page.contains("default: "))
  }
}
