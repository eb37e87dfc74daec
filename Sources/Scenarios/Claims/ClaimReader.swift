import Engine
import Foundation

/// Reads claim files: experiments with what is expected of them.
public enum ClaimReader {
  /// What a file may be meant as.
  public enum Document {
    case claim(Claim)
    case experiment(Experiment)
  }

  /// Keys that only a claim has.
  static let ownKeys = [
    "source", "claim", "shape", "origin", "reason", "contrasts", "resources", "rivals", "neutral",
  ]
  /// All keys of a claim beside those of an experiment; `conditions` is a key of scenarios as well.
  static let keys = ownKeys + ["conditions"]

  static func isClaim(_ tree: JSON5Value) -> Bool {
    tree.members?.contains { ownKeys.contains($0.key) } == true
  }

  /// Whether a file is meant as a claim: it has a key that only claims have. False for what cannot be read.
  public static func isClaim(_ path: String) -> Bool {
    let input = InputReading()
    return input.files.tree(path, named: nil).map { isClaim($0) } ?? false
  }

  /// Reads a claim with all its frames.
  /// - Parameter overrides: Change every variant of every frame and have the last word.
  /// - Throws: ``InputFailure`` with all problems of all files.
  public static func load(_ path: String, overrides: [Override] = []) throws(InputFailure) -> Claim {
    try load(path, overrides: overrides, InputReading())
  }

  /// Reads a file as what it is meant as, a claim or an experiment; a folder as an experiment.
  /// - Throws: ``InputFailure`` with all problems of all files.
  public static func document(_ path: String, overrides: [Override] = []) throws(InputFailure) -> Document {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    // One reading: a large file takes its time.
    let input = InputReading()
    if !isFolder.boolValue, let tree = input.files.tree(path, named: nil), isClaim(tree) {
      return .claim(try load(path, overrides: overrides, input))
    }
    return .experiment(try ExperimentReader.load(path, overrides: overrides, input))
  }

  private static func load(
    _ path: String, overrides: [Override], _ input: InputReading
  ) throws(InputFailure) -> Claim {
    let reading = ClaimReading(input: input, path: path, overrides: input.patches(overrides))
    return try input.finish(reading.claim())
  }
}

/// One reading of a claim.
struct ClaimReading {
  let input: InputReading
  let path: String
  let overrides: [Patch]

  var diagnosis: Diagnosis { input.diagnosis }

  func claim() -> Claim? {
    guard let tree = input.files.tree(path, named: nil) else { return nil }
    // The experiment's reading reports unknown keys.
    let registered = ExperimentLoading(input: input, overrides: overrides).experiment(path)
    guard tree.members != nil,
      let object = StrictObject(
        tree, "", keys: ExperimentLoading.keys + ClaimReader.keys, diagnosis: diagnosis)
    else { return nil }
    if let precision = object["precision"] {
      diagnosis.report(
        precision.place, "'precision' is not for claims; all frames of a claim have the same replicates")
    }
    let texts = ["title", "source", "claim", "reason"].map { text(object, $0) }
    let shape: Claim.Shape? = word(object, "shape")
    let origin: Claim.Origin? = word(object, "origin")
    let contrasts = self.contrasts(object, registered)
    let resources = self.resources(object, contrasts, registered)
    let frames = self.frames(object, registered)
    if let shape { check(shape, contrasts, at: object["shape"]?.place ?? object.place) }
    if origin == .emergent, !object.has("neutral"), contrasts.contains(where: { $0.contrast.expect != .none })
    {
      diagnosis.report(
        object["origin"]?.place ?? object.place,
        "an emergent claim needs 'neutral': a setting in which the laws that carry it do nothing, such as "
          + "{laws: [\"Mobilisation\"], set: {\"parameters.asksPerTie\": 0}}")
    }
    if let registered { check(contrasts, registered, frames) }
    guard diagnosis.isClean, let registered, let shape, let origin, let resources else { return nil }
    let all = frames.map(\.frame)
    let first = Claim.Frame(
      kind: .registered, name: Self.registeredName, changes: [], experiment: registered)
    return Claim(
      id: registered.name, file: path, title: texts[0] ?? "", source: texts[1] ?? "",
      world: object.text("base").map(Paths.stem) ?? "", statement: texts[2] ?? "", shape: shape,
      origin: origin, reason: texts[3] ?? "",
      contrasts: contrasts.map(\.contrast), resources: resources,
      neutralLaws: neutralLaws(object),
      frames: [first] + all.filter { $0.kind != .larger }, larger: all.first { $0.kind == .larger })
  }

  /// A text that must be there and say something.
  private func text(_ object: StrictObject, _ key: String) -> String? {
    guard let value = object.required(key), let text = diagnosis.text(value, key) else { return nil }
    if text.allSatisfy(\.isWhitespace) { diagnosis.report(value.place, "'\(key)' is empty") }
    if let problem = ResultText.problem(withText: text) {
      diagnosis.report(value.place, "'\(key)' \(problem)")
    }
    return text
  }

  /// One of a few words, which must be there.
  func word<Word: CaseIterable & RawRepresentable>(_ object: StrictObject, _ key: String) -> Word?
  where Word.RawValue == String {
    object.required(key)
      .flatMap { diagnosis.choice($0, object.path(key), of: Word.allCases.map(\.rawValue)) }
      .flatMap { Word(rawValue: $0) }
  }

  // MARK: Resources

  private func resources(
    _ object: StrictObject, _ contrasts: [PlacedContrast], _ experiment: Experiment?
  ) -> Claim.Resources? {
    let wanted = "\"equal\", {equalCost: [variants], reason} or {unequal: reason}"
    guard let value = object["resources"] else { return .equal }
    if case .text("equal") = value.content { return .equal }
    guard value.members != nil else {
      diagnosis.wrongType(value, "resources", wanted: wanted)
      return nil
    }
    guard
      let members = StrictObject(
        value, "resources", keys: ["equalCost", "reason", "unequal"], diagnosis: diagnosis)
    else { return nil }
    guard members.has("equalCost") != members.has("unequal") else {
      diagnosis.report(value.place, "'resources' must be \(wanted)")
      return nil
    }
    if members.has("unequal") {
      if let reason = members["reason"] {
        diagnosis.report(
          reason.place, "'resources.unequal' is the reason itself; 'reason' goes with 'equalCost'")
      }
      return members.text("unequal").map { .unequal(reason: $0) }
    }
    guard let list = members["equalCost"],
      let entries = diagnosis.list(list, "resources.equalCost", like: "[\"with\", \"without\"]"),
      let reason = members.required("reason").flatMap({ diagnosis.text($0, "resources.reason") })
    else { return nil }
    let names = entries.enumerated().compactMap { index, entry in
      variant(entry, "resources.equalCost.\(index)", experiment)
    }
    guard names.count == entries.count else { return nil }
    let isUsed = contrasts.contains { placed in
      placed.contrast.weights.count { names.contains($0.variant) } >= 2
    }
    if !contrasts.isEmpty, !isUsed {
      diagnosis.report(
        list.place,
        "'resources.equalCost' must name two or more variants that one contrast weighs against each other")
    }
    return .equalCost(names, reason: reason)
  }

  /// The name of a variant.
  private func variant(_ value: JSON5Value, _ path: String, _ experiment: Experiment?) -> String? {
    guard let experiment else { return diagnosis.text(value, path) }
    return diagnosis.choice(value, path, of: experiment.variants.map(\.name))
  }
}
