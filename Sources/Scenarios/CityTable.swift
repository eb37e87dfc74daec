import Engine
import Tables

/// A city out of a researcher's CSV: one row a neighbourhood.
struct CityTable {
  static let columns = CityColumn.table.map {
    TableReading.Column(name: $0.id.rawValue, isRequired: $0.isRequired)
  }

  /// Where the columns stand in the table that is read.
  private typealias Indexes = [String: Int]

  let diagnosis: Diagnosis
  let files: SourceFiles
  let path: String
  /// Columns that are to be left out.
  var ignored: [TableReading.Ignored] = []

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
    let isGood = table.rows(named: place, columns: Self.columns, others: .ignored(ignored)) {
      (row, columns) throws(TableProblem) in
      let neighbourhood = try neighbourhood(row, columns)
      if let first = lines[neighbourhood.name] {
        throw row.problem(
          columns["name", default: 0],
          "there are two neighbourhoods '\(neighbourhood.name)'; first in line \(first)")
      }
      lines[neighbourhood.name] = row.position(0).line
      let district = try text(row, columns, .district) ?? stem
      let name = try text(row, columns, .subdistrict) ?? district
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
    let placeless = subdistricts.filter { $0.neighbourhoods.allSatisfy { $0.x == nil } }
    if placeless.count > 1 {
      diagnosis.warn(
        .start(of: path),
        "\(placeless.count) subdistricts, such as '\(placeless[0].name)' and '\(placeless[1].name)', have no "
          + "neighbourhood with x and y: they lie on the same spot")
    }
    for index in subdistricts.indices { Self.centre(&subdistricts[index]) }
    return City(name: stem, subdistricts: subdistricts)
  }

  private func neighbourhood(_ row: CSVReader.Row, _ columns: Indexes) throws(TableProblem)
    -> City.Neighbourhood
  {
    let at = { (id: CityColumn.ID) in columns[id.rawValue, default: 0] }
    let name = try row.required(text(row, columns, .name), at(.name), "name")
    let word = row.trimmed(at(.kind))
    guard let kind = NeighbourhoodKind(name: word) else {
      let kinds = NeighbourhoodKind.allCases.map(\.name)
      let problem = word.isEmpty ? "kind is missing" : "kind is '\(word)'"
      throw row.problem(
        at(.kind),
        "\(problem); \(Suggestion.allowed(kinds, near: word)); 'cogov describe kinds' tells what they are")
    }
    let residents = try row.required(count(row, columns, .residents), at(.residents), "residents")
    var neighbourhood = City.Neighbourhood(name: name, kind: kind, residents: residents)
    neighbourhood.block = try text(row, columns, .block)
    neighbourhood.x = try number(row, columns, .x)
    neighbourhood.y = try number(row, columns, .y)
    if (neighbourhood.x == nil) != (neighbourhood.y == nil) {
      throw row.problem(
        at(neighbourhood.x == nil ? .x : .y), "x and y go together; '\(name)' has only one of them")
    }
    neighbourhood.households = try count(row, columns, .households, most: residents)
    neighbourhood.share60plus = try number(row, columns, .share60plus)
    neighbourhood.shareRenters = try number(row, columns, .shareRenters)
    neighbourhood.shareMigrants = try number(row, columns, .shareMigrants)
    neighbourhood.shareMembers = try number(row, columns, .shareMembers)
    return neighbourhood
  }

  private func text(_ row: CSVReader.Row, _ columns: Indexes, _ id: CityColumn.ID) throws(TableProblem)
    -> String?
  {
    guard let index = columns[id.rawValue] else { return nil }
    let text = row.trimmed(index)
    if text.isEmpty { return nil }
    guard !NumberSlip.isMissing(text) else {
      throw row.problem(
        index,
        CityColumn.of(id).isRequired
          ? "\(id) is '\(text)'; it must be known"
          : "\(id) is '\(text)'; leave the field empty where it is not known")
    }
    if let problem = ResultText.problem(withName: text) {
      throw row.problem(index, "\(id) '\(text)' \(problem)")
    }
    return text
  }

  private func count(
    _ row: CSVReader.Row, _ columns: Indexes, _ id: CityColumn.ID, most: Int = .max
  ) throws(TableProblem) -> Int? {
    guard let index = columns[id.rawValue], case .count(let range, _) = CityColumn.of(id).content else {
      return nil
    }
    return try row.count(index, id.rawValue, in: range.lowerBound...min(range.upperBound, most))
  }

  private func number(_ row: CSVReader.Row, _ columns: Indexes, _ id: CityColumn.ID) throws(TableProblem)
    -> Double?
  {
    guard let index = columns[id.rawValue], case .number(let range, _) = CityColumn.of(id).content else {
      return nil
    }
    return try row.measure(index, id.rawValue, in: range)
  }

  /// A subdistrict lies in the middle of those of its neighbourhoods that have a place. They are added up in an order
  /// of their own: rounding must not depend on the order of rows.
  private static func centre(_ subdistrict: inout City.Subdistrict) {
    let places = subdistrict.neighbourhoods.compactMap { row in row.x.flatMap { x in row.y.map { (x, $0) } } }
    guard !places.isEmpty else { return }
    subdistrict.x = places.map(\.0).sorted().reduce(0, +) / Double(places.count)
    subdistrict.y = places.map(\.1).sorted().reduce(0, +) / Double(places.count)
  }
}
