/// The garbage can of organised choice (Cohen, March and Olsen 1972): problems and participants both go to the
/// choice that is nearest to being made.
///
/// Each period every live problem attaches to the accessible choice with the smallest deficit of energy, and so
/// does every participant; a choice is made when the energy spent on it covers what its problems require.
public struct GarbageCan: Sendable {
  /// A choice that may be made: energy spent on it so far, energy its problems required in the last period.
  public struct Choice: Sendable, Equatable {
    public var spent: Double
    public var required: Double
    /// Most problems that attach in one period.
    public var places: Int
    public init(spent: Double = 0, required: Double = 0, places: Int = .max) {
      self.spent = spent
      self.required = required
      self.places = places
    }
  }
  public struct Problem: Sendable, Equatable {
    public var energy: Double
    /// Bit k: it may attach to choice k.
    public var access: UInt64
    public init(energy: Double, access: UInt64) {
      self.energy = energy
      self.access = access
    }
  }
  public struct Participant: Sendable, Equatable {
    public var energy: Double
    /// Bit k: may take part in choice k.
    public var access: UInt64
    public init(energy: Double, access: UInt64) {
      self.energy = energy
      self.access = access
    }
  }
  /// What a period gives: where each problem and participant went (nil: nowhere), and which choices were made.
  public struct Period: Sendable, Equatable {
    public var problems: [Int?]
    public var participants: [Int?]
    public var made: [Bool]
  }

  /// One period. Problems come in the order in which they claim places.
  /// - Parameters:
  ///   - choices: what is to be decided, with the energy that was spent on it and is required.
  ///   - problems: in the order in which they claim places.
  ///   - participants: those who bring energy to a choice that they may go to.
  ///   - efficiency: share of participants' energy that is effective (α; 0.6 in the original).
  public static func period(
    choices: inout [Choice], problems: [Problem], participants: [Participant], efficiency: Double
  ) -> Period {
    let deficits = choices.map { $0.required - $0.spent }
    var taken = [Int](repeating: 0, count: choices.count)
    var result = Period(problems: [], participants: [], made: [])
    for problem in problems {
      let place = nearest(deficits, problem.access) { taken[$0] < choices[$0].places }
      if let place { taken[place] += 1 }
      result.problems.append(place)
    }
    for participant in participants {
      let place = nearest(deficits, participant.access) { _ in true }
      if let place { choices[place].spent += efficiency * participant.energy }
      result.participants.append(place)
    }
    for k in choices.indices { choices[k].required = 0 }
    for (problem, place) in zip(problems, result.problems) {
      if let place { choices[place].required += problem.energy }
    }
    result.made = choices.map { $0.spent >= $0.required }
    return result
  }

  /// The accessible choice with the smallest deficit; the first of equals: the caller's order decides between them.
  private static func nearest(_ deficits: [Double], _ access: UInt64, _ hasPlace: (Int) -> Bool) -> Int? {
    var best: Int?
    for k in deficits.indices where access & (1 << UInt64(k)) != 0 && hasPlace(k) {
      if let best, deficits[k] >= deficits[best] { continue }
      best = k
    }
    return best
  }
}
