import Engine

extension Claim {
  /// Columns of the results that tell the variants of a joined experiment apart.
  public static let factors = ["frame", "arm"]

  /// All frames with the same number of replicates in one experiment: a variant for every variant of every frame,
  /// called `frame/variant`.
  /// - Parameter replicates: of every variant; nil for the number that the claim registers.
  public func framed(replicates: Int? = nil) -> Experiment {
    joined(frames, name: id, replicates: replicates ?? experiment.replicates)
  }

  /// The larger world, without variants where the claim has none. Four times the residents even out four times as
  /// much luck: a quarter of the replicates tells as much, at least two, or three where spreads are compared.
  public func enlarged(replicates: Int? = nil) -> Experiment {
    joined(
      larger.map { [$0] } ?? [], name: "\(id) larger",
      replicates: max(
        contrasts.contains(where: \.isSpread) ? 3 : 2, (replicates ?? experiment.replicates) / 4))
  }

  /// All that a claim needs for its verdict.
  public func experiments(replicates: Int? = nil) -> [Experiment] {
    [framed(replicates: replicates)] + (larger == nil ? [] : [enlarged(replicates: replicates)])
  }

  /// The name of a variant of a frame in a joined experiment.
  public static func name(_ variant: String, in frame: String) -> String { "\(frame)/\(variant)" }

  private func joined(_ frames: [Frame], name: String, replicates: Int) -> Experiment {
    let variants = frames.flatMap { frame in
      frame.experiment.variants.map { variant in
        Variant(
          name: Self.name(variant.name, in: frame.name), levels: [frame.name, variant.name],
          scenario: variant.scenario)
      }
    }
    return joined(variants, factors: Self.factors, name: name, replicates: replicates)
  }

  func joined(_ variants: [Variant], factors: [String], name: String, replicates: Int) -> Experiment {
    Experiment(
      name: name, title: title, description: statement, factors: factors, variants: variants,
      replicates: replicates, seed: experiment.seed, baseline: nil,
      digest: Digest.of(factors: factors, variants: variants), files: experiment.files)
  }
}
