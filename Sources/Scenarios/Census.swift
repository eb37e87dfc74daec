import Engine
import Foundation
import Tables

/// The preset `shanghai`: one subdistrict per division (街道, 镇, 乡) of every district of the census table.
struct Census {
  static let fileName = "shanghai-districts-2020.csv"

  let diagnosis: Diagnosis
  let files: SourceFiles
  let path: String

  /// Centre in kilometres east and north of People's Square, and square kilometres. Approximate, from general
  /// knowledge: good enough for distances between districts, not for maps.
  private static let districts: [String: (x: Double, y: Double, area: Double)] = [
    "Huangpu": (0.5, -1, 20), "Xuhui": (-3.5, -5.5, 55), "Changning": (-7, -1.5, 38), "Jingan": (-1.5, 4, 37),
    "Putuo": (-7, 3, 55), "Hongkou": (2, 4.5, 23), "Yangpu": (6, 6, 61), "Pudong": (19, -6, 1210),
    "Minhang": (-7, -14, 371), "Baoshan": (-4, 17, 271), "Jiading": (-20, 16, 464),
    "Jinshan": (-21, -45, 586),
    "Songjiang": (-24, -22, 605), "Qingpu": (-35, -9, 670), "Fengxian": (7, -34, 687),
    "Chongming": (2, 44, 1185),
  ]

  /// The path of the table, searched for in `data` of the file's folder and of all folders above it, then in
  /// `Scenarios/data` of the working directory; and where it was looked for.
  static func find(from file: String) -> (path: String?, looked: [String]) {
    var looked: [String] = []
    var folder = URL(fileURLWithPath: file).standardizedFileURL.deletingLastPathComponent()
    while true {
      looked.append(folder.appendingPathComponent("data").path)
      if folder.path == "/" || looked.count > 100 { break }
      folder = folder.deletingLastPathComponent()
    }
    looked.append(
      URL(
        fileURLWithPath: "Scenarios/data",
        relativeTo: URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
      )
      .path)
    let found = looked.first { FileManager.default.fileExists(atPath: $0 + "/" + fileName) }
    return (found.map { $0 + "/" + fileName }, looked)
  }

  /// `scale` multiplies residents, not places. Nil where the table cannot be used, which has been reported.
  func city(scale: Double, named place: Place) -> City? {
    let table = TableReading(diagnosis: diagnosis, files: files, path: path)
    let columns = ["district", "district_zh", "zone", "residents", "subdistricts", "towns", "townships"]
      .map { TableReading.Column(name: $0, isRequired: $0 != "district_zh" && $0 != "zone") }
    var subdistricts: [City.Subdistrict] = []
    let isGood = table.rows(named: place, columns: columns) { (row, indexes) throws(TableProblem) in
      subdistricts += try district(row, indexes, scale: scale)
    }
    guard isGood, !subdistricts.isEmpty else {
      if isGood { diagnosis.report(.start(of: path), "the table has no rows") }
      return nil
    }
    return City(name: "shanghai", subdistricts: subdistricts)
  }

  private func district(
    _ row: CSVReader.Row, _ indexes: [String: Int], scale: Double
  ) throws(TableProblem) -> [City.Subdistrict] {
    let count = { (name: String, range: ClosedRange<Int>) throws(TableProblem) -> Int in
      let index = indexes[name, default: 0]
      return try row.required(try row.count(index, name, in: range), index, name)
    }
    let nameIndex = indexes["district", default: 0]
    let name = row.text(nameIndex)
    guard let district = Self.districts[name] else {
      let known = Self.districts.keys.sorted()
      throw row.problem(
        nameIndex, "'\(name)' is no district with a known position; \(Suggestion.allowed(known, near: name))")
    }
    let residents = try count("residents", 1...SettingReader.mostResidents)
    let divisions =
      try count("subdistricts", 0...1000) + count("towns", 0...1000) + count("townships", 0...1000)
    guard divisions > 0 else { throw row.problem(nameIndex, "district '\(name)' has no divisions") }
    let scaled = max(divisions, Int((Double(residents) * scale).rounded()))
    let width = Int(Double(divisions).squareRoot().rounded(.up))
    let height = (divisions + width - 1) / width
    let spacing = (district.area / Double(divisions)).squareRoot()
    return (0..<divisions).map { index in
      // The first few get one resident more, so that the sum is exact.
      let share = scaled / divisions + (index < scaled % divisions ? 1 : 0)
      let column = Double(index % width) - Double(width - 1) / 2
      let line = Double(index / width) - Double(height - 1) / 2
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      return City.Subdistrict(
        name: "\(name) \(number)", district: name, residents: share,
        x: ((district.x + column * spacing) * 100).rounded() / 100,
        y: ((district.y - line * spacing) * 100).rounded() / 100)
    }
  }
}
