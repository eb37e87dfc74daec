import Engine
import Foundation
import Scenarios
import Tables
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A table beside a scenario that uses it.
private final class OwnTable {
  let folder = Folder()

  func load(_ table: String, _ more: String = "") throws(InputFailure) -> Experiment {
    folder.write("places.csv", table)
    return try ExperimentReader.load(folder.write("trial.json5", "{city: {table: 'places.csv'\(more)}}"))
  }

  func problems(_ table: String, _ more: String = "") -> [String] {
    ScenariosTests.problems { () throws(InputFailure) in try load(table, more) }
  }

  func warnings(_ table: String, _ more: String = "") throws -> [String] {
    try load(table, more).warnings.map { warning in
      let name = warning.file.split(separator: "/").last.map(String.init) ?? ""
      return "\(name):\(warning.line):\(warning.column): \(warning.message)"
    }
  }
}

/// Tables of researchers: every column is told, other columns are no obstacle, slips are no results.
@Suite struct OwnDataTests {
  private let own = OwnTable()

  // MARK: One declaration

  @Test func columnsAreInTheOrderOfTheirIDs() {
    #expect(CityColumn.table.map(\.id) == CityColumn.ID.allCases)
    #expect(CityColumn.table.filter(\.isRequired).map(\.id) == [.name, .kind, .residents])
  }

  /// The page has the same tables as the program.
  @Test func thePageHasEveryColumnAndKind() throws {
    let page = try String(
      contentsOf: root.appendingPathComponent("Sources/Engine/Engine.docc/Own-data.md"), encoding: .utf8)
    var lines = ["| Column | Allowed | Meaning | Left empty |", "|---|---|---|---|"]
    for column in CityColumn.table {
      lines.append(
        "| `\(column.id)` | \(column.allowed) | \(column.meaning) | \(column.whenEmpty ?? "needed") |")
    }
    let columns = lines.joined(separator: "\n")
    #expect(page.contains("\n\(columns)\n"), "the page should have:\n\(columns)")
    lines = [
      "| Kind | In Shanghai | Elsewhere | 60 and above | Renters | Migrants | Residents of a building group | "
        + "Owners' committee | Units per resident, against an estate |",
      "|---|---|---|---|---|---|---|---|---|",
    ]
    let share = { (value: Double) in "\(Int((value * 100).rounded())) %" }
    for row in NeighbourhoodKindDescription.table {
      lines.append(
        "| `\(row.kind.name)` (\(row.chinese)) | \(row.meaning) | \(row.elsewhere) | \(share(row.from60)) | "
          + "\(share(row.renters)) | \(share(row.migrants)) | \(row.groupSize) | "
          + "\(row.hasOwners ? "possible" : "none") | \(NumberText.shortest(row.units)) |")
    }
    let kinds = lines.joined(separator: "\n")
    #expect(page.contains("\n\(kinds)\n"), "the page should have:\n\(kinds)")
  }

