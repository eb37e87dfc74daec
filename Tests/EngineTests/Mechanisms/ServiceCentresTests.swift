import Testing

@testable import Engine

@Suite struct ServiceCentresTests {
  private let sample = StructureSample.shared

  private func use(_ options: [String: OptionValue]) -> [MechanismUse] {
    [MechanismUse("serviceCentres", options: options)]
  }
  /// Only points in neighbourhoods, with these options.
  private func points(_ options: [String: OptionValue]) -> [MechanismUse] {
    use(["subdistrict": .flag(false)].merging(options) { $1 })
  }

  @Test func aPointStandsInEachNeighbourhoodAndACentreInEachSubdistrict() {
    let structure = sample.structure(use(["siteDistance": .number(0.5), "recognisability": .number(0.3)]))
    #expect(structure.venues.count == 2 + 4)
    for n in 0..<4 {
      let slot = sample.slots.slot(.neighbourhoodCentre, n)
      let own = structure.venues.filter { $0.operatorSlot == slot }
      #expect(own.count == 1 && own[0].serves == [n] && own[0].recognisability == 0.3)
      #expect((own[0].x - sample.record.places.neighbourhoods[n].x - 0.5).magnitude < 1e-12)
    }
    let centre = sample.slots.slot(.serviceCentre, 1)
    #expect(structure.venues.first { $0.operatorSlot == centre }?.serves == [2, 3])
  }

  /// Two points and a centre share what a tenth of the office and of the mass organisations are.
  @Test func staffIsMovedInEqualParts() {
    let structure = sample.structure(use([:]))
    let given = [ActorKind.subdistrictOffice, .massOrganisations].map {
      Double(sample.base[$0, 0]!.staffMinutes)
    }
    let each = given.reduce(0) { $0 + Int($1 * 0.1 / 3) }
    #expect(each > 0)
    #expect(structure[.serviceCentre, 0]?.staffMinutes == each)
    #expect(structure[.neighbourhoodCentre, 1]?.staffMinutes == each)
    #expect(structure.staffMinutes == sample.base.staffMinutes)
  }

  /// Skill comes with the professionals who join.
  @Test func aProfessionalTeamKnowsMore() {
    let plain = sample.structure(use([:]))[.serviceCentre, 0]!.skill
    let team = sample.structure(use(["team": .number(0.5)]))[.serviceCentre, 0]!.skill
    #expect((plain - sample.conditions[.staffSkill]).magnitude < 1e-12 && team > plain && team < 1)
  }

  /// Places for people at work stand in towers and blocks, and nothing is on there.
  @Test func towersAndStopsAreForPeopleAtWork() {
    let structure = sample.structure(
      use([
        "subdistrict": .flag(false), "neighbourhood": .flag(false), "tower": .flag(true),
        "riders": .flag(true),
      ]))
    #expect(structure.venues.count == 4 + 4)
    #expect(structure.venues.allSatisfy { $0.guests == .workers && $0.programme == nil })
  }

  @Test func visitsFollowRecognisabilityUsabilityAndFees() throws {
    func visits(_ options: [String: OptionValue]) throws -> Double {
      try World.after(20, points(["activities": .number(0)].merging(options) { $1 })).counted(.visits)
    }
    let open = try visits(["recognisability": .number(1), "usability": .number(1)])
    let hidden = try visits(["recognisability": .number(0.3), "usability": .number(1)])
    let poor = try visits(["recognisability": .number(1), "usability": .number(0.3)])
    let dear = try visits([
      "recognisability": .number(1), "usability": .number(1), "fees": .number(15),
    ])
    #expect(open > 200 && hidden < 0.5 * open && poor < 0.5 * open)
    #expect(dear < 0.65 * open && dear > 0.35 * open)
  }

  @Test func feesPayForActivities() throws {
    let world = try World.after(
      20, points(["fees": .number(20), "purchased": .number(1), "centreRun": .number(0)]))
    let paid = world.flow(.money, .contribution, from: .residents, to: .neighbourhoodCentre)
    let spent = world.flow(.money, .activity, from: .neighbourhoodCentre, to: .market)
    #expect(paid > 0 && spent > 0 && spent <= paid)
    #expect(world.problems() == [])
  }

  @Test func nobodyComesInBeyondTheCapacity() throws {
    let world = try World.after(10, points(["capacity": .number(3), "recognisability": .number(1)]))
    #expect(world.counted(.visits) > 0 && world.counted(.visits) <= 3 * 3 * 10)
  }

  /// Who runs activities pays for them: with money, with staff's hours, or with residents' own.
  @Test func whoRunsActivitiesGivesTheHours() throws {
    func hours(_ kind: String) throws -> [Int64] {
      let weights = ["purchased", "centreRun", "residentRun"].reduce(into: [String: OptionValue]()) {
        $0[$1] = .number($1 == kind ? 1 : 0)
      }
      let world = try World.after(12, points(weights.merging(["staff": .number(0.5)]) { $1 })) {
        $0.conditions.values[.associations] = 0
        // No project takes a room.
        $0.conditions.values[.demandLoad] = 0
        $0.parameters[.founding] = 0
        $0.parameters[.joinBase] = -60
      }
      #expect(world.problems() == [])
      return [ActorKind.contractors, .neighbourhoodCentre, .residents].map {
        world.flow(.time, .activity, from: $0)
      }
    }
    let bought = try hours("purchased")
    #expect(bought == [3 * 12 * 180, 0, 0])
    let run = try hours("centreRun")
    #expect(run[0] == 0 && run[1] > 0 && run[1] % 180 == 0 && run[2] == 0)
    let own = try hours("residentRun")
    #expect(own[0] == 0 && own[1] == 0 && own[2] > 0 && own[2] < 3 * 12 * 180)
  }

  /// Begun by residents, there are fewer of them, and their beginners take part.
  @Test func whatResidentsMustBeginIsHeldMoreSeldom() throws {
    func held(by starter: String) throws -> Int64 {
      try World.after(
        12,
        points([
          "startedBy": .choice(starter), "purchased": .number(1), "centreRun": .number(0),
          "residentRun": .number(0),
        ])
      ).flow(.time, .activity, from: .contractors)
    }
    let operators = try held(by: "operator")
    let residents = try held(by: "residents")
    #expect(residents > 0 && residents < operators)
  }

  /// A centre that lets nobody in: its people are missed in the office, and no visit or hour of participation comes of
  /// them.
  @Test func aCentreWithoutPlacesDoesNothingGood() throws {
    let world = try World.after(
      20,
      use(["capacity": .number(0), "asks": .number(0), "needsSurvey": .number(0), "staff": .number(0.5)]))
    #expect(world.counted(.visits) == 0)
    #expect(world.flow(.time, .activity, from: .serviceCentre) > 0)
    let without = try World.after(0, [])
    let lost =
      without.structure[.subdistrictOffice, 0]!.staffMinutes
      - world.structure[.subdistrictOffice, 0]!.staffMinutes
    #expect(lost * 2 >= without.structure[.subdistrictOffice, 0]!.staffMinutes - 4)
  }
}
