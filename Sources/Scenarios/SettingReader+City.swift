import Engine

extension SettingReader {
  static let mostResidents = 100_000_000
  static let mostNeighbourhoods = 100_000

  mutating func readCity(_ value: JSON5Value?) {
    guard let value else { return }
    let keys = ["preset", "scale", "residents", "neighbourhoods", "table", "ignore"]
    guard let object = StrictObject(value, "city", keys: keys, diagnosis: diagnosis) else {
      knowsCity = false
      return
    }
    // Every part is checked before anything is made of them.
    let preset = object["preset"].flatMap {
      diagnosis.choice($0, "city.preset", of: ["lingyun", "shanghai"])
    }
    let scale = readScale(object)
    let residents = object.count("residents", in: 1...Self.mostResidents, unit: "residents")
    let neighbourhoods = object.count(
      "neighbourhoods", in: 1...Self.mostNeighbourhoods, unit: "neighbourhoods")
    let table = object.text("table")
    let ignored = readIgnored(object)
    guard isWhole else { return }
    knowsCity = false
    guard ways(object, at: value.place) else { return }
    let city: City?
    if object.has("table") || object.has("ignore") {
      city = object.required("table").flatMap { value in
        if let table, let ignored { self.table(table, named: value.place, ignored) } else { nil }
      }
    } else if object.has("residents") || object.has("neighbourhoods") {
      _ = object.required("residents")
      city = residents.flatMap { custom(residents: $0, neighbourhoods: neighbourhoods, object) }
    } else if let preset = object.has("preset") ? preset : "lingyun", let scale {
      self.scale = scale
      city =
        preset == "lingyun"
        ? lingyun(scale: scale) : shanghai(scale: scale, named: object["preset"]?.place ?? value.place)
    } else {
      city = nil
    }
    if let city {
      setting.city = city
      knowsCity = true
    }
  }

  private func readScale(_ object: StrictObject) -> Double? {
    guard let value = object["scale"] else { return 1 }
    guard let scale = diagnosis.number(value, "city.scale", in: 0...1, unit: "") else { return nil }
    if scale > 0 { return scale }
    diagnosis.report(value.place, "'city.scale' is 0; more than 0, up to 1, is allowed")
    return nil
  }

  /// A city is made in one way only; false where several are mixed.
  private func ways(_ object: StrictObject, at place: Place) -> Bool {
    let ways = [["preset", "scale"], ["residents", "neighbourhoods"], ["table", "ignore"]]
      .compactMap { keys in object.members.first { keys.contains($0.key) } }
    if object.members.isEmpty {
      diagnosis.report(place, "'city' is empty; preset, residents or table is needed")
      return false
    }
    guard ways.count > 1 else { return true }
    let names = ways.map { "'\($0.key)'" }.joined(separator: " and ")
    diagnosis.report(
      ways[1].keyPlace,
      "\(names) do not go together in 'city'; one of {preset, scale}, {residents, neighbourhoods}, {table, ignore} is allowed"
    )
    return false
  }

  private func custom(residents: Int, neighbourhoods: Int?, _ object: StrictObject) -> City? {
    if object.has("neighbourhoods"), neighbourhoods == nil { return nil }
    if let neighbourhoods, neighbourhoods > residents, let place = object["neighbourhoods"]?.place {
      diagnosis.report(
        place, "'city.neighbourhoods' is \(neighbourhoods), more than the \(residents) residents")
      return nil
    }
    var subdistrict = City.Subdistrict(name: "custom", district: "custom", residents: residents)
    subdistrict.committees = neighbourhoods
    return City(name: "custom", subdistricts: [subdistrict])
  }

  private func lingyun(scale: Double) -> City {
    var city = City.lingyun
    guard scale < 1 else { return city }
    let scaled = { (number: Int) in max(1, Int((Double(number) * scale).rounded())) }
    for index in city.subdistricts.indices {
      var subdistrict = city.subdistricts[index]
      subdistrict.residents = scaled(subdistrict.residents)
      subdistrict.committees = subdistrict.committees.map(scaled)
      subdistrict.committeeMembers = subdistrict.committeeMembers.map(scaled)
      subdistrict.registeredMembers = subdistrict.registeredMembers.map(scaled)
      subdistrict.inServiceMembers = subdistrict.inServiceMembers.map(scaled)
      subdistrict.units = subdistrict.units.map(scaled)
      subdistrict.unitPartyOrganisations = subdistrict.unitPartyOrganisations.map(scaled)
      city.subdistricts[index] = subdistrict
    }
    return city
  }

  private mutating func shanghai(scale: Double, named place: Place) -> City? {
    let start = place.isCommandLine ? mainFile : place.file
    let (path, looked) = Census.find(from: start)
    guard let path else {
      diagnosis.report(
        place,
        "the city 'shanghai' needs the table \(Census.fileName), which is not in \(looked.joined(separator: ", "))"
      )
      return nil
    }
    tables.append(path)
    return files.city("\(path) \(scale)") { [diagnosis, files] in
      Census(diagnosis: diagnosis, files: files, path: path).city(scale: scale, named: place)
    }
  }

  /// Columns that are to be left out; nil where one cannot be read, which has been reported.
  private func readIgnored(_ object: StrictObject) -> [TableReading.Ignored]? {
    guard let value = object["ignore"] else { return [] }
    guard let entries = diagnosis.list(value, "city.ignore", like: "ignore: [\"code\"]") else { return nil }
    let ignored = entries.enumerated().compactMap { index, entry in
      diagnosis.text(entry, "city.ignore.\(index)").map { TableReading.Ignored(name: $0, place: entry.place) }
    }
    return ignored.count == entries.count ? ignored : nil
  }

  private mutating func table(_ name: String, named place: Place, _ ignored: [TableReading.Ignored]) -> City?
  {
    guard !name.isEmpty else {
      diagnosis.report(place, "'city.table' is empty; the path of a CSV file is needed")
      return nil
    }
    let home = place.isCommandLine ? mainFile : place.file
    let path = Paths.resolve(name, in: Paths.folder(of: home))
    tables.append(path)
    let key = ([path] + ignored.map(\.name)).joined(separator: "\n")
    return files.city(key) { [diagnosis, files] in
      CityTable(diagnosis: diagnosis, files: files, path: path, ignored: ignored).city(named: place)
    }
  }
}
