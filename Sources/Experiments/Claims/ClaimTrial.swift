import Foundation
import Scenarios

/// One claim with the folder of its results: the batches that it takes, and whether they are there.
public struct ClaimTrial: Sendable {
  /// A batch of a claim.
  public enum Part: String, Sendable, CaseIterable {
    /// All frames with the same number of replicates.
    case frames
    /// The larger world.
    case larger
    /// Draws of the parameters.
    case draws
  }

  public let claim: Claim
  /// Folder of the results of this claim: that of all claims with the claim's id.
  public let folder: String
  /// Version of the program with its build.
  public let version: String
  /// Replicates in place of those that the claim registers.
  public var replicates: Int?
  /// Draws of the parameters; 0 for none beyond those that are there.
  public var draws = 0
  public var threads = 1
  /// Another model than the engine's, for trials of claims themselves; nil for the engine.
  public var runner: Batch.Runner?
  /// The command that repeats one run alone, for `failures.csv`: what a frame changes is given as `path=value`.
  public var commandForRun:
    @Sendable (_ claim: Claim, _ changes: [String], _ variant: String, _ replicate: Int) -> String = {
      _, _, _, _ in ""
    }

  /// - Parameter folder: Folder of the results of all claims.
  public init(_ claim: Claim, in folder: String, version: String) {
    self.claim = claim
    self.folder = "\(folder)/\(claim.id)"
    self.version = version
  }

  public func folder(of part: Part) -> String { part == .frames ? folder : "\(folder)/\(part.rawValue)" }

  /// A part as a batch; one that the claim does not have has no variants.
  public func batch(_ part: Part) -> Batch {
    let experiment =
      switch part {
      case .frames: claim.framed(replicates: replicates)
      case .larger: claim.enlarged(replicates: replicates)
      case .draws: claim.drawn(draws)
      }
    var batch = Batch(experiment, folder: folder(of: part), version: version)
    batch.threads = threads
    batch.runner = runner
    // A changed claim keeps what did not change; the rest is computed anew.
    batch.existing = .replace
    batch.commandForRun = { [self] name, replicate in
      guard let run = experiment.variants.first(where: { $0.name == name }) else { return "" }
      return commandForRun(claim, changes(of: run, experiment.factors), run.levels[1], replicate)
    }
    return batch
  }

  /// What a variant of a batch changes in the claim's experiment: by its frame, or by the parameters of its draw.
  private func changes(of run: Variant, _ factors: [String]) -> [String] {
    let frames = claim.frames + (claim.larger.map { [$0] } ?? [])
    let drawn = zip(factors, run.levels).dropFirst(Claim.factors.count).map { "\($0)=\($1)" }
    return (frames.first { $0.name == run.levels[0] }?.changes ?? []) + drawn
  }

  /// The parts that the claim has.
  public var parts: [Part] {
    [.frames] + (claim.larger == nil ? [] : [.larger]) + (draws > 0 ? [.draws] : [])
  }

  /// The same with as many draws as are there from before, where none are asked for.
  public func withKnownDraws() throws(EnvironmentError) -> ClaimTrial {
    guard draws == 0, let knownDraws = try knownDraws() else { return self }
    var known = self
    known.draws = knownDraws
    return try known.isComplete(.draws) ? known : self
  }

  /// Replicates that are there from before, complete or not; nil where there are none.
  public func knownReplicates() throws(EnvironmentError) -> Int? {
    try BatchManifest.read(in: folder)?.plan.replicates
  }

  /// Refuses what would throw results away: fewer replicates or draws than were finished.
  func requireNoLoss() throws(EnvironmentError) {
    func require(_ number: Int, _ part: Part, _ known: Int?, _ what: String, _ option: String)
      throws(EnvironmentError)
    {
      guard let known, number < known,
        try BatchManifest.read(in: folder(of: part))?.isFinished == true
      else { return }
      throw EnvironmentError(
        "\(folder(of: part)) has \(known) \(what); with \(option) \(number) finished runs would be thrown away",
        remedy: "Leave \(option) out to keep them, or choose another folder with --out.")
    }
    if let replicates {
      try require(replicates, .frames, try knownReplicates(), "replicates", "--replicates")
    }
    if draws > 0 { try require(draws, .draws, try knownDraws(), "draws", "--draws") }
  }

  /// Draws that a plan from before holds.
  private func knownDraws() throws(EnvironmentError) -> Int? {
    try BatchManifest.read(in: folder(of: .draws)).map {
      $0.plan.variants.count / max(1, claim.experiment.variants.count)
    }
  }

  /// Whether all runs of a part are in its tables, and these are what was written.
  /// - Throws: ``EnvironmentError`` where the folder cannot be read, or holds what is not of this claim.
  public func isComplete(_ part: Part) throws(EnvironmentError) -> Bool {
    try batch(part).outlook() == .alreadyComplete
  }
}

extension ClaimTrial {
  /// Whether all that a verdict needs is there.
  public func isComplete() throws(EnvironmentError) -> Bool {
    for part in parts where part != .draws {
      if try !isComplete(part) { return false }
    }
    return true
  }
}
