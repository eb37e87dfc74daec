/// What can be read off residents, units and groups at one moment, in sums that add up over neighbourhoods.
struct Snapshot: Sendable {
  var residents = 0.0
  var adults = 0.0
  var activeQuarter = 0.0
  var activeYear = 0.0
  var grievance = 0.0
  var identification = 0.0
  var publicness = 0.0
  var trustCommittee = 0.0
  var trustCore = 0.0
  /// Representatives and their fatigue.
  var representatives = 0.0
  var fatigue = 0.0
  var ties = 0.0
  var tiesAcross = 0.0
  var associations = 0.0
  /// Registered volunteers, and those of them active within half a year; adults of the standing core.
  var volunteers = 0.0
  var volunteersActive = 0.0
  var core = 0.0
  /// Adults who know the residents' committee, and those times their trust in it.
  var standing = 0.0
  /// Units and adults; those with an organisation; those with one that is active.
  var coverable = 0.0
  var covered = 0.0
  var coveredActive = 0.0
  /// Adults, and adults active within a year, by age × occupation × tenure × origin.
  var cells = [Double](repeating: 0, count: Self.cellCount)
  var activeCells = [Double](repeating: 0, count: Self.cellCount)

  static let cellCount = 6 * 3 * 2 * 2

  static func cell(of traits: Traits) -> Int {
    ((Int(traits.age.rawValue) * 3 + Int(traits.occupation.rawValue)) * 2 + (traits.isOwner ? 1 : 0)) * 2
      + (traits.isMigrant ? 1 : 0)
  }

  mutating func add(_ other: Snapshot) {
    let fields: [WritableKeyPath<Snapshot, Double>] = Self.fields
    for field in fields { self[keyPath: field] += other[keyPath: field] }
    for k in cells.indices {
      cells[k] += other.cells[k]
      activeCells[k] += other.activeCells[k]
    }
  }

  mutating func scale(_ factor: Double) {
    for field in Self.fields { self[keyPath: field] *= factor }
    for k in cells.indices {
      cells[k] *= factor
      activeCells[k] *= factor
    }
  }

  mutating func archive(_ archive: inout Archive) {
    for field in Self.fields { archive.number(&self[keyPath: field], in: -1e15...1e15) }
    archive.block(&cells, in: 0...1e15)
    archive.block(&activeCells, in: 0...1e15)
  }

  private static var fields: [WritableKeyPath<Snapshot, Double>] {
    [
      \.residents, \.adults, \.activeQuarter, \.activeYear, \.grievance, \.identification, \.publicness,
      \.trustCommittee, \.trustCore, \.representatives, \.fatigue, \.ties, \.tiesAcross, \.associations,
      \.standing, \.volunteers, \.volunteersActive, \.core,
      \.coverable, \.covered, \.coveredActive,
    ]
  }
}

extension World {
  /// Reads one neighbourhood. Draws nothing, changes nothing.
  func snapshot(_ n: Int) -> Snapshot {
    var s = Snapshot()
    let range = places.neighbourhoods[n].residents
    let trustCommittee = population.residents.trust.base + classIndex(.committee, 0)
    let trustCore = population.residents.trust.base + classIndex(.core, 0)
    s.residents = Double(range.count)
    let columns = population.residents.columns
    for i in range {
      s.grievance += Double(columns.grievance[i])
      s.identification += Double(columns.identification[i])
      s.publicness += Double(columns.publicness[i])
      s.trustCommittee += Double(trustCommittee[i * 4])
      s.trustCore += Double(trustCore[i * 4])
      let traits = columns.traits[i]
      if !traits.isAdult { continue }
      s.adults += 1
      let last = Int(columns.lastActive[i])
      let isActiveYear = last > 0 && last > week - 52
      if last > 0 && last > week - 13 { s.activeQuarter += 1 }
      let cell = Snapshot.cell(of: traits)
      s.cells[cell] += 1
      if columns.status[i].contains(.volunteer) {
        s.volunteers += 1
        s.volunteersActive += last > 0 && last > week - 26 ? 1 : 0
      }
      if isCore(i) { s.core += 1 }
      if isActiveYear {
        s.activeYear += 1
        s.activeCells[cell] += 1
      }
      if traits.isMember || columns.status[i].contains(.associated) {
        s.covered += 1
        s.coveredActive += isActiveYear ? 1 : 0
      }
    }
    s.ties = Double(neighbourhoods[n].ties)
    s.tiesAcross = Double(neighbourhoods[n].tiesAcross)
    let state = neighbourhoods[n]
    for candidate in state.candidates.prefix(15) {
      s.representatives += 1
      s.fatigue += Double(population.residents.fatigue[Int(candidate)])
    }
    s.associations = Double(state.associations.count)
    s.standing = state.known * s.trustCommittee
    let units = unitRange(n..<(n + 1))
    s.coverable = s.adults + Double(units.count)
    let acquaintance = UnitRelations.steps(parameters).acquaintance
    for u in units where hasBranch(u) {
      s.covered += 1
      // One on paper is active where something came of it within a year.
      let isAlive = population.units.organised[u] || hasActiveBranch(u)
      let isNear = population.units.relation[u] >= acquaintance
      s.coveredActive += isAlive && isNear ? 1 : 0
    }
    return s
  }
}
