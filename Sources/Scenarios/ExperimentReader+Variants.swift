extension ExperimentLoading {
  /// The experiment with a variant a point; nil where something is wrong, which has been reported.
  func finish(_ draft: Draft) -> Experiment? {
    let isForAll = { (patch: Patch) in ["seed", "replicates"].contains(patch.keys[0].text) }
    let points = draft.design.points
    guard checkNames(draft.design, at: draft.place) else { return nil }
    var variants: [Variant] = []
    for point in points where diagnosis.count < Self.mostProblems {
      let file = point.scenario ?? draft.base
      let scenario = input.scenario(
        file?.path, named: file?.place, name: point.name, patches: point.patches + overrides,
        mainFile: draft.place.file)
      if let scenario {
        variants.append(Variant(name: point.name, levels: point.levels, scenario: scenario))
      }
    }
    guard let first = variants.first, variants.count == points.count else { return nil }
    // What comes from the command line is already in every variant.
    let setKeys = Set(overrides.filter(isForAll).map { $0.keys[0].text })
    let seed = setKeys.contains("seed") ? first.scenario.seed : draft.seed ?? first.scenario.seed
    let replicates =
      setKeys.contains("replicates")
      ? first.scenario.replicates : draft.replicates ?? first.scenario.replicates
    if draft.seed == nil { reportDifferences(variants, "seed", \.seed) }
    if draft.replicates == nil { reportDifferences(variants, "replicates", \.replicates) }
    for index in variants.indices {
      variants[index].scenario.seed = seed
      variants[index].scenario.replicates = replicates
    }
    input.reportSkipped(overrides, in: variants.map(\.scenario))
    let factors = draft.design.columns.map(\.name)
    let baseline = draft.baseline ?? (draft.isSingle ? nil : variants.first { $0.name == "baseline" }?.name)
    var experiment = Experiment(
      name: draft.name, title: draft.title ?? (draft.isSingle ? first.scenario.title : draft.name),
      description: draft.description ?? (draft.isSingle ? first.scenario.description : ""), factors: factors,
      variants: variants, replicates: replicates, seed: seed, baseline: baseline, precision: draft.precision,
      digest: Digest.of(factors: factors, variants: variants), files: input.files.read)
    experiment.firstLevels = draft.design.firstLevels
    experiment.notes = draft.design.notes
    experiment.warnings = diagnosis.warnings
    return experiment
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
