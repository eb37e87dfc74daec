/// Escalation to hotline and petition: a resident acts when grievance outweighs the risk
/// (the rebellion rule of Epstein 2002).
///
/// Grievance is hardship times one minus legitimacy; net risk is personal risk aversion times the chance of being
/// held back, which falls with the number already active per keeper of order.
enum Escalation: ReadsPlaces, ReadsResidents {
  /// Whether somebody acts.
  /// - Parameters:
  ///   - hardship, legitimacy, riskAversion: 0–1.
  ///   - keepers, active: keepers of order in sight, and people already active (this one included).
  ///   - threshold: net grievance above which one acts.
  ///   - deterrence: constant in the chance of being held back (2.3 makes it 0.9 at one keeper per active person).
  public static func acts(
    hardship: Double, legitimacy: Double, riskAversion: Double, keepers: Double, active: Double,
    threshold: Double,
    deterrence: Double
  ) -> Bool {
    let grievance = hardship * (1 - legitimacy)
    // The ratio is rounded down: without it the published waves do not come about.
    let ratio = Double(Int(keepers / max(active, 1)))
    let heldBack = 1 - FixedMath.exp(-deterrence * ratio)
    return grievance - riskAversion * heldBack > threshold
  }

  static func escalates(_ world: inout Reach<Self>, resident i: Int, neighbourhood n: Int) -> Bool {
    let p = world.setting.parameters
    let risk = world.random.stream(.riskAversion).uniform(i)
    let committee = Double(world.residents.trust[world.classIndex(.committee, i)])
    let core = Double(world.residents.trust[world.classIndex(.core, i)])
    let government = Double(world.residents.trust[world.classIndex(.government, i)])
    let active = Double(world.neighbourhoods[n].conflicts.count)
    return acts(
      hardship: Double(world.residents.grievance[i]),
      legitimacy: (committee + core + government) / 3,
      riskAversion: risk, keepers: world.keepers(in: n), active: 1 + active,
      threshold: p[.escalationThreshold],
      deterrence: p[.deterrence])
  }
}

extension Reach {
  /// People of the committee, the work station and the Party branch who relay and check, as keepers of order in sight.
  func keepers(in n: Int) -> Double {
    var minutes = 0.0
    for kind in [ActorKind.residentsCommittee, .workStation, .generalBranch] {
      if let body = structure[kind, n] { minutes += Double(body.staffMinutes) * body.hours.relaying }
    }
    return minutes / Double(Structure.minutesPerWorkWeek) * conditions[.keepersPerStaff]
  }
}
