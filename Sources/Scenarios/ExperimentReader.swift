import Engine
import Foundation

/// Reads experiments: several scenarios that are run with the same seeds.
public enum ExperimentReader {
  /// Name of the file that makes a folder an experiment.
  static let fileName = "experiment.json5"

  /// Reads an experiment file; a folder with an `experiment.json5`; a folder of scenario files, sorted by name with
  /// `baseline` first; or a single scenario file, as an experiment of one variant.
  ///
  /// Overrides change every variant and have the last word; `seed` and `replicates` change the experiment.
  /// - Throws: ``InputFailure`` with all problems of all files.
  public static func load(_ path: String, overrides: [Override] = []) throws(InputFailure) -> Experiment {
    let input = InputReading()
    let loading = ExperimentLoading(input: input, overrides: input.patches(overrides))
    return try input.finish(loading.experiment(path))
  }
}

/// One reading of an experiment.
struct ExperimentLoading {
  static let keys = [
    "title", "description", "base", "seed", "replicates", "baseline", "variants", "factorial", "points",
    "precision", "$schema",
  ]

  let input: InputReading
  let overrides: [Patch]

  var diagnosis: Diagnosis { input.diagnosis }

  /// What is needed to make one variant.
  struct Plan {
    var name: String
    var levels: [String]
    /// The scenario file; nil for all defaults.
    var scenario: String?
    /// Where that file is named.
    var place: Place?
    var patches: [Patch]
  }

  func experiment(_ path: String) -> Experiment? {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isFolder.boolValue {
      let file = Paths.resolve(ExperimentReader.fileName, in: path)
      guard FileManager.default.fileExists(atPath: file) else { return folder(path) }
      return self.file(file, name: Paths.stem(Paths.canonical(path)))
    }
    return file(path, name: Paths.stem(path))
  }

  // MARK: Folders and single files

