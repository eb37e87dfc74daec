/// Demand arrival: facilities wear, and life brings needs.
///
/// Needs of a neighbourhood arrive as a Poisson stream; public ones come faster where buildings are worn.
enum Needs: ReadsResidents, ChangesDemands, ChangesPlaces, Counts {
  static func run(_ world: inout Reach<Self>) {
    let arrivals = world.random.stream(.needCount, week: world.week)
    let profiles = world.random.stream(.needProfile, week: world.week)
    let load = world.load * world.conditions[.demandLoad]
    for n in world.places.neighbourhoods.indices {
      let place = world.places.neighbourhoods[n]
      world.write.neighbourhoods[n].condition -= world.neighbourhoods[n].condition * world.conditions[.wear]
      let worn = 1 - world.neighbourhoods[n].condition
      let publicRate = world.conditions[.publicNeeds] * (1 + world.conditions[.wornNeeds] * worn)
      let mean = Double(place.residents.count) * load * (world.conditions[.privateNeeds] + publicRate)
      world.write.tally.add(.residentWeeks, n, Double(place.residents.count))
      let publicShare = publicRate / (world.conditions[.privateNeeds] + publicRate)
      let local = profiles.substream(place.key)
      for k in 0..<arrivals.poisson(mean: mean, place.key) {
        let own = local.substream(k)
        let i = world.adult(
          from: place.residents.lowerBound + own.index(below: place.residents.count, 0), in: place.residents)
        arise(&world, resident: i, neighbourhood: n, isPublic: own.happens(publicShare, 1), own)
      }
    }
  }

  private static func arise(
    _ world: inout Reach<Self>, resident i: Int, neighbourhood n: Int, isPublic: Bool, _ draw: RandomStream
  ) {
    let place = world.places.neighbourhoods[n]
    let age = world.residents.traits[i].age
    let kind = NeedWeights.shared.kind(age: age, isPublic: isPublic, draw.uniform(2))
    let profile = DemandProfile.table[Int(kind.rawValue)]
    var scope = Scope.household
    if isPublic {
      let index = draw.weighted(DemandProfile.publicScopes, 3) ?? 0
      scope = Scope(rawValue: Scope.building.rawValue + UInt8(index)) ?? .building
    }
    let group = place.groups.lowerBound + Int(world.residents.group[i])
    let isOpposed = isPublic && draw.happens(profile.opposed * world.conditions[.contestedShare], 4)
    var opponents = Int32(-1)
    if isOpposed {
      opponents = Int32(place.groups.lowerBound + draw.index(below: place.groups.count, 5))
    }
    let cross = profile.departments * world.conditions[.crossDepartmentShare]
    let demand = Demand(
      key: UInt32(truncatingIfNeeded: draw.bits(6)), resident: Int32(i), neighbourhood: Int32(n),
      group: Int32(group), opponents: opponents, kind: kind, scope: scope, state: .latent, origin: .voiced,
      technical: draw.happens(profile.technical * world.conditions[.technicalShare], 7),
      departments: UInt8(1 + min(draw.poisson(mean: cross, 8), DemandProfile.mostDepartments - 1)),
      salience: Float(draw.uniform(9)),
      born: Int32(world.week), since: Int32(world.week))
    world.write.tally.add(.needs, n)
    let id = world.write.demands.add(demand)
    world.wake(id, in: 1)
  }
}

/// Cumulative weights of the kinds of demands by age, made once.
struct NeedWeights: Sendable {
  static let shared = NeedWeights()
  private let cumulative: [[Double]]

  private init() {
    var rows: [[Double]] = []
    for isPublic in [false, true] {
      for age in Traits.AgeBand.allCases {
        var sum = 0.0
        rows.append(
          DemandProfile.table.map { profile in
            sum +=
              (isPublic ? profile.publicWeight : profile.privateWeight) * profile.byAge[Int(age.rawValue)]
            return sum
          })
      }
    }
    cumulative = rows
  }

  func kind(age: Traits.AgeBand, isPublic: Bool, _ u: Double) -> DemandKind {
    let row = cumulative[(isPublic ? Traits.AgeBand.allCases.count : 0) + Int(age.rawValue)]
    let mark = u * (row.last ?? 0)
    for kind in DemandKind.allCases where mark < row[Int(kind.rawValue)] { return kind }
    return .administrativeService
  }
}

extension Reach where L: ReadsResidents {
  /// The first adult at or after a resident, going round within a range; the resident where there is none.
  func adult(from resident: Int, in range: Range<Int>) -> Int {
    var i = resident
    for _ in 0..<range.count {
      if residents.traits[i].isAdult { return i }
      i = i + 1 < range.upperBound ? i + 1 : range.lowerBound
    }
    return resident
  }
}

extension Reach where L: ChangesDemands {
  /// Has a demand looked at again in some weeks.
  mutating func wake(_ id: Int32, in weeks: Int) {
    let delay = min(max(weeks, 1), TimingWheel.span - 1)
    write.demands[id].wake = Int32(week + delay)
    write.wheel.set(id, week: week, delay: delay)
  }
}
