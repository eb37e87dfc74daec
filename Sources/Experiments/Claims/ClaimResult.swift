import Analysis
import Engine
import Scenarios
import Tables

/// A contrast of a claim in one frame.
public struct ClaimTest: Sendable, Equatable {
  public var frame: String
  public var kind: Claim.Frame.Kind
  /// Number of the contrast in its claim, from 1.
  public var number: Int
  public var contrast: Claim.Contrast
  public var effect: Effect
  public var outcome: Outcome

  public init(
    frame: String, kind: Claim.Frame.Kind, number: Int, contrast: Claim.Contrast, effect: Effect
  ) {
    self.frame = frame
    self.kind = kind
    self.number = number
    self.contrast = contrast
    self.effect = effect
    outcome = Outcome(effect, expect: contrast.expect, smallest: contrast.smallest)
  }
}

/// What came of a claim.
public struct ClaimResult: Sendable {
  public let claim: Claim
  /// Frame by frame, the registered one first, contrast by contrast.
  public let tests: [ClaimTest]
  public let resources: ResourceDifference
  /// Share of draws of the parameters in which every contrast has the expected sign; nil where none were made.
  public let robustness: Double?
  /// Draws that were made.
  public let draws: Int
  public let verdict: Verdict

  public init(
    _ claim: Claim, tests: [ClaimTest], resources: ResourceDifference, robustness: Double? = nil,
    draws: Int = 0
  ) {
    self.claim = claim
    self.tests = tests
    self.resources = resources
    self.robustness = robustness
    self.draws = draws
    verdict = Verdict(Self.findings(claim, tests, resources))
  }

  /// The weakest of the registered tests, all of which must hold; NaN where one has no probability.
  public var p: Double {
    let all = tests.filter { $0.kind == .registered }.map(\.effect.p)
    return all.contains(where: \.isNaN) ? .nan : all.max() ?? .nan
  }

  /// The test of the first contrast in a kind of frame.
  public func first(_ kind: Claim.Frame.Kind) -> ClaimTest? {
    tests.first { $0.kind == kind && $0.number == 1 }
  }

  /// Whether every effect that holds as registered is gone in the neutral frame; nil where none holds, or where there
  /// is no such frame.
  public var isGone: Bool? {
    let fates = Self.fates(tests)
    return fates.isEmpty ? nil : fates.allSatisfy(\.isGone)
  }

  private static func findings(
    _ claim: Claim, _ tests: [ClaimTest], _ resources: ResourceDifference
  ) -> Verdict.Findings {
    let frames = claim.frames + (claim.larger.map { [$0] } ?? [])
    let outcomes = frames.filter { $0.kind != .neutral }.map { frame in
      (name: frame.name, outcome: Outcome(all: tests.filter { $0.frame == frame.name }.map(\.outcome)))
    }
    let undefined = tests.first { $0.kind == .registered && $0.effect.mean.isNaN }
    let mayBeUnequal = if case .unequal = claim.resources { true } else { false }
    return Verdict.Findings(
      frames: outcomes, staying: fates(tests).filter { !$0.isGone }.map(\.number),
      neutralLaws: claim.neutralLaws, isEmergent: claim.origin == .emergent,
      undefined: undefined?.contrast.measure,
      unequal: resources.unequal, mayBeUnequal: mayBeUnequal)
  }

  /// What becomes of each effect that holds as registered where its law does nothing: it is gone where every effect
  /// of interest can be ruled out. That there is no effect shows nothing there: such contrasts are left out.
  private static func fates(_ tests: [ClaimTest]) -> [(number: Int, isGone: Bool)] {
    tests.filter { $0.kind == .neutral && $0.contrast.expect != .none }.compactMap { neutral in
      let holds = tests.contains {
        $0.kind == .registered && $0.number == neutral.number && $0.outcome == .holds
      }
      return holds ? (neutral.number, neutral.outcome == .fails) : nil
    }
  }
}

extension ClaimTrial {
  /// Reads what came of the claim out of the tables of its batches, which must be complete.
  /// - Throws: ``EnvironmentError`` where a table cannot be read.
  public func result() throws(EnvironmentError) -> ClaimResult {
    var tests = try self.tests(claim.frames, .frames)
    if let larger = claim.larger { tests += try self.tests([larger], .larger) }
    let registered = claim.experiment.variants.map { Claim.name($0.name, in: claim.frames[0].name) }
    let use = try Self.table("flows.csv", of: StoredResults(folder)) { path throws(TableProblem) in
      try ResourceUse(path: path, variants: registered)
    }
    return ClaimResult(
      claim, tests: tests, resources: ResourceDifference(claim, use), robustness: try robustness(),
      draws: draws)
  }

  private func tests(_ frames: [Claim.Frame], _ part: Part) throws(EnvironmentError) -> [ClaimTest] {
    let tables = try self.tables(part)
    return frames.flatMap { frame in
      claim.contrasts.enumerated().map { index, contrast in
        ClaimTest(
          frame: frame.name, kind: frame.kind, number: index + 1, contrast: contrast,
          effect: Effect(contrast, in: frame.name, tables[index]))
      }
    }
  }

  /// Share of draws in which every contrast has the expected sign, or is small where no effect is expected.
  private func robustness() throws(EnvironmentError) -> Double? {
    guard draws > 0 else { return nil }
    let tables = try self.tables(.draws)
    let agreeing = (1...draws).count { draw in
      claim.contrasts.indices.allSatisfy { index in
        let contrast = claim.contrasts[index]
        let mean = Effect(contrast, in: Claim.drawName(draw), tables[index]).mean
        return contrast.expect == .none
          ? mean.magnitude <= contrast.smallest : Double(contrast.expect.sign) * mean > 0
      }
    }
    return Double(agreeing) / Double(draws)
  }

  /// A table of runs for every contrast, over the weeks that it asks for.
  private func tables(_ part: Part) throws(EnvironmentError) -> [RunTable] {
    let results = try StoredResults(folder(of: part))
    func measures(_ contrasts: [Claim.Contrast]) -> [String] {
      let used = Set(contrasts.map(\.measure))
      return Measure.table.map(\.id).filter(used.contains)
    }
    let whole = measures(claim.contrasts.filter { $0.weeks == nil })
    let windowed = measures(claim.contrasts.filter { $0.weeks != nil })
    let runs = try Self.table("runs.csv", of: results) { path throws(TableProblem) in
      try RunTable(path: path, measures: whole)
    }
    guard !windowed.isEmpty else { return claim.contrasts.map { _ in runs } }
    let series = try Self.table("series.csv", of: results) { path throws(TableProblem) in
      try SeriesTable(path: path, measures: windowed)
    }
    return claim.contrasts.map { contrast in contrast.weeks.map { series.runs(over: $0) } ?? runs }
  }

  private static func table<Table>(
    _ name: String, of results: StoredResults, _ read: (String) throws(TableProblem) -> Table
  ) throws(EnvironmentError) -> Table {
    let found: Table?
    do {
      found = try results.table(name, read)
    } catch let error as EnvironmentError {
      throw error
    } catch {
      throw EnvironmentError(
        "cannot read \(results.folder)/\(name): \(error)",
        remedy: "Move its folder away; the same command computes it again.")
    }
    guard let found else { throw EnvironmentError("there is no \(name) in \(results.folder)") }
    return found
  }
}
