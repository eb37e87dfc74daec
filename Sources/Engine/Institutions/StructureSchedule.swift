/// Which structure is in force in which week: the base structure, changed by the mechanisms of the setting.
struct StructureSchedule: Sendable {
  private struct Use: Sendable {
    /// Its place among the uses of the setting.
    let index: Int
    let id: String
    let mechanism: any Mechanism
    let from: Int
    let until: Int
    let area: Area

    func isBefore(_ other: Use) -> Bool {
      from == other.from
        ? area.neighbourhoods.lexicographicallyPrecedes(other.area.neighbourhoods) : from < other.from
    }
  }
  private let uses: [Use]
  private let record: PublicRecord
  private let slots: ActorSlots

  /// - Parameter shareDraws: a number per neighbourhood that ranks them for mechanisms in a share of all places.
  init(
    _ uses: [MechanismUse], record: PublicRecord, slots: ActorSlots, shareDraws: [Double]
  ) throws(SimulationError) {
    self.record = record
    self.slots = slots
    var built: [Use] = []
    // The order of the registry, not of the file, so that two files with the same content agree; of several uses of
    // one mechanism that of weeks, then of places.
    for type in MechanismRegistry.all {
      let first = built.count
      for (index, use) in uses.enumerated() where use.id == type.about.id {
        let area = Area(
          neighbourhoods: try record.places.select(use.places, draws: shareDraws), places: record.places,
          from: use.from)
        let mechanism = type.init(options: use.options)
        built.append(
          Use(
            index: index, id: use.id, mechanism: mechanism, from: use.from, until: use.until ?? Int.max,
            area: area))
      }
      built[first...].sort { $0.isBefore($1) }
    }
    self.uses = built
  }

  private init(_ uses: [Use], of whole: StructureSchedule) {
    self.uses = uses
    record = whole.record
    slots = whole.slots
  }

  /// The mechanism of a use of the setting, by its place among them; nil where the registry does not have it.
  func mechanism(_ index: Int) -> (any Mechanism)? { uses.first { $0.index == index }?.mechanism }

  /// The same without a use of the setting, by its place among them.
  func without(_ index: Int) -> StructureSchedule {
    StructureSchedule(uses.filter { $0.index != index }, of: self)
  }

  /// What changes structure before the uses of a mechanism do.
  func before(_ id: String) -> StructureSchedule {
    StructureSchedule(Array(uses.prefix { $0.id != id }), of: self)
  }

  /// Whether the structure of a week differs from that of the week before.
  func changes(at week: Int) -> Bool {
    uses.contains {
      $0.from == week || $0.until == week
        || (week > $0.from && week < $0.until && $0.mechanism.moves(at: week - $0.from))
    }
  }

  func structure(at week: Int, conditions: Conditions) -> Structure {
    var structure = Structure.base(places: record.places, slots: slots, conditions: conditions)
    for use in uses where use.from <= week && week < use.until {
      use.mechanism.change(&structure, in: use.area, weeks: week - use.from, record: record)
    }
    return structure
  }

  /// What each use of the setting asks for in vain in a week, by its place among them; no entry for those that get
  /// all they ask for.
  func shortfalls(at week: Int, conditions: Conditions) -> [Int: [Shortfall]] {
    var structure = Structure.base(places: record.places, slots: slots, conditions: conditions)
    var found: [Int: [Shortfall]] = [:]
    for use in uses where use.from <= week && week < use.until {
      structure.shortfalls = []
      use.mechanism.change(&structure, in: use.area, weeks: week - use.from, record: record)
      if !structure.shortfalls.isEmpty { found[use.index] = structure.shortfalls }
    }
    return found
  }

  /// Ids of the mechanisms that are in force in each neighbourhood at some time in these weeks, in the order of the
  /// registry.
  func mechanisms(in weeks: Range<Int>) -> [[String]] {
    var ids = [[String]](repeating: [], count: record.places.neighbourhoods.count)
    for use in uses where use.from < weeks.upperBound && use.until > weeks.lowerBound {
      for n in use.area.neighbourhoods where ids[n].last != use.id { ids[n].append(use.id) }
    }
    return ids
  }
}

extension Places {
  /// The neighbourhoods of a selection, in their order.
  func select(_ selection: PlaceSelection, draws: [Double]) throws(SimulationError) -> [Int] {
    switch selection {
    case .all: return Array(neighbourhoods.indices)
    case .share(let share): return PlaceShare.chosen(share, draws: draws)
    case .named(let names):
      for name in names where !neighbourhoods.indices.contains(where: { isNamed(name, $0) }) {
        throw SimulationError(
          stage: .setting,
          reason:
            "no neighbourhood, block, subdistrict or district is called '\(name)' in this city; its neighbourhoods "
            + "run from '\(neighbourhoods[0].name)' to '\(neighbourhoods[neighbourhoods.count - 1].name)'")
      }
      return neighbourhoods.indices.filter { n in names.contains { isNamed($0, n) } }
    }
  }

  private func isNamed(_ name: String, _ n: Int) -> Bool {
    let place = neighbourhoods[n]
    return place.name == name || blocks[place.block].name == name
      || subdistricts[place.subdistrict].name == name
      || subdistricts[place.subdistrict].district == name
  }
}