  @Test func kindsAreDescribedInTheirOrder() {
    #expect(NeighbourhoodKindDescription.table.map(\.kind) == NeighbourhoodKind.allCases)
    for row in NeighbourhoodKindDescription.table {
      for share in [row.from60, row.renters, row.migrants] { #expect(share > 0 && share < 1) }
    }
    // The numbers are those that residents are drawn by: villages of migrants have most of them.
    let migrants = NeighbourhoodKindDescription.table.map(\.migrants)
    #expect(migrants.max() == migrants.last)
  }

  @Test func theTemplateHasEveryColumnAndReadsWithoutAWord() throws {
    let text = CityTemplate.text()
    let experiment = try own.load(text)
    #expect(experiment.warnings.isEmpty)
    #expect(experiment.variants[0].scenario.setting.city.subdistricts.flatMap(\.neighbourhoods).count == 3)
    for column in CityColumn.table { #expect(text.contains("\n# \(column.id): \(column.meaning)")) }
    for kind in NeighbourhoodKind.allCases { #expect(text.contains("\n# \(kind.name) (")) }
    // Other programs take what follows a # for a comment anywhere.
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows.count == 4 && rows.allSatisfy { !$0.contains("#") })
  }

  // MARK: Other columns

  @Test func otherColumnsAreToldOnceUnlessIgnored() throws {
    let table = "name,kind,code,residents,area_km2\nA,laneHousing,7,900,1.2\n"
    #expect(
      try own.warnings(table) == [
        "places.csv:1:11: columns 'code', 'area_km2' are not read; to silence this, list them beside the table: "
          + "ignore: [\"code\", \"area_km2\"]"
      ])
    #expect(try own.warnings(table, ", ignore: ['code', \"area_km2\"]").isEmpty)
    #expect(
      try own.warnings(table, ", ignore: ['code']").map { $0.contains("column 'area_km2' is not read") } == [
        true
      ])
    let city = try own.load(table).variants[0].scenario.setting.city
    #expect(
      city == (try own.load("name,kind,residents\nA,laneHousing,900\n").variants[0].scenario.setting.city))
  }

  @Test func whatIsIgnoredIsNotRead() throws {
    let table = "name,kind,residents,share60plus\nA,laneHousing,900,unknown\n"
    #expect(own.problems(table).count == 1)
    let city = try own.load(table, ", ignore: ['share60plus']").variants[0].scenario.setting.city
    #expect(city.subdistricts[0].neighbourhoods[0].share60plus == nil)
    expect(
      own.problems(table, ", ignore: ['residents']"),
      ["places.csv:1:1: column 'residents' is missing; it stands under 'ignore'"])
    let needless = try own.warnings("name,kind,residents\nA,laneHousing,900\n", ", ignore: ['code']")
    #expect(needless.count == 1 && needless[0].contains("has no column 'code' that could be ignored"))
  }

  @Test(arguments: ["share60Plus", "sharerenters", "resident", "Household", "share_65plus", "X"])
  func aNameThatIsNearlyAColumnIsAMistake(name: String) {
    let found = own.problems("name,kind,residents,\(name)\nA,laneHousing,900,1\n")
    expect(found, ["places.csv:1:21: unknown column '\(name)'; allowed: name, …shareMembers; did you mean '"])
    #expect(CityColumn.table.allSatisfy { found[0].contains($0.id.rawValue) })
  }

  @Test func ignoreGoesWithATable() {
    expect(problems("{city: {ignore: ['code']}}"), ["1:8: key 'city.table' is missing"])
    expect(
      problems("{city: {preset: 'lingyun', ignore: ['code']}}"),
      ["1:28: 'preset' and 'ignore' do not go together in 'city'"])
    expect(
      own.problems("name,kind,residents\nA,laneHousing,900\n", ", ignore: 'code'"),
      ["1:38: 'city.ignore' must be a list, not the text 'code'; for example ignore: [\"code\"]"])
  }

  // MARK: As others write tables

  @Test(arguments: [
    "# A table\n# of mine\nname,kind,residents,share60plus\nA,laneHousing,900,0.25\n",
    "name;kind;residents;share60plus\nA;laneHousing;900;0.25\n",
    "name\tkind\tresidents\tshare60plus\nA\tlaneHousing\t900\t0.25\n",
    "name, kind, residents, share60plus\nA, laneHousing, 900, 0.25\n",
  ]) func formsOfTables(table: String) throws {
    let row = try own.load(table).variants[0].scenario.setting.city.subdistricts[0].neighbourhoods[0]
    #expect(row.name == "A" && row.kind == .laneHousing && row.residents == 900 && row.share60plus == 0.25)
  }

  @Test(arguments: [
    ("A;laneHousing;900;0,23;", "2:19: '0,23' is not a number; decimals are written with a point: 0.23"),
    ("A;laneHousing;900;23;", "2:19: share60plus is 23, out of range; …0.23 for 23 %"),
    ("A;laneHousing;900;23%;", "2:19: '23%' is not a number; write a percentage as a share: 0.23"),
    ("A;laneHousing;1.250;;", "2:15: 1.250 is not a whole number; nothing stands between thousands: 1250"),
    ("A;laneHousing;12.000;;", "2:15: residents is written 12.000, which is 12 here; write 12, or 12000"),
    ("A;laneHousing;NA;;", "2:15: 'NA' is not a number; leave the field empty"),
    ("A;laneHousing;900;NaN;", "2:19: 'NaN' is not a number; leave the field empty"),
    ("A;laneHousing;900;;null", "2:20: block is 'null'; leave the field empty"),
    ("NA;laneHousing;900;;", "2:1: name is 'NA'; it must be known"),
    ("A;NA;900;;", "2:3: kind is 'NA'; allowed: …'cogov describe kinds'"),
    ("A;;900;;", "2:3: kind is missing; allowed: "),
  ]) func slipsAreToldWithTheirRemedy(row: String, expected: String) {
    expect(own.problems("name;kind;residents;share60plus;block\n\(row)\n"), ["places.csv:" + expected])
  }

  /// A column of three decimals, as programs print them, is no slip.
  @Test func decimalsOfMeasuresAreTaken() throws {
    let table = "name,kind,residents,x,y,share60plus\nA,laneHousing,900,1.000,2.500,0.250\n"
    let row = try own.load(table).variants[0].scenario.setting.city.subdistricts[0].neighbourhoods[0]
    #expect(row.x == 1 && row.y == 2.5 && row.share60plus == 0.25)
  }

  @Test func subdistrictsOnOneSpotAreTold() throws {
    let table = "name,kind,residents,district\nA,laneHousing,900,D\nB,laneHousing,900,E\n"
    #expect(try own.warnings(table).map { $0.contains("2 subdistricts, such as 'D' and 'E'") } == [true])
  }

  @Test func pathsWithBackslashesGetAHint() {
    expect(
      problems(#"{city: {table: 'sub\\places.csv'}}"#),
      [#"1:16: file '…sub\places.csv' does not exist; folders are parted by /: '…sub/places.csv'"#])
  }

  // MARK: The example

  @Test func theTownHasTwelveNeighbourhoodsAndAFundInHalfOfThem() throws {
    let experiment = try ExperimentReader.load(root.appendingPathComponent("Scenarios/town").path)
    #expect(experiment.warnings.isEmpty && experiment.baseline == "none")
    #expect(experiment.variants.map(\.name) == ["none", "fund"])
    let city = experiment.variants[0].scenario.setting.city
    let rows = city.subdistricts.flatMap(\.neighbourhoods)
    #expect(rows.count == 12 && city.residents == 31_000 && city.subdistricts.count == 3)
    #expect(Set(rows.map(\.kind)).count == NeighbourhoodKind.allCases.count)
    let fund = try #require(experiment.variants[1].scenario.setting.mechanisms.first)
    #expect(fund.options["newMoney"] == .number(1))
    guard case .named(let names) = fund.places else {
      return #expect(Bool(false), "the fund is nowhere by name")
    }
    #expect(names.count == 6 && Set(names).isSubset(of: rows.map(\.name)))
    var setting = experiment.variants[1].scenario.setting
    setting.schedule.burnIn = 0
    setting.schedule.observed = 4
    setting.mechanisms[0].from = 0
    let result = try Simulation.run(setting, seed: 1, replicate: 1)
    #expect(result.measures.count == Measure.table.count)
  }
}
