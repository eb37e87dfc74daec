/// What the mechanisms of settings will change, known before anything is run.
///
/// Where people live is drawn as in the first replicate; who among them is a Party member is not: their numbers are
/// those that the city gives, or the usual.
public struct Foresight: Sendable {
  /// One use of a mechanism that does not do what was perhaps expected of it.
  public struct Finding: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      /// The places where it is in force are none.
      case nowhere
      /// Its options are those under which it is the same as absent.
      case absent
      /// It lacks what it needs.
      case needs(String)
      /// The structure is the same without it.
      case nothing
      /// It asks for more than there is: what is asked for and got, a place on the average of those that lack it.
      case capped(Shortfall)
    }
    /// Its place among the uses of the setting.
    public var use: Int
    public var kind: Kind
  }

  /// A neighbourhood that is to be.
  public struct Neighbourhood: Sendable {
    public var name: String
    public var households: Int
    /// Its place among the subdistricts.
    public var subdistrict: Int
  }
  public let neighbourhoods: [Neighbourhood]
  public let subdistricts: Int

  /// Households of one neighbourhood beyond which its figures are those of no residents' committee: half of the least
  /// and twice the most that there are (row 8).
  public static let plausibleHouseholds =
    Int(Profiles.households.lowerBound / 2)...Int(Profiles.households.upperBound * 2)

  private let record: PublicRecord
  private let slots: ActorSlots
  private let draws: [Double]

  /// Lays out the places of a setting's city.
  /// - Throws: ``SimulationError`` where no world can be made of it.
  public init(_ setting: Setting, seed: UInt64) throws(SimulationError) {
    let random = RandomSource(seed: seed, replicate: 1)
    var plan = try Places.plan(city: setting.city, conditions: setting.conditions, random: random)
    let units = try Units(&plan, conditions: setting.conditions, random: random)
    let places = plan.places
    record = PublicRecord(
      places: places, members: Self.members(plan, setting.conditions[.organised], places.lots(random)),
      units: units, random)
    slots = ActorSlots(
      subdistricts: places.subdistricts.count, blocks: places.blocks.count,
      neighbourhoods: places.neighbourhoods.count)
    draws = PlaceShare.draws(random, neighbourhoods: places.neighbourhoods.count)
    neighbourhoods = places.neighbourhoods.map {
      Neighbourhood(name: $0.name, households: $0.households, subdistrict: $0.subdistrict)
    }
    subdistricts = places.subdistricts.count
  }

  /// Registered members of a resident where nothing is given (Lingyun: 3,638 of 104,000).
  private static let membersPerResident = 0.035

  private static func members(_ plan: Places.Plan, _ organised: Double, _ lots: [Double]) -> [Int] {
    var members: [Int] = []
    for (index, subdistrict) in plan.places.subdistricts.enumerated() {
      let residents = subdistrict.neighbourhoods.map {
        Double(plan.places.neighbourhoods[$0].residents.count)
      }
      if let given = plan.subdistricts[index].registeredMembers {
        members += Apportionment.split(
          Int(Double(given) * organised + 0.5), by: residents, lots: Array(lots[subdistrict.neighbourhoods]))
      } else {
        members += zip(subdistrict.neighbourhoods, residents).map { n, number in
          Int((number * (plan.rows[n].shareMembers ?? membersPerResident) * organised).rounded(.up))
        }
      }
    }
    return members
  }

  // MARK: Uses

  /// Weeks of one use that are looked at: its first and last, and some of those at which something else changes.
  private static let mostWeeks = 10

  /// What is to be said of the uses of a setting with this city; at most one finding a use.
  /// - Throws: ``SimulationError`` where a use names a place that is not there.
  public func findings(_ setting: Setting) throws(SimulationError) -> [Finding] {
    let uses = setting.mechanisms
    let schedule = try StructureSchedule(uses, record: record, slots: slots, shareDraws: draws)
    var whole: [Int: Structure] = [:]
    var shortfalls: [Int: [Int: [Shortfall]]] = [:]
    var found: [Finding] = []
    for (index, use) in uses.enumerated() {
      let area = Area(
        neighbourhoods: try record.places.select(use.places, draws: draws), places: record.places,
        from: use.from)
      if area.neighbourhoods.isEmpty {
        found.append(Finding(use: index, kind: .nowhere))
        continue
      }
      guard let description = MechanismRegistry.description(of: use.id),
        let mechanism = schedule.mechanism(index)
      else { continue }
      if description.isAbsent(under: use.options) {
        found.append(Finding(use: index, kind: .absent))
        continue
      }
      let without = schedule.without(index)
      // What a use needs must be there when its turn comes: later ones take what is left.
      let earlier = schedule.before(use.id)
      var unmet = description.needs
      var isSame = true
      var worst: Shortfall?
      for week in Self.weeks(of: use, setting) {
        let conditions = setting.conditions.inForce(at: week)
        if !unmet.isEmpty {
          let before = earlier.structure(at: week, conditions: conditions)
          unmet.removeAll { $0.isMet(mechanism, before, area, record) }
        }
        if isSame {
          let base = without.structure(at: week, conditions: conditions)
          let structure = whole[week] ?? schedule.structure(at: week, conditions: conditions)
          whole[week] = structure
          isSame = structure == base
        }
        let lacks = shortfalls[week] ?? schedule.shortfalls(at: week, conditions: conditions)
        shortfalls[week] = lacks
        worst = Shortfall.worst(worst, Shortfall.mean(lacks[index] ?? []))
      }
      if let need = unmet.first {
        found.append(Finding(use: index, kind: .needs(need.meaning)))
      } else if isSame {
        found.append(Finding(use: index, kind: .nothing))
      } else if let worst {
        found.append(Finding(use: index, kind: .capped(worst)))
      }
    }
    return found
  }

  private static func weeks(of use: MechanismUse, _ setting: Setting) -> [Int] {
    let end = min(use.until ?? Int.max, setting.schedule.total)
    let between = setting.onsets.filter { $0 > use.from && $0 < end - 1 }
    return [use.from] + between.prefix(mostWeeks - 2) + (end - 1 > use.from ? [end - 1] : [])
  }
}

extension Conditions {
  /// The conditions of a week, with all changes up to it.
  fileprivate func inForce(at week: Int) -> Conditions {
    var conditions = self
    for change in changes.sorted(by: { $0.week < $1.week }) where change.week <= week {
      conditions[change.condition] = change.value
    }
    return conditions
  }
}

extension Shortfall {
  /// The mean of the most frequent kind; nil of none.
  static func mean(_ all: [Shortfall]) -> Shortfall? {
    let kinds = Resource.allCases.map { kind in all.filter { $0.resource == kind } }
    guard let most = kinds.max(by: { $0.count < $1.count }), let first = most.first else { return nil }
    let number = Double(most.count)
    return Shortfall(
      resource: first.resource, asked: most.reduce(0) { $0 + $1.asked } / number,
      got: most.reduce(0) { $0 + $1.got } / number)
  }

  /// That of two of which less is got.
  static func worst(_ first: Shortfall?, _ second: Shortfall?) -> Shortfall? {
    guard let first, let second else { return first ?? second }
    return second.got / second.asked < first.got / first.asked ? second : first
  }
}