  private func folder(_ path: String) -> Experiment? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let scenarios = names.filter { $0.hasSuffix(".json5") && !$0.hasPrefix(".") }.sorted()
    guard !scenarios.isEmpty else {
      diagnosis.report(.start(of: path), "the folder has no file that ends in .json5")
      return nil
    }
    let baseline = scenarios.filter { $0 == "baseline.json5" }
    let plans = (baseline + scenarios.filter { $0 != "baseline.json5" }).map { name in
      Plan(
        name: Paths.stem(name), levels: [], scenario: Paths.resolve(name, in: path), place: nil, patches: [])
    }
    var draft = Draft(name: Paths.stem(Paths.canonical(path)), place: .start(of: path))
    draft.plans = plans
    return finish(draft)
  }

  private func file(_ path: String, name: String) -> Experiment? {
    guard let tree = input.files.tree(path, named: nil) else { return nil }
    let isExperiment =
      path.split(separator: "/").last.map(String.init) == ExperimentReader.fileName
      || tree.members?.contains { SettingReader.experimentKeys.contains($0.key) } == true
    var draft = Draft(name: name, place: tree.place)
    if isExperiment {
      guard read(tree, path, into: &draft) else { return nil }
    } else {
      draft.plans = [Plan(name: name, levels: [], scenario: path, place: nil, patches: [])]
      draft.isSingle = true
    }
    return finish(draft)
  }

  // MARK: Experiment files

  /// An experiment while it is read.
  struct Draft {
    var name: String
    var place: Place
    var title: String?
    var description: String?
    var factors: [String] = []
    var plans: [Plan] = []
    var seed: UInt64?
    var replicates: Int?
    var baseline: String?
    var precision: PrecisionRule?
    var isSingle = false

    init(name: String, place: Place) {
      self.name = name
      self.place = place
    }
  }

  private func read(_ tree: JSON5Value, _ path: String, into draft: inout Draft) -> Bool {
    guard let object = StrictObject(tree, "", keys: Self.keys, diagnosis: diagnosis) else { return false }
    draft.title = object.text("title")
    draft.description = object.text("description")
    _ = object.text("$schema")
    draft.seed = object["seed"].flatMap { SettingReader.seed($0, diagnosis) }
    draft.replicates = object.count("replicates", in: 1...SettingReader.mostReplicates, unit: "runs")
    draft.precision = object["precision"].flatMap { PrecisionRule.read($0, diagnosis) }
    let base = object["base"].flatMap { value in
      diagnosis.text(value, "base").map {
        (path: Paths.resolve($0, in: Paths.folder(of: path)), place: value.place)
      }
    }
    readDesign(object, base, path, into: &draft)
    // A base that no variant uses is checked all the same.
    if let base, !draft.plans.contains(where: { $0.scenario == base.path }) {
      _ = input.scenario(base.path, named: base.place, name: "", patches: [], mainFile: path)
    }
    // Where variants could not be read, the baseline may be one of them.
    var wanted = draft.plans.count
    if let variants = object["variants"], case .list(let entries) = variants.content {
      wanted = entries.count
    }
    if let baseline = object["baseline"], wanted == draft.plans.count, wanted > 0 {
      draft.baseline = diagnosis.choice(baseline, "baseline", of: draft.plans.map(\.name))
    }
    return !draft.plans.isEmpty
  }

  /// The one design of the experiment: a list of variants, a factorial, or the rows of a table.
  private func readDesign(
    _ object: StrictObject, _ base: (path: String, place: Place)?, _ path: String, into draft: inout Draft
  ) {
    let designs = ["variants", "factorial", "points"].compactMap { key in object[key].map { (key, $0) } }
    guard let (key, design) = designs.first else {
      diagnosis.report(
        object.place, "an experiment needs a design: 'variants', 'factorial' or 'points'")
      return
    }
    if designs.count > 1 {
      diagnosis.report(
        designs[1].1.place, "'\(key)' and '\(designs[1].0)' do not go together; one design is allowed")
      return
    }
    switch key {
    case "variants": draft.plans = list(design, base, Paths.folder(of: path))
    case "factorial":
      let factors = Factor.read(design, diagnosis: diagnosis)
      draft.factors = factors.map(\.column)
      reportOverridden(factors.map { ($0.column, $0.keys) })
      draft.plans = Factor.combinations(factors, at: design.place, diagnosis: diagnosis).map {
        Plan(
          name: $0.name, levels: $0.levels, scenario: base?.path, place: base?.place, patches: $0.patches)
      }
    default: draft.plans = points(design, base, path, into: &draft)
    }
  }

  private func points(
    _ value: JSON5Value, _ base: (path: String, place: Place)?, _ path: String, into draft: inout Draft
  ) -> [Plan] {
    let folder = Paths.folder(of: path)
    guard let text = diagnosis.text(value, "points"),
      let table = DesignTable(
        Paths.resolve(text, in: folder), named: value.place, files: input.files, diagnosis: diagnosis)
    else { return [] }
    draft.factors = table.factors
    if let patches = table.points.first?.patches {
      reportOverridden(zip(table.factors, patches).map { ($0, $1.keys) })
    }
    return table.points.map { point in
      Plan(
        name: point.name, levels: point.levels,
        scenario: point.scenario.map { Paths.resolve($0, in: folder) } ?? base?.path,
        place: point.scenario == nil ? base?.place : point.place, patches: point.patches)
    }
  }

  private func reportOverridden(_ factors: [(column: String, keys: [Patch.Key])]) {
    for override in overrides {
      for factor in factors where Factor.meets(override.keys, factor.keys) {
        diagnosis.report(
          override.keys[0].place,
          "'\(factor.column)' is a factor of this experiment and cannot be set from outside")
      }
    }
  }

  // MARK: Lists of variants

  private func list(_ value: JSON5Value, _ base: (path: String, place: Place)?, _ folder: String) -> [Plan] {
    guard let entries = diagnosis.list(value, "variants") else { return [] }
    if entries.isEmpty {
      diagnosis.report(value.place, "'variants' is empty; at least one variant is needed")
    }
    var lines: [String: Int] = [:]
    return entries.enumerated().compactMap { index, entry in
      guard let plan = plan(entry, "variants.\(index)", base, folder) else { return nil }
      if let first = lines[plan.name] {
        diagnosis.report(entry.place, "there are two variants '\(plan.name)'; first in line \(first)")
      }
      lines[plan.name] = entry.place.line
      return plan
    }
  }

  private func plan(
    _ entry: JSON5Value, _ path: String, _ base: (path: String, place: Place)?, _ folder: String
  ) -> Plan? {
    if case .text(let text) = entry.content {
      guard !text.isEmpty else {
        diagnosis.report(entry.place, "'\(path)' is empty; the path of a scenario file is needed")
        return nil
      }
      return Plan(
        name: Paths.stem(text), levels: [], scenario: Paths.resolve(text, in: folder), place: entry.place,
        patches: [])
    }
    guard entry.members != nil else {
      diagnosis.wrongType(
        entry, path, wanted: "the path of a scenario file or an object {name, scenario, set}")
      return nil
    }
    guard
      let object = StrictObject(entry, path, keys: ["name", "scenario", "set"], diagnosis: diagnosis)
    else { return nil }
    guard let nameValue = object.required("name"), let name = diagnosis.text(nameValue, object.path("name"))
    else {
      return nil
    }
    if name.allSatisfy(\.isWhitespace) || name.contains(where: \.isNewline) {
      diagnosis.report(nameValue.place, "'\(object.path("name"))' must be a line of text, not empty")
    }
    var plan = Plan(name: name, levels: [], scenario: base?.path, place: base?.place, patches: [])
    if let scenario = object["scenario"] {
      guard let text = diagnosis.text(scenario, object.path("scenario")) else { return nil }
      plan.scenario = Paths.resolve(text, in: folder)
      plan.place = scenario.place
    }
    if let set = object["set"] { plan.patches = patches(set, object.path("set")) }
    return plan
  }

  private func patches(_ value: JSON5Value, _ path: String) -> [Patch] {
    guard let members = value.members else {
      diagnosis.wrongType(value, path, wanted: "an object {\"path\": value}")
      return []
    }
    return members.compactMap { member in
      Factor.keys(member.key, at: member.keyPlace, diagnosis: diagnosis)
        .map { Patch(keys: $0, value: member.value) }
    }
  }

  // MARK: Variants

  private func finish(_ draft: Draft) -> Experiment? {
    let isForAll = { (patch: Patch) in ["seed", "replicates"].contains(patch.keys[0].text) }
    let variants = draft.plans.compactMap { plan in
      input.scenario(
        plan.scenario, named: plan.place, name: plan.name, patches: plan.patches + overrides,
        mainFile: draft.place.file
      ).map { Variant(name: plan.name, levels: plan.levels, scenario: $0) }
    }
    guard let first = variants.first, variants.count == draft.plans.count else { return nil }
    // What comes from the command line is already in every variant.
    let setKeys = Set(overrides.filter(isForAll).map { $0.keys[0].text })
    let seed = setKeys.contains("seed") ? first.scenario.seed : draft.seed ?? first.scenario.seed
    let replicates =
      setKeys.contains("replicates")
      ? first.scenario.replicates : draft.replicates ?? first.scenario.replicates
    if draft.seed == nil { reportDifferences(variants, "seed", \.seed) }
    if draft.replicates == nil { reportDifferences(variants, "replicates", \.replicates) }
    let uniform = variants.map { variant in
      var variant = variant
      variant.scenario.seed = seed
      variant.scenario.replicates = replicates
      return variant
    }
    let factors = draft.factors
    let baseline = draft.baseline ?? (draft.isSingle ? nil : variants.first { $0.name == "baseline" }?.name)
    return Experiment(
      name: draft.name, title: draft.title ?? (draft.isSingle ? first.scenario.title : draft.name),
      description: draft.description ?? (draft.isSingle ? first.scenario.description : ""), factors: factors,
      variants: uniform, replicates: replicates, seed: seed, baseline: baseline, precision: draft.precision,
      digest: Digest.of(factors: factors, variants: uniform), files: input.files.read)
  }

  /// Variants are compared replicate by replicate: they need the same seed and the same number of them.
  private func reportDifferences<Value: Equatable>(
    _ variants: [Variant], _ key: String, _ value: (Scenario) -> Value
  ) {
    let wanted = value(variants[0].scenario)
    for variant in variants where value(variant.scenario) != wanted {
      diagnosis.report(
        .start(of: variant.scenario.files.first ?? ""),
        "'\(key)' of variant '\(variant.name)' is \(value(variant.scenario)), of '\(variants[0].name)' \(wanted); "
          + "variants of one experiment share it: set it in \(ExperimentReader.fileName)")
    }
  }
}
