/// Counts of some weeks and the state at their ends, of a place or of all: what measures are computed from.
struct Reading: Sendable {
  /// By counter.
  var counts: [Double]
  /// Mean of the snapshots.
  var state: Snapshot
  /// Weeks from registration to true resolution.
  var weeksToResolution: [Int32]
  var weeks: Double
  var neighbourhoods: Double
  let weights: CompositeWeights

  subscript(counter: Counter) -> Double { counts[counter.rawValue] }

  /// Resident-years.
  var years: Double { self[.residentWeeks] / Double(Calendar.weeksPerYear) }

  /// NaN for a rate of nothing.
  func ratio(_ a: Double, _ b: Double) -> Double { b > 0 ? a / b : .nan }
  func mean(_ sum: Double) -> Double { ratio(sum, state[.residents]) }

  /// One minus the index of dissimilarity between those active within a year and all adults.
  var breadth: Double {
    let all = state.cells.reduce(0, +)
    let active = state.activeCells.reduce(0, +)
    if all == 0 || active == 0 { return .nan }
    var difference = 0.0
    for k in state.cells.indices {
      difference += (state.cells[k] / all - state.activeCells[k] / active).magnitude
    }
    return 1 - difference / 2
  }

  /// Yuan of an hour, so that time and money add up: 30, about the pay of a community worker (assumption).
  static let yuanPerMinute = 0.5

  var ownShare: Double {
    let own = self[.ownYuan] + (self[.ownMinutes] + self[.lentMinutes]) * Self.yuanPerMinute
    return ratio(own, own + self[.governmentYuan] + self[.publicStaffMinutes] * Self.yuanPerMinute)
  }

  var medianWeeks: Double {
    let total = weeksToResolution.reduce(0) { $0 + Int($1) }
    if total == 0 { return .nan }
    var seen = 0
    for (weeks, count) in weeksToResolution.enumerated() {
      // Half of a bin on each side: the median moves smoothly.
      if 2 * (seen + Int(count)) >= total {
        return Double(weeks) + (Double(total) / 2 - Double(seen)) / Double(max(count, 1)) - 0.5
      }
      seen += Int(count)
    }
    return .nan
  }

  func binding(_ counter: Counter) -> Double {
    let all: [Counter] = [
      .waitMoney, .waitStaff, .waitEnergy, .waitVolunteers, .waitProfessionals, .waitSpace,
    ]
    return ratio(self[counter], all.reduce(0) { $0 + self[$1] })
  }

  /// The weighted mean of components, each on its scale 0–1, times 100. Components that are undefined are left
  /// out, with their weight.
  func composite(_ weights: [CompositeWeights.Component]) -> Double {
    var sum = 0.0
    var total = 0.0
    for component in weights where component.weight > 0 {
      let value = Measure.table[Measure.index(component.id)].value(self)
      if value.isNaN { continue }
      sum += component.weight * Scale.of(component.id).map(value)
      total += component.weight
    }
    return total > 0 ? 100 * sum / total : .nan
  }
}

/// The fixed, saturating scale of a component of a composite: 0 worst, 1 best, ½ at the reference.
struct Scale: Sendable {
  enum Shape: Sendable {
    /// Already 0–1, more is better.
    case share
    /// x / (x + reference): more is better.
    case rising(reference: Double)
    /// reference / (x + reference): less is better.
    case falling(reference: Double)
  }
  let shape: Shape

  func map(_ x: Double) -> Double {
    switch shape {
    case .share: min(max(x, 0), 1)
    case .rising(let reference): max(x, 0) / (max(x, 0) + reference)
    case .falling(let reference): reference / (max(x, 0) + reference)
    }
  }

  /// References were set before any result was looked at: magnitudes of the literature where there are any
  /// (participation: row 54; groups: rows 67–69; escalation: row 61), else round middles of the possible.
  static func of(_ component: String) -> Scale {
    switch component {
    case "participation_quarter": Scale(shape: .rising(reference: 0.05))
    case "initiative": Scale(shape: .rising(reference: 0.3))
    case "associations_per_10k": Scale(shape: .rising(reference: 9))
    case "own_resources": Scale(shape: .rising(reference: 0.3))
    case "public_issues_per_1k": Scale(shape: .rising(reference: 2))
    case "conflicts_per_10k": Scale(shape: .falling(reference: 5))
    case "grievance": Scale(shape: .falling(reference: 0.15))
    case "escalations_per_resident_year": Scale(shape: .falling(reference: 0.36))
    default: Scale(shape: .share)
    }
  }
}
