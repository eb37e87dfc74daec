/// What can be read off residents, units and groups at one moment, in sums that add up over neighbourhoods.
enum Stock: Int, CaseIterable, Sendable {
  case residents, adults
  /// Adults active within a quarter and a year.
  case activeQuarter, activeYear
  case grievance, identification, publicness, trustCommittee, trustCore
  /// Representatives and their fatigue.
  case representatives, fatigue
  case ties, tiesAcross, associations
  /// Registered volunteers, and those of them active within half a year; adults of the standing core.
  case volunteers, volunteersActive, core
  /// Adults who know the residents' committee, and those times their trust in it.
  case standing
  /// Units and adults; those with an organisation; those with one that is active.
  case coverable, covered, coveredActive
}

/// All stocks of a place or of all places.
struct Snapshot: Sendable {
  private var stocks = [Double](repeating: 0, count: Stock.allCases.count)
  /// Adults, and adults active within a year, by age × occupation × tenure × origin.
  var cells = [Double](repeating: 0, count: Self.cellCount)
  var activeCells = [Double](repeating: 0, count: Self.cellCount)

  static let cellCount = Traits.AgeBand.allCases.count * Traits.Occupation.allCases.count * 2 * 2

  static func cell(of traits: Traits) -> Int {
    let band = Int(traits.age.rawValue) * Traits.Occupation.allCases.count + Int(traits.occupation.rawValue)
    return (band * 2 + (traits.isOwner ? 1 : 0)) * 2 + (traits.isMigrant ? 1 : 0)
  }

  subscript(stock: Stock) -> Double {
    get { stocks[stock.rawValue] }
    set { stocks[stock.rawValue] = newValue }
  }

  mutating func add(_ other: Snapshot) {
    for k in stocks.indices { stocks[k] += other.stocks[k] }
    for k in cells.indices {
      cells[k] += other.cells[k]
      activeCells[k] += other.activeCells[k]
    }
  }

  func divided(by number: Double) -> Snapshot {
    var result = self
    let factor = 1 / max(number, 1)
    for k in stocks.indices { result.stocks[k] *= factor }
    for k in cells.indices {
      result.cells[k] *= factor
      result.activeCells[k] *= factor
    }
    return result
  }

  mutating func archive(_ archive: inout Archive) {
    archive.block(&stocks, in: -1e15...1e15)
    archive.block(&cells, in: 0...1e15)
    archive.block(&activeCells, in: 0...1e15)
  }
}

extension World {
  /// Reads one neighbourhood. Draws nothing, changes nothing.
  func snapshot(_ n: Int) -> Snapshot {
    var s = Snapshot()
    let range = places.neighbourhoods[n].residents
    let committee = population.residents.trust.base + classIndex(.committee, 0)
    let coreTrust = population.residents.trust.base + classIndex(.core, 0)
    s[.residents] = Double(range.count)
    let columns = population.residents.columns
    let classes = Residents.BodyClass.count
    // In locals while the residents are gone over: an array would be written to for each.
    var (grievance, identification, publicness, trustCommittee, trustCore) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var (adults, activeQuarter, activeYear, core) = (0.0, 0.0, 0.0, 0.0)
    var (volunteers, volunteersActive, covered, coveredActive) = (0.0, 0.0, 0.0, 0.0)
    for i in range {
      grievance += Double(columns.grievance[i])
      identification += Double(columns.identification[i])
      publicness += Double(columns.publicness[i])
      trustCommittee += Double(committee[i * classes])
      trustCore += Double(coreTrust[i * classes])
      let traits = columns.traits[i]
      if !traits.isAdult { continue }
      adults += 1
      let last = Int(columns.lastActive[i])
      let isActiveYear = last > 0 && last > week - Calendar.weeksPerYear
      if last > 0 && last > week - Calendar.weeksPerQuarter { activeQuarter += 1 }
      let cell = Snapshot.cell(of: traits)
      s.cells[cell] += 1
      if columns.status[i].contains(.volunteer) {
        volunteers += 1
        volunteersActive += last > 0 && last > week - Calendar.weeksPerYear / 2 ? 1 : 0
      }
      if isCore(i) { core += 1 }
      if isActiveYear {
        activeYear += 1
        s.activeCells[cell] += 1
      }
      if traits.isMember || columns.status[i].contains(.associated) {
        covered += 1
        coveredActive += isActiveYear ? 1 : 0
      }
    }
    s[.grievance] = grievance
    s[.identification] = identification
    s[.publicness] = publicness
    s[.trustCommittee] = trustCommittee
    s[.trustCore] = trustCore
    s[.adults] = adults
    s[.activeQuarter] = activeQuarter
    s[.activeYear] = activeYear
    s[.core] = core
    s[.volunteers] = volunteers
    s[.volunteersActive] = volunteersActive
    s[.covered] = covered
    s[.coveredActive] = coveredActive
    s[.ties] = Double(neighbourhoods[n].ties)
    s[.tiesAcross] = Double(neighbourhoods[n].tiesAcross)
    let state = neighbourhoods[n]
    for candidate in state.candidates.prefix(NeighbourhoodState.representatives) {
      s[.representatives] += 1
      s[.fatigue] += Double(population.residents.fatigue[Int(candidate)])
    }
    s[.associations] = Double(state.associations.count)
    s[.standing] = state.known * s[.trustCommittee]
    let units = unitRange(n..<(n + 1))
    s[.coverable] = s[.adults] + Double(units.count)
    let acquaintance = UnitRelations.steps(parameters).acquaintance
    for u in units where hasBranch(u) {
      s[.covered] += 1
      // One on paper is active where something came of it within a year.
      let isAlive = population.units.organised[u] || hasActiveBranch(u)
      let isNear = population.units.relation[u] >= acquaintance
      s[.coveredActive] += isAlive && isNear ? 1 : 0
    }
    return s
  }
}
