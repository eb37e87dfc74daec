import Engine
import Foundation
import Scenarios
import Testing

private let census = """
  district,district_zh,zone,residents,subdistricts,towns,townships
  Xuhui,徐汇区,central,1000,2,1,0
  Chongming,崇明区,suburban,11,0,1,2

  """

@Suite struct CityTests {
  func trial(_ folder: Folder, _ text: String) throws -> City {
    try ScenarioReader.load(folder.write("trial.json5", text)).setting.city
  }

  func tell(_ folder: Folder, _ text: String) -> [String] {
    let path = folder.write("trial.json5", text)
    return problems { () throws(InputFailure) in try ScenarioReader.load(path) }
  }

  @Test func presetsAndCustomCities() throws {
    #expect(try load("{city: {preset: 'lingyun'}}").setting.city == .lingyun)
    #expect(try load("{city: {preset: 'lingyun', scale: 1}}").setting.city == .lingyun)
    let tiny = try load("{city: {preset: 'lingyun', scale: 0.0001}}").setting.city.subdistricts[0]
    #expect(tiny.residents == 10)
    #expect(tiny.committees == 1 && tiny.inServiceMembers == 1 && tiny.units == 1)
    let custom = try load("{city: {residents: 5000, neighbourhoods: 3}}").setting.city
    #expect(custom.subdistricts.map(\.name) == ["custom"])
    #expect(custom.residents == 5000)
    #expect(custom.subdistricts[0].committees == 3)
  }

  @Test(arguments: [
    ("{}", "1:8: 'city' is empty"),
    ("{preset: 'lingyung'}", "1:17: 'city.preset' is 'lingyung'; …did you mean 'lingyun'?"),
    ("{scale: 0}", "1:16: 'city.scale' is 0; more than 0"),
    ("{scale: 2}", "1:16: 'city.scale' is 2, out of range"),
    ("{residents: 0}", "1:20: 'city.residents' is 0, out of range"),
    ("{neighbourhoods: 3}", "1:8: key 'city.residents'"),
    ("{residents: 3, neighbourhoods: 4}", "1:39: 'city.neighbourhoods' is 4, more than the 3 residents"),
    ("{preset: 'lingyun', residents: 9}", "1:28: 'preset' and 'residents' do not go together"),
    ("{residents: 9, scale: 0.5}", "1:9: 'scale' and 'residents' do not go together"),
    ("{table: ''}", "1:16: 'city.table' is empty"),
    ("{table: 'no.csv'}", "1:16: file '…no.csv' does not exist"),
    ("{table: 3}", "1:16: 'city.table' must be a text"), ("'lingyun'", "1:8: 'city' must be an object"),
    ("{citizens: 3}", "1:9: unknown key 'citizens'"),
  ]) func tellsOneProblem(city: String, expected: String) {
    expect(problems("{city: \(city)}"), [expected])
  }

  @Test func shanghaiComesFromTheCensus() throws {
    let folder = Folder()
    folder.write("data/shanghai-districts-2020.csv", census)
    let path = folder.write("deep/er/trial.json5", "{city: {preset: 'shanghai'}}")
    let scenario = try ScenarioReader.load(path)
    let city = scenario.setting.city
    #expect(
      city.subdistricts.map(\.name) == [
        "Xuhui 01", "Xuhui 02", "Xuhui 03", "Chongming 01", "Chongming 02", "Chongming 03",
      ])
    #expect(city.subdistricts.map(\.residents) == [334, 333, 333, 4, 4, 3])
    #expect(Set(city.subdistricts.map { "\($0.x) \($0.y)" }).count == 6)
    #expect(city.subdistricts[3].y > city.subdistricts[0].y)
    #expect(scenario.files.last?.hasSuffix("data/shanghai-districts-2020.csv") == true)
    let half = try ScenarioReader.load(path, overrides: [try #require(Override("city.scale=0.1"))])
    #expect(half.setting.city.subdistricts.map(\.residents) == [34, 33, 33, 1, 1, 1])
  }

  @Test func theCensusOfTheProjectIsWhole() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let table = try String(
      contentsOf: root.appendingPathComponent("Scenarios/data/shanghai-districts-2020.csv"), encoding: .utf8)
    let folder = Folder()
    folder.write("data/shanghai-districts-2020.csv", table)
    let city = try trial(folder, "{city: {preset: 'shanghai'}}")
    #expect(city.residents == 24_870_895)
    #expect(city.subdistricts.count == 107 + 106 + 2)
    #expect(Set(city.subdistricts.map(\.district)).count == 16)
    #expect(Set(city.subdistricts.map(\.name)).count == 215)
    let use = "{city: {preset: 'shanghai'}, mechanisms: {\(mechanism): {where: ['Xuhui', 'Pudong 36']}}}"
    #expect(tell(folder, use) == [])
    expect(
      tell(folder, use.replacing("'Xuhui'", with: "'Xuhui 3'")),
      ["1:…names 'Xuhui 3'…did you mean 'Xuhui 03'?"])
  }

