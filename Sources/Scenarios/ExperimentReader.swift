import Engine
import Foundation
import Tables

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
    try load(path, overrides: overrides, InputReading())
  }

  static func load(
    _ path: String, overrides: [Override], _ input: InputReading
  ) throws(InputFailure) -> Experiment {
    let loading = ExperimentLoading(input: input, overrides: input.patches(overrides))
    return try input.finish(loading.experiment(path))
  }
}

/// One reading of an experiment.
struct ExperimentLoading {
  /// Keys of designs; an experiment has one of them.
  static let designs = ["variants", "factorial", "fractional", "latinHypercube", "sobol", "points"]
  static let keys =
    ["title", "description", "base", "seed", "replicates", "baseline"] + designs + ["precision", "$schema"]
  /// After this many problems no further variants are made.
  static let mostProblems = 50

  let input: InputReading
  let overrides: [Patch]

  var diagnosis: Diagnosis { input.diagnosis }

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
    let names: [String]
    do throws(InputFile.Problem) {
      names = try FileSystem.names(in: path) ?? []
    } catch {
      diagnosis.report(.start(of: path), error.message(path, "folder"))
      return nil
    }
    let scenarios = names.filter { $0.hasSuffix(".json5") && !$0.hasPrefix(".") }
    guard !scenarios.isEmpty else {
      diagnosis.report(.start(of: path), "the folder has no file that ends in .json5")
      return nil
    }
    let baseline = scenarios.filter { $0 == "baseline.json5" }
    var draft = Draft(name: Paths.stem(Paths.canonical(path)), place: .start(of: path))
    draft.design.points = (baseline + scenarios.filter { $0 != "baseline.json5" }).map { name in
      Design.Point(name: Paths.stem(name), scenario: (Paths.resolve(name, in: path), nil))
    }
    return finish(draft)
  }

  private func file(_ path: String, name: String) -> Experiment? {
    guard let tree = input.files.tree(path, named: nil) else { return nil }
    let isExperiment =
      Paths.last(path) == ExperimentReader.fileName
      || tree.members?.contains { SettingReader.experimentKeys.contains($0.key) } == true
    var draft = Draft(name: name, place: tree.place)
    if isExperiment {
      guard read(tree, path, into: &draft) else { return nil }
    } else {
      draft.design.points = [Design.Point(name: name, scenario: (path, nil))]
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
    /// The scenario of points that have none of their own; nil for all defaults.
    var base: Design.Point.File?
    var design = Design()
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
    guard
      let object = StrictObject(
        tree, "", keys: Self.keys + (ClaimReader.isClaim(tree) ? ClaimReader.keys : []), diagnosis: diagnosis,
        elsewhere: { key in
          SettingReader.keys.contains(key)
            ? "it is one of a scenario: write it into the file that 'base' names" : nil
        })
    else { return false }
    draft.title = object.text("title")
    draft.description = object.text("description")
    _ = object.text("$schema")
    draft.seed = object["seed"].flatMap { SettingReader.seed($0, diagnosis) }
    draft.replicates = object.count("replicates", in: Limits.replicates, unit: "runs")
    draft.precision = object["precision"].flatMap { PrecisionRule.read($0, diagnosis) }
    draft.base = object["base"].flatMap { value in
      diagnosis.text(value, "base").map { (Paths.resolve($0, in: Paths.folder(of: path)), value.place) }
    }
    draft.design = design(object, in: Paths.folder(of: path))
    reportOverridden(draft.design.columns)
    let points = draft.design.points
    // A base that no variant uses is checked all the same.
    if let base = draft.base, points.allSatisfy({ $0.scenario != nil && $0.scenario?.path != base.path }) {
      _ = input.scenario(base.path, named: base.place, name: "", patches: [], mainFile: path)
    }
    // Where variants could not be read, the baseline may be one of them.
    var wanted = points.count
    if let variants = object["variants"], case .list(let entries) = variants.content {
      wanted = entries.count
    }
    if let baseline = object["baseline"], wanted == points.count, wanted > 0 {
      draft.baseline = diagnosis.choice(baseline, "baseline", of: points.map(\.name))
    }
    return !points.isEmpty
  }

  /// The one design of the experiment.
  private func design(_ object: StrictObject, in folder: String) -> Design {
    let designs = Self.designs.compactMap { key in object[key].map { (key: key, value: $0) } }
    guard let (key, value) = designs.first else {
      let names = Self.designs.dropLast().map { "'\($0)'" }.joined(separator: ", ")
      diagnosis.report(object.place, "an experiment needs a design: \(names) or '\(Self.designs.last ?? "")'")
      return Design()
    }
    if designs.count > 1 {
      diagnosis.report(
        designs[1].value.place, "'\(key)' and '\(designs[1].key)' do not go together; one design is allowed")
      return Design()
    }
    return switch key {
    case "variants": VariantList(folder: folder, diagnosis: diagnosis).read(value)
    case "factorial": Factorial.read(value, diagnosis: diagnosis)
    case "fractional": Fractional.read(value, diagnosis: diagnosis)
    case "latinHypercube": LatinHypercube.read(value, diagnosis: diagnosis)
    case "sobol": SobolDesign.read(value, diagnosis: diagnosis)
    default: table(value, in: folder)
    }
  }

  private func table(_ value: JSON5Value, in folder: String) -> Design {
    diagnosis.text(value, "points").flatMap { text in
      DesignTable(
        Paths.resolve(text, in: folder), named: value.place, folder: folder, files: input.files,
        diagnosis: diagnosis)
    }?.design ?? Design()
  }

  private func reportOverridden(_ columns: [Design.Column]) {
    for override in overrides {
      for column in columns where column.meets(override.keys) {
        diagnosis.report(
          override.keys[0].place,
          "'\(column.name)' is a factor of this experiment and cannot be set from outside")
      }
    }
  }
}
