@testable import Engine

extension World {
  /// Minutes that residents gave to bodies since the books were opened.
  var givenMinutes: Int64 {
    var sum: Int64 = 0
    for kind in ActorKind.allCases {
      sum += ledger.flow(
        .time, Purpose.contribution.rawValue, from: ActorKind.residents.rawValue, to: kind.rawValue)
    }
    return sum
  }

  /// Weeks of nothing but the calendar, each closed; four call every holder of a duty once.
  mutating func runCalendars(_ weeks: Int = 4, each: (borrowing World) -> Void = { _ in }) {
    for _ in 0..<weeks {
      self.run(Phase.all[0])
      each(self)
      with(WorkingTime.self, WorkingTime.lapse)
      endWeek()
    }
  }

  /// Gives every resident the same free hours and fatigue.
  mutating func setEverybody(freeHours: UInt8? = nil, fatigue: Float? = nil) {
    for i in 0..<population.residents.count {
      if let freeHours { population.residents.freeHours[i] = freeHours }
      if let fatigue { population.residents.fatigue[i] = fatigue }
    }
  }
}