  @Test func tellsWhatIsWrongWithTheCensus() {
    let folder = Folder()
    folder.write(
      "data/shanghai-districts-2020.csv",
      "district,residents,subdistricts,towns,townships\nXuhui,many,1,1,1\nAtlantis,5,1,0,0\nPutuo,5,0,0,0\n")
    expect(
      tell(folder, "{city: {preset: 'shanghai'}}"),
      [
        "shanghai-districts-2020.csv:2:7: 'many' is not a number",
        "shanghai-districts-2020.csv:3:1: 'Atlantis'",
        "shanghai-districts-2020.csv:4:1: district 'Putuo' has no divisions",
      ])
  }

  @Test func tablesOfNeighbourhoods() throws {
    let folder = Folder()
    folder.write(
      "tables/places.csv",
      """
      name,kind,residents,district,subdistrict,block,x,y,households,share60plus
      A,commodityEstate,1000,D,S,B1,1,2,400,0.25
      B,laneHousing,2000,D,S,B1,3,4,,
      C,migrantVillage,500,D,T,,,,,0.1
      """)
    let text = "{city: {table: 'tables/places.csv'}}"
    let city = try trial(folder, text)
    #expect(city.name == "places")
    #expect(city.residents == 3500)
    #expect(city.subdistricts.map(\.name) == ["S", "T"])
    #expect(city.subdistricts[0].x == 2 && city.subdistricts[0].y == 3)
    let first = city.subdistricts[0].neighbourhoods[0]
    #expect(first.kind == .commodityEstate && first.block == "B1" && first.households == 400)
    #expect(first.share60plus == 0.25 && first.shareRenters == nil)
    #expect(city.subdistricts[1].neighbourhoods[0].x == nil)
    let uses = { (names: String) in
      "{city: {table: 'tables/places.csv'}, mechanisms: {\(mechanism): \(names)}}"
    }
    #expect(tell(folder, uses("[{where: 'A'}, {where: ['B', 'C']}]")) == [])
    expect(tell(folder, uses("[{where: 'A'}, {where: 'B1'}]")), ["1:…overlaps in time and place"])
    expect(tell(folder, uses("{where: 'S 01'}")), ["1:…names 'S 01', which the city 'places' does not have"])
  }

  @Test func tellsEveryBadRow() {
    let folder = Folder()
    folder.write(
      "places.csv",
      """
      name,kind,residents,x,y,households,share60plus
      A,commodityEstate,1000,1,2,400,0.25
      ,laneHousing,10,,,,
      B,laneHouse,10,,,,
      C,laneHousing,,,,,
      D,laneHousing,1.5,,,,
      E,laneHousing,0,,,,
      F,laneHousing,10,1,,,
      G,laneHousing,10,,,11,
      H,laneHousing,10,,,,1.5
      A,laneHousing,10,,,,
      I,laneHousing
      J,laneHousing,"1,000",,,,
      """)
    let expected = [
      "2…", "3:1: name is missing", "4:3: kind is 'laneHouse'; …did you mean 'laneHousing'?",
      "5:15: residents is missing", "6:15: 1.5 is not a whole number", "7:15: residents is 0, out of range",
      "8:20: x and y go together", "9:20: households is 11, out of range; 1 to 10",
      "10:21: share60plus is 1.5, out of range; 0 to 1",
      "11:1: there are two neighbourhoods 'A'; first in line 2",
      "12:3: the row has 2 fields; the header has 7", "13:15: '1,000' is not a number",
    ].dropFirst().map { "places.csv:" + $0 }
    expect(tell(folder, "{city: {table: 'places.csv'}}"), Array(expected))
  }

  @Test(arguments: [
    ("", "1:1: the table is empty"), ("name,kind,residents\n", "1:1: the table has no rows"),
    ("name,kind\n", "1:1: column 'residents' is missing"),
    ("name,kind,residents,hauseholds\n", "1:21: unknown column 'hauseholds'; …did you mean 'households'?"),
    ("name;kind;residents\n", "1:1: the table has no rows"),
    ("name,kind,residents\n\"A,laneHousing,5\n", "2:1: the quote is never closed"),
  ]) func tellsWhatIsWrongWithATable(table: String, expected: String) {
    let folder = Folder()
    folder.write("places.csv", table)
    expect(tell(folder, "{city: {table: 'places.csv'}}"), ["places.csv:" + expected])
  }

  @Test func survivesMutationsOfATable() {
    let folder = Folder()
    let path = folder.write("trial.json5", "{city: {table: 'places.csv'}}")
    let seed = Array("name,kind,residents,x,y\nA,laneHousing,10,1.5,2\n\"B\",officeTower,1e2,,\n".utf8)
    let noise = Array(",\"\n\r;0-e街".utf8) + [0xFF]
    var state: UInt64 = 9
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<500 {
      var bytes = seed
      for _ in 0...draw(3) { bytes[draw(bytes.count)] = noise[draw(noise.count)] }
      folder.write("places.csv", bytes)
      do {
        _ = try ScenarioReader.load(path)
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
  }
}
