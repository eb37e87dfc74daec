extension Setting {
  /// What a run has been a function of when so many weeks are done: this setting without all that acts only from then
  /// on. Runs of two settings with equal histories have the same state after that many weeks.
  /// - Parameter week: weeks done, burn-in included.
  public func history(before week: Int) -> Setting {
    var past = self
    // How long observation goes on changes nothing before it ends.
    past.schedule.observed = max(0, week - schedule.burnIn)
    past.mechanisms = mechanisms.filter { $0.from < week }.map { use in
      var use = use
      if let until = use.until, until >= week { use.until = nil }
      return use
    }
    past.conditions.changes.removeAll { $0.week >= week }
    past.conditions.shocks = conditions.shocks.filter { $0.week < week }.map { shock in
      var shock = shock
      shock.weeks = min(shock.weeks, week - shock.week)
      return shock
    }
    return past
  }

  /// Weeks of the run, after the first, at which a mechanism, a shock or a new value of a condition begins or ends:
  /// ascending, each once.
  public var onsets: [Int] {
    let weeks =
      mechanisms.flatMap { [$0.from, $0.until ?? 0] } + conditions.changes.map(\.week)
      + conditions.shocks.flatMap { [$0.week, $0.week + $0.weeks] }
    var found: [Int] = []
    for week in weeks.sorted() where week > (found.last ?? 0) && week < schedule.total { found.append(week) }
    return found
  }
}
