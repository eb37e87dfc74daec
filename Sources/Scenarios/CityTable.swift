import Engine
import Tables

/// A city out of a researcher's CSV: one row a neighbourhood.
struct CityTable {
  /// Columns and whether they must be there.
  static let columns = [
    ("name", true), ("kind", true), ("residents", true), ("district", false), ("subdistrict", false),
    ("block", false), ("x", false), ("y", false), ("households", false), ("share60plus", false),
    ("shareRenters", false), ("shareMigrants", false), ("shareMembers", false),
  ].map { TableReading.Column(name: $0.0, isRequired: $0.1) }

  let diagnosis: Diagnosis
  let files: SourceFiles
  let path: String

  /// Nil where the table cannot be used, which has been reported.
  func city(named place: Place) -> City? {
    let stem = Paths.stem(path)
    if let problem = ResultText.problem(withName: stem) {
      diagnosis.report(place, "the table's name '\(stem)', which names the city, \(problem)")
      return nil
    }
    var lines: [String: Int] = [:]
    var indexes: [String: Int] = [:]
    var subdistricts: [City.Subdistrict] = []
    let table = TableReading(diagnosis: diagnosis, files: files, path: path)
    let isGood = table.rows(named: place, columns: Self.columns) { (row, columns) throws(TableProblem) in
      let neighbourhood = try neighbourhood(row, columns)
      if let first = lines[neighbourhood.name] {
        throw row.problem(
          columns["name", default: 0],
          "there are two neighbourhoods '\(neighbourhood.name)'; first in line \(first)")
      }
      lines[neighbourhood.name] = row.position(0).line
      let district = try label(row, columns, "district") ?? stem
      let name = try label(row, columns, "subdistrict") ?? district
      let key = "\(district)\n\(name)"
      let index = indexes[key] ?? subdistricts.count
      if index == subdistricts.count {
        indexes[key] = index
        subdistricts.append(City.Subdistrict(name: name, district: district, residents: 0))
      }
      subdistricts[index].neighbourhoods.append(neighbourhood)
      subdistricts[index].residents += neighbourhood.residents
    }
    guard isGood, !subdistricts.isEmpty else {
      if isGood {
        diagnosis.report(.start(of: path), "the table has no rows; one row a neighbourhood is needed")
      }
      return nil
    }
    let total = subdistricts.reduce(0) { $0 + $1.residents }
    guard total <= SettingReader.mostResidents else {
      diagnosis.report(
        .start(of: path),
        "the table has \(total) residents; at most \(SettingReader.mostResidents) are allowed")
      return nil
    }
    for index in subdistricts.indices { Self.centre(&subdistricts[index]) }
    return City(name: stem, subdistricts: subdistricts)
  }

  private func neighbourhood(
    _ row: CSVReader.Row, _ columns: [String: Int]
  ) throws(TableProblem) -> City.Neighbourhood {
    let at = { (name: String) in columns[name, default: 0] }
    let name = try row.required(row.name(at("name"), "name"), at("name"), "name")
    let word = row.text(at("kind"))
    guard let kind = NeighbourhoodKind(name: word) else {
      let kinds = NeighbourhoodKind.allCases.map(\.name)
      throw row.problem(at("kind"), "kind is '\(word)'; \(Diagnosis.allowed(kinds, near: word))")
    }
    let residents = try row.required(
      try row.count(at("residents"), "residents", in: 1...1_000_000), at("residents"), "residents")
    var neighbourhood = City.Neighbourhood(name: name, kind: kind, residents: residents)
    neighbourhood.block = try label(row, columns, "block")
    neighbourhood.x = try measure(row, columns, "x", in: -10_000...10_000)
    neighbourhood.y = try measure(row, columns, "y", in: -10_000...10_000)
    if (neighbourhood.x == nil) != (neighbourhood.y == nil) {
      throw row.problem(
        at(neighbourhood.x == nil ? "x" : "y"), "x and y go together; '\(name)' has only one of them")
    }
    if let index = columns["households"] {
      neighbourhood.households = try row.count(index, "households", in: 1...residents)
    }
    neighbourhood.share60plus = try measure(row, columns, "share60plus", in: 0...1)
    neighbourhood.shareRenters = try measure(row, columns, "shareRenters", in: 0...1)
    neighbourhood.shareMigrants = try measure(row, columns, "shareMigrants", in: 0...1)
    neighbourhood.shareMembers = try measure(row, columns, "shareMembers", in: 0...1)
    return neighbourhood
  }

  private func label(
    _ row: CSVReader.Row, _ columns: [String: Int], _ name: String
  ) throws(TableProblem) -> String? {
    guard let index = columns[name] else { return nil }
    return try row.name(index, name)
  }

  private func measure(
    _ row: CSVReader.Row, _ columns: [String: Int], _ name: String, in range: ClosedRange<Double>
  ) throws(TableProblem) -> Double? {
    guard let index = columns[name] else { return nil }
    return try row.measure(index, name, in: range)
  }

  /// A subdistrict lies in the middle of those of its neighbourhoods that have a place.
  private static func centre(_ subdistrict: inout City.Subdistrict) {
    let places = subdistrict.neighbourhoods.compactMap { row in row.x.flatMap { x in row.y.map { (x, $0) } } }
    guard !places.isEmpty else { return }
    subdistrict.x = places.reduce(0) { $0 + $1.0 } / Double(places.count)
    subdistrict.y = places.reduce(0) { $0 + $1.1 } / Double(places.count)
  }
}
