import Engine
import Foundation
import Scenarios
import Testing

@testable import cogov

/// What the commands say of tables of neighbourhoods and of numbers on the command line.
struct OwnDataCommandTests {
  @Test func newWritesATableThatIsGood() throws {
    let folder = try TemporaryFolder()
    let first = Captured.run("new", "--table", "\(folder.path)/mine")
    #expect(first.status == .done && folder.names == ["mine.csv"])
    #expect(first.messages.contains("city: {table: \"mine.csv\"}"))
    let path = try folder.write("s.json5", "{city: {table: 'mine.csv'}}")
    let good = Captured.run("validate", path)
    #expect(good.status == .done && good.messages.isEmpty)
    try folder.write("mine.csv", "edited")
    #expect(Captured.run("new", "--table", "\(folder.path)/mine.csv").status == .environment)
    #expect(folder.text("mine.csv") == "edited")
    let without = Captured.run("new")
    #expect(without.status == .usage && without.messages.contains("NAME is missing"))
  }

  @Test func describeTellsEveryColumnAndKind() {
    let table = Captured.run("describe", "table").output.split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    for column in CityColumn.table {
      #expect(table.contains(column.meaning) && table.contains(column.allowed), "\(column.id)")
      if let empty = column.whenEmpty { #expect(table.contains("left empty: \(empty)"), "\(column.id)") }
    }
    let kinds = Captured.run("describe", "kinds").output.split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    for row in NeighbourhoodKindDescription.table {
      #expect(kinds.contains(row.meaning) && kinds.contains("elsewhere: \(row.elsewhere)"), "\(row.kind)")
      #expect(Captured.run("describe", row.kind.name).output.contains("units per resident"))
    }
  }

  /// A column that is not read is told by every command that reads the table, once.
  @Test func columnsThatAreNotReadAreTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("places.csv", "name,kind,residents,code\nA,laneHousing,300,7\n")
    let path = try folder.write(
      "s.json5", "{weeks: {burnIn: 0, observed: 4}, replicates: 1, city: {table: 'places.csv'}}")
    for command in [
      ["validate", path], ["run", path, "--out", "\(folder.path)/a"], ["batch", path, "-q", "--out", "-"],
    ] {
      let result = Captured.run(command)
      #expect(result.status == .done)
      #expect(
        result.messages.components(separatedBy: "places.csv:1:21: warning: column 'code' is not read").count
          == 2,
        "\(command)")
    }
  }

  @Test func optionsHaveTheRangesOfFiles() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("s.json5", "{city: {residents: 600, neighbourhoods: 1}}")
    for (option, key, range) in [
      ("--replicates", "replicates", Limits.replicates), ("--weeks", "weeks.observed", Limits.observed),
    ] {
      let most = range.upperBound
      #expect(Captured.run("validate", path, option, "\(most)").status == .done)
      #expect(Captured.run("validate", path, "--set", "\(key)=\(most)").status == .done)
      let beyond = Captured.run("validate", path, option, "\(most + 1)")
      #expect(beyond.status == .usage)
      #expect(beyond.messages.contains("\(option): '\(most + 1)' is not a whole number from 1 to \(most)"))
      #expect(
        Captured.run("validate", path, "--set", "\(key)=\(most + 1)").messages.contains("1 to \(most) "))
    }
    let grouped = Captured.run("validate", path, "--weeks", "1.000")
    #expect(grouped.messages.contains("--weeks: '1.000' is not a whole number"))
    #expect(grouped.messages.contains("nothing stands between thousands: 1000"))
    let loose = Captured.run("validate", path, "--set", "weeks.observed", "=", "8")
    #expect(
      loose.messages.contains("is not PATH=VALUE")
        && loose.messages.contains("with blanks in it, put it in quotes"))
    #expect(Captured.run("validate", path, "--set", "weeks.observed = 8").status == .done)
    let only = Captured.run("run", path, "--only", "s:\(Limits.replicates.upperBound + 1)")
    #expect(only.status == .usage && only.messages.contains("N from 1 to"))
    for seed in ["16", "0x10"] {
      let out = "\(folder.path)/seed\(seed)"
      #expect(Captured.run("run", path, "--seed", seed, "--weeks", "4", "-q", "--out", out).status == .done)
      #expect(folder.text("seed\(seed)/runs.csv").contains(",1,16,"))
    }
    #expect(Captured.run("run", path, "--seed", "80.000").status == .usage)
  }
}
