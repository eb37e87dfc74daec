import Engine

/// Reads scenario files.
public enum ScenarioReader {
  /// Seed and replicates of a file that gives none.
  static let seed: UInt64 = 1
  static let replicates = 20

  /// Reads a scenario file with all that it extends, and changes it by overrides, the last one having the last word.
  /// - Parameter path: A JSON5 file. Paths inside it are relative to the file in which they stand, those of
  ///   overrides to this file.
  /// - Throws: ``InputFailure`` with all problems of all files.
  public static func load(_ path: String, overrides: [Override] = []) throws(InputFailure) -> Scenario {
    let input = InputReading()
    let patches = input.patches(overrides)
    let scenario = input.scenario(
      path, named: nil, name: Paths.stem(path), patches: patches, mainFile: path)
    if let scenario { input.reportSkipped(patches, in: [scenario]) }
    return try input.finish(scenario)
  }
}

/// One reading of files: what scenario and experiment files have in common.
struct InputReading {
  let diagnosis: Diagnosis
  let files: SourceFiles
  private let digest = SettingDigest()

  init() {
    diagnosis = Diagnosis()
    files = SourceFiles(diagnosis: diagnosis)
  }

  func patches(_ overrides: [Override]) -> [Patch] {
    overrides.enumerated().compactMap {
      var patch = $1.patch(number: $0 + 1, diagnosis: diagnosis)
      patch?.isForAll = true
      return patch
    }
  }

  /// The result, or all problems met on the way.
  func finish<Result>(_ result: Result?) throws(InputFailure) -> Result {
    if let result, diagnosis.isClean { return result }
    throw diagnosis.failure(order: files.read)
  }

  /// A scenario out of a file (nil: all defaults) and changes; nil where something is wrong, which has been reported.
  func scenario(_ path: String?, named place: Place?, name: String, patches: [Patch], mainFile: String)
    -> Scenario?
  {
    var tree = JSON5Value(content: .object([]), place: .start(of: mainFile))
    var read: [String] = []
    var skipped: [String] = []
    if let path {
      guard let base = files.base(path, make: { base(path, named: place) }) else { return nil }
      (tree, read) = (base.tree, base.files)
    }
    for patch in patches {
      if ["extends", "title", "description"].contains(patch.keys[0].text) {
        diagnosis.report(patch.keys[0].place, "'\(patch.keys[0].text)' cannot be set from outside the file")
        continue
      }
      if let id = patch.mechanismOfOption, !Self.isOn(id, in: tree) {
        if patch.isForAll {
          skipped.append(patch.path)
        } else {
          diagnosis.report(
            patch.keys[1].place,
            "'\(patch.path)' is an option of '\(id)', which is off in \(path ?? "the defaults"); "
              + patch.remedyWhereOff(id))
        }
        continue
      }
      guard let patched = Merging.apply(patch, to: tree, diagnosis: diagnosis) else { continue }
      tree = patched
    }
    var reader = SettingReader(diagnosis: diagnosis, files: files, isWhole: true, mainFile: path ?? mainFile)
    reader.read(tree)
    guard diagnosis.isClean else { return nil }
    read += reader.tables
    var scenario = Scenario(
      name: name, title: reader.title ?? name, description: reader.description ?? "", setting: reader.setting,
      seed: reader.seed ?? ScenarioReader.seed, replicates: reader.replicates ?? ScenarioReader.replicates,
      digest: digest.of(reader.setting), files: read)
    scenario.scale = reader.scale
    scenario.usePlaces = reader.usePlaces
    scenario.cityPlace = reader.cityPlace
    scenario.skipped = skipped
    return scenario
  }

  /// A file merged with all that it extends, each of them checked; nil where that cannot be, which has been reported.
  private func base(_ path: String, named place: Place?) -> SourceFiles.Base? {
    guard let layers = Inheritance(files: files).layers(of: path, named: place) else { return nil }
    for layer in layers { checkAlone(layer) }
    // A file that is no object has been reported; nothing can be merged with it.
    guard layers.allSatisfy({ $0.members != nil }) else { return nil }
    return (Inheritance.merged(layers), layers.map(\.place.file))
  }

  private func checkAlone(_ layer: JSON5Value) {
    guard files.markChecked(layer.place.file) else { return }
    var reader = SettingReader(diagnosis: diagnosis, files: files, isWhole: false, mainFile: layer.place.file)
    reader.read(layer)
  }
}
