import Engine
import Foundation

/// Files to be spoilt: a copy of all scenarios and a few tables, in a folder of its own.
struct Corpus {
  enum Kind: String, CaseIterable {
    case scenario = "scenarios, experiments and claims"
    case city = "tables of neighbourhoods"
    case design = "tables of designs"
    case census = "census tables"
  }

  /// One spoilt file and the file that leads to it.
  struct Input {
    var kind: Kind
    /// The spoilt file.
    var path: String
    /// What is read.
    var entry: String
    /// The file it was made of.
    var model: String
    fileprivate var original: [UInt8]?
  }

  private struct Model {
    var kind: Kind
    var name: String
    var bytes: [UInt8]
  }

  private let folder: String
  private let models: [Model]
  private let mutation: Mutation
  private static let census = "data/shanghai-districts-2020.csv"

  init(copying source: String) throws {
    let files = FileManager.default
    folder = files.temporaryDirectory.appendingPathComponent("endurance-\(getpid())").path
    guard files.fileExists(atPath: source) else {
      throw Endurance.Misuse(message: "there is no folder '\(source)' here; run it in the project's folder")
    }
    try? files.removeItem(atPath: folder)
    try files.copyItem(atPath: source, toPath: folder)
    let names = (files.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
    var models: [Model] = []
    for name in names where name.hasSuffix(".json5") {
      models.append(Model(kind: .scenario, name: name, bytes: try Self.bytes("\(folder)/\(name)")))
    }
    models += [
      Model(kind: .city, name: "city.csv", bytes: Array(Self.city.utf8)),
      Model(kind: .design, name: "design.csv", bytes: Array(Self.design.utf8)),
      Model(kind: .census, name: Self.census, bytes: try Self.bytes("\(folder)/\(Self.census)")),
    ]
    self.models = models
    let text = models.flatMap(\.bytes).split { !Mutation.isLetter($0) }.map { Array($0) }
    let ids =
      ParameterID.table.map { "parameters.\($0.id)" } + ConditionID.table.map { "conditions.\($0.id)" }
      + MechanismRegistry.descriptions.flatMap { mechanism in
        ["mechanisms.\(mechanism.id)"] + mechanism.options.map { "mechanisms.\(mechanism.id).\($0.name)" }
      } + ["input.json5", "input.csv", "variants", "points: 'design.csv'", "extends: 'input.json5',"]
    let unique = Set(text.map { String(decoding: $0, as: UTF8.self) } + ids)
    mutation = Mutation(words: unique.sorted().map { Array($0.utf8) }, others: models.map(\.bytes))
    try write("city.json5", Array("{city: {table: 'input.csv'}}".utf8))
    try write("design.json5", Array("{base: 'calibration/base.json5', points: 'input.csv'}".utf8))
    try write("census.json5", Array("{city: {preset: 'shanghai', scale: 0.001}}".utf8))
    try write("design.csv", Array(Self.design.utf8))
  }

  /// The next spoilt file, written where its paths lead to the files they should.
  func input(_ dice: inout Dice) throws -> Input {
    // Every fourth is a table.
    let kinds: [Kind] = [.scenario, .scenario, .scenario, dice.pick([.city, .design, .census])]
    let kind = dice.pick(kinds)
    let model = dice.pick(models.filter { $0.kind == kind })
    let bytes = mutation.spoil(model.bytes, &dice)
    switch kind {
    case .scenario:
      let parent = model.name.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      let path = try write("\(parent)input.json5", bytes)
      return Input(kind: kind, path: path, entry: path, model: model.name)
    case .city, .design:
      let entry = kind == .city ? "city.json5" : "design.json5"
      let path = try write("input.csv", bytes)
      return Input(kind: kind, path: path, entry: "\(folder)/\(entry)", model: model.name)
    case .census:
      let path = try write(Self.census, bytes)
      return Input(
        kind: kind, path: path, entry: "\(folder)/census.json5", model: model.name, original: model.bytes)
    }
  }

  /// Takes a spoilt file away.
  func restore(_ input: Input) throws {
    if let original = input.original {
      try Data(original).write(to: URL(fileURLWithPath: input.path))
    } else {
      try FileManager.default.removeItem(atPath: input.path)
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  @discardableResult
  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(folder)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static let city = """
    name,kind,residents,district,subdistrict,block,x,y,households,share60plus,shareRenters,shareMigrants,shareMembers
    Plum Lane,\(NeighbourhoodKind.allCases[0].name),2400,Xuhui,Lingyun,North,0.5,1.25,900,0.3,0.2,0.1,0.05
    Peach Lane,\(NeighbourhoodKind.allCases[1].name),1800,Xuhui,Lingyun,North,0.75,1.5,,0.2,,,
    "Pear, Lane",\(NeighbourhoodKind.allCases[0].name),3000,Xuhui,Tianlin,,,,,,,,

    """

  private static let design = """
    name,scenario,parameters.joinBase,conditions.handover,forms.veto,weeks.observed
    low,,-9.5,0.1,suppressing,20
    high,,-8.5,0.9,removing,30
    other,tradeoff/embedded.json5,-9,5e-1,removing,40

    """
}
