import Engine

/// What the parts of a claim must be to each other.
extension ClaimReading {
  // MARK: Shape against contrasts

  func check(_ shape: Claim.Shape, _ placed: [PlacedContrast], at place: Place) {
    let contrasts = placed.map(\.contrast)
    guard !contrasts.isEmpty else { return }
    let rising = contrasts.contains { $0.expect == .increase }
    let falling = contrasts.contains { $0.expect == .decrease }
    // A second difference weighs three variants or more.
    let interactions = contrasts.filter { $0.weights.count >= 3 }
    let spreads = contrasts.filter(\.isSpread)
    let missing: String? =
      switch shape {
      case .increase: rising && !falling ? nil : Self.allExpect("increase", "decreases")
      case .decrease: falling && !rising ? nil : Self.allExpect("decrease", "increases")
      case .none: rising || falling ? "contrasts that all expect \"none\"" : nil
      case .interaction: interactions.isEmpty ? "a contrast that weighs three or more variants" : nil
      case .complementarity:
        interactions.contains { $0.expect == .increase }
          ? nil : "a contrast that weighs three or more variants and expects \"increase\""
      case .invertedU:
        rising && falling ? nil : "a contrast that expects \"increase\" and one that expects \"decrease\""
      case .signChange:
        Self.changesSign(contrasts)
          ? nil : "two contrasts with the same weights, different 'weeks' and opposite 'expect'"
      case .largerVariance:
        spreads.contains { $0.expect == .increase }
          ? nil : "a contrast with 'spread: true' that expects \"increase\""
      case .smallerVariance:
        spreads.contains { $0.expect == .decrease }
          ? nil : "a contrast with 'spread: true' that expects \"decrease\""
      }
    if let missing { diagnosis.report(place, "the shape '\(shape.rawValue)' needs \(missing)") }
  }

  private static func allExpect(_ word: String, _ other: String) -> String {
    "a contrast that expects \"\(word)\", and no other but such that expect \"none\"; of what \(other), turn the "
      + "weights round"
  }

  private static func changesSign(_ contrasts: [Claim.Contrast]) -> Bool {
    contrasts.contains { first in
      contrasts.contains {
        first.measure == $0.measure && first.weights == $0.weights && first.weeks != $0.weeks
          && first.expect.sign * $0.expect.sign == -1
      }
    }
  }

  // MARK: Contrasts against variants and frames

  func check(_ contrasts: [PlacedContrast], _ registered: Experiment, _ frames: [PlacedFrame]) {
    for placed in contrasts {
      let weighed = placed.contrast.weights.compactMap { weight in
        registered.variants.firstIndex { $0.name == weight.variant }
      }
      reportTouched(placed, weighed.map { registered.variants[$0] })
      reportEqual(placed, weighed, registered, frames)
    }
    let digests = registered.variants.map(\.scenario.digest)
    for placed in frames where placed.frame.experiment.variants.map(\.scenario.digest) == digests {
      // What no variant could take has been reported.
      if placed.frame.experiment.variants.allSatisfy({ !$0.scenario.skipped.isEmpty }) { continue }
      diagnosis.report(
        placed.place, "the frame '\(placed.frame.name)' changes nothing: all of it is so as registered")
    }
  }

  /// A measure that moves by definition with what the variants differ in tells nothing.
  private func reportTouched(_ placed: PlacedContrast, _ variants: [Variant]) {
    let measure = placed.contrast.measure
    let weights = variants.map(\.scenario.setting.weights)
    let components = weights.flatMap { weights -> [CompositeWeights.Component] in
      switch measure {
      case "vitality": weights.vitality
      case "order": weights.order
      default: []
      }
    }
    let parts = [measure] + components.filter { $0.weight > 0 }.map(\.id)
    for part in Measure.table where parts.contains(part.id) {
      for id in part.touchedBy {
        let uses = variants.map { $0.scenario.setting.mechanisms.filter { $0.id == id } }
        guard uses.contains(where: { $0 != uses.first }) else { continue }
        let through = part.id == measure ? "" : " (by its component '\(part.id)')"
        diagnosis.report(
          placed.measure,
          "'\(measure)' is moved by definition by the mechanism '\(id)'\(through), in which the weighed variants "
            + "differ; choose another measure")
        return
      }
    }
  }

  /// Variants that are weighed against each other must differ, in every frame.
  private func reportEqual(
    _ placed: PlacedContrast, _ weighed: [Int], _ registered: Experiment, _ frames: [PlacedFrame]
  ) {
    let all =
      [(ClaimReading.registeredName, registered)] + frames.map { ($0.frame.name, $0.frame.experiment) }
    for (name, experiment) in all {
      for (position, first) in weighed.enumerated() {
        let digest = experiment.variants[first].scenario.digest
        guard
          let second = weighed[(position + 1)...].first(where: {
            experiment.variants[$0].scenario.digest == digest
          })
        else { continue }
        diagnosis.report(
          placed.place,
          "the variants '\(experiment.variants[first].name)' and '\(experiment.variants[second].name)' are the same "
            + "setting" + (name == ClaimReading.registeredName ? "" : " in the frame '\(name)'"))
        return
      }
    }
  }
}
