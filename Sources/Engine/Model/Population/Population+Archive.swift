extension Population {
  /// The columns that change in a run; traits, places and what units are stay as they were at week 0.
  mutating func archive(_ archive: inout Archive) {
    residents.archive(&archive)
    let people = UInt32(residents.count)
    archive.column(&ties.other) { $0 < people || $0 == Ties.none }
    archive.column(&ties.strength) { _ in true }
    archive.shares(&units.relation)
    archive.column(&units.money) { $0 >= 0 }
  }
}

extension Residents {
  mutating func archive(_ archive: inout Archive) {
    archive.shares(&publicness)
    archive.shares(&identification)
    archive.shares(&trust)
    archive.shares(&efficacy)
    archive.shares(&fatigue)
    archive.shares(&grievance)
    archive.shares(&expectation)
    archive.shares(&opinion)
    // Of these any bits have a meaning.
    archive.column(&lastActive) { _ in true }
    archive.column(&status) { _ in true }
    archive.column(&activeTies) { _ in true }
  }
}
