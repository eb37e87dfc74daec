import Scenarios

/// What came of a claim, by its frames and resources alone.
public struct Verdict: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Holds as registered and fails in no rival form, condition or larger world.
    case supported
    /// Fails as registered and holds in none of them.
    case contradicted
    /// Holds in some and fails in others, or holds at unequal resources only.
    case conditional
    /// Nothing could be shown, or not what carries it.
    case notIdentifiable = "not identifiable"
  }

  public var kind: Kind
  /// Where it holds and where it fails, or why nothing can be said; empty where there is nothing to add.
  public var condition: String

  public init(_ kind: Kind, _ condition: String = "") {
    self.kind = kind
    self.condition = condition
  }

  /// All that a verdict follows from.
  public struct Findings: Sendable {
    /// Every frame but the neutral one, the registered one first.
    public var frames: [(name: String, outcome: Outcome)]
    /// Numbers of the contrasts, from 1, that hold as registered and whose effect is not gone in the neutral frame.
    public var staying: [Int]
    /// The laws that do nothing there.
    public var neutralLaws: [String]
    public var isEmergent: Bool
    /// A measure that has no value as registered; nil where all have.
    public var undefined: String?
    /// How resources differ by more than they may; nil where they do not.
    public var unequal: String?
    /// Whether the claim says that its resources cannot be equal.
    public var mayBeUnequal: Bool

    public init(
      frames: [(name: String, outcome: Outcome)], staying: [Int] = [], neutralLaws: [String] = [],
      isEmergent: Bool = true, undefined: String? = nil, unequal: String? = nil, mayBeUnequal: Bool = false
    ) {
      self.frames = frames
      self.staying = staying
      self.neutralLaws = neutralLaws
      self.isEmergent = isEmergent
      self.undefined = undefined
      self.unequal = unequal
      self.mayBeUnequal = mayBeUnequal
    }
  }

  public init(_ findings: Findings) {
    guard let registered = findings.frames.first else {
      self.init(.notIdentifiable, "not tried")
      return
    }
    if let measure = findings.undefined {
      self.init(.notIdentifiable, "'\(measure)' is undefined")
      return
    }
    if let unequal = findings.unequal, !findings.mayBeUnequal {
      self.init(.notIdentifiable, "unequal resources: \(unequal)")
      return
    }
    let holding = findings.frames.filter { $0.outcome == .holds }.map(\.name)
    let failing = findings.frames.filter { $0.outcome == .fails }.map(\.name)
    let names = "holds: \(holding.joined(separator: ", ")); fails: \(failing.joined(separator: ", "))"
    switch registered.outcome {
    case .open:
      self.init(.notIdentifiable, "open \(registered.name)")
      return
    case .holds: self.init(failing.isEmpty ? .supported : .conditional, failing.isEmpty ? "" : names)
    case .fails: self.init(holding.isEmpty ? .contradicted : .conditional, holding.isEmpty ? "" : names)
    }
    // What does not come from the laws that carry the claim is something else than what is claimed.
    if findings.isEmergent, kind != .contradicted, !findings.staying.isEmpty {
      let numbers = findings.staying.map(String.init).joined(separator: ", ")
      let stays =
        findings.staying.count == 1
        ? "effect of contrast \(numbers) stays" : "effects of contrasts \(numbers) stay"
      self.init(.notIdentifiable, "\(stays) with \(findings.neutralLaws.joined(separator: ", ")) neutral")
      return
    }
    // What more money or hours bring is not told apart from what they are spent on.
    if let unequal = findings.unequal, kind != .contradicted {
      kind = .conditional
      condition = "at unequal resources: \(unequal)" + (condition.isEmpty ? "" : "; \(condition)")
    }
  }
}
