import Testing

@testable import Engine

/// What mechanisms say that they need, and what is known of a setting before it is run.
@Suite struct MechanismNeedsTests {
  static let ids = MechanismRegistry.descriptions.map(\.id)

  /// Worlds in which something is missing that a mechanism may need.
  enum Lack: CaseIterable {
    case othersMechanisms, members, budget

    var setting: Setting {
      var setting = Setting.small()
      setting.conditions[.publicNeeds] = 0.01
      setting.conditions[.demandLoad] = 2
      setting.schedule.observed = 12
      switch self {
      case .othersMechanisms: break
      case .members:
        for n in setting.city.subdistricts[0].neighbourhoods.indices {
          setting.city.subdistricts[0].neighbourhoods[n].shareMembers = 0
        }
      case .budget: setting.conditions[.committeeBudget] = 0
      }
      return setting
    }

    /// Whether a finding before the run says that the use will do nothing.
    func isForetold(_ use: MechanismUse) throws -> Bool {
      var setting = setting
      setting.mechanisms = [use]
      return try Foresight(setting, seed: 8).findings(setting).contains { finding in
        if case .capped = finding.kind { false } else { true }
      }
    }
  }

  /// A mechanism does nothing where, and only where, what it says it needs is not there: the run is the one without
  /// it, in every measure and in its last state.
  @Test(arguments: Lack.allCases) func aMechanismAloneDoesNothingWhereItLacksWhatItNeeds(lack: Lack) throws {
    let without = try Simulation.run(lack.setting, seed: 8, replicate: 1)
    var idle: [String] = []
    for id in Self.ids {
      var setting = lack.setting
      setting.mechanisms = [MechanismUse(id)]
      let run = try Simulation.run(setting, seed: 8, replicate: 1)
      let isSame = run.fingerprint == without.fingerprint && run.bits == without.bits
      let isForetold = try lack.isForetold(MechanismUse(id))
      #expect(isSame == isForetold, "\(id): its run is the same: \(isSame)")
      if isSame { idle.append(id) }
    }
    // What is known to be needed is needed here.
    let wanted =
      switch lack {
      case .othersMechanisms: ["platformDivision", "memberPoints"]
      case .members: ["platformDivision", "threeTierBranches", "doubleRegistration", "memberPoints"]
      case .budget: ["autonomyFund", "servicePurchase", "platformDivision", "memberPoints"]
      }
    #expect(idle == wanted)
  }

  /// Among all others every mechanism has what it needs and changes something.
  @Test func amongAllOthersNothingIsIdle() throws {
    let setting = Setting.small(MechanismUse.all)
    for finding in try Foresight(setting, seed: 8).findings(setting) {
      if case .capped = finding.kind { continue }
      let id = setting.mechanisms[finding.use].id
      #expect(Bool(false), "\(id): \(finding.kind)")
    }
  }

  @Test func dutiesThatAreNotCountedDoNotSuffice() throws {
    func isIdle(_ counted: String) throws -> Bool {
      let setting = Setting.small([
        MechanismUse("threeTierBranches"),
        MechanismUse("memberPoints", options: ["counted": .choice(counted)]),
      ])
      return try !Foresight(setting, seed: 1).findings(setting).isEmpty
    }
    #expect(try isIdle("hands"))
    #expect(try !isIdle("brokering") && !isIdle("all"))
  }

  /// A need that is met for some weeks is met.
  @Test func whatComesLaterIsSeen() throws {
    var setting = Setting.small([MechanismUse("memberPoints"), MechanismUse("doubleRegistration", from: 30)])
    #expect(try Foresight(setting, seed: 1).findings(setting).isEmpty)
    setting.mechanisms[0].until = 30
    #expect(try Foresight(setting, seed: 1).findings(setting).map(\.use) == [0])
  }

  @Test(arguments: ids) func aNullSettingIsKnownAsAbsent(id: String) throws {
    let null = try #require(MechanismRegistry.description(of: id)).null
    let setting = Setting.small([MechanismUse(id, options: null)])
    #expect(
      try Foresight(setting, seed: 1).findings(setting) == [Foresight.Finding(use: 0, kind: .absent)])
  }

  @Test func aShareOfNoPlaceIsNowhere() throws {
    for (share, isNowhere) in [(0.0, true), (0.16, true), (0.17, false)] {
      let setting = Setting.small([MechanismUse("blockHub", places: .share(share))])
      let kinds = try Foresight(setting, seed: 1).findings(setting).map(\.kind)
      #expect(kinds == (isNowhere ? [.nowhere] : []))
    }
  }

  // MARK: What is asked for and not there

  private func shortfalls(
    _ uses: [MechanismUse], _ conditions: [ConditionID: Double] = [:]
  ) throws -> [String: Shortfall] {
    let setting = Setting.small(uses, conditions)
    var found: [String: Shortfall] = [:]
    for finding in try Foresight(setting, seed: 1).findings(setting) {
      if case .capped(let shortfall) = finding.kind { found[uses[finding.use].id] = shortfall }
    }
    return found
  }

  @Test func aFundIsPaidAsFarAsTheBudgetGoes() throws {
    func fund(_ id: String, _ yuan: Double, _ more: [String: OptionValue] = [:]) -> MechanismUse {
      MechanismUse(id, options: more.merging(["yuan": .number(yuan)]) { $1 })
    }
    let wanted = Shortfall(resource: .budget, asked: 200_000, got: 150_000)
    #expect(try shortfalls([fund("autonomyFund", 200_000)]) == ["autonomyFund": wanted])
    #expect(try shortfalls([fund("autonomyFund", 150_000)]).isEmpty)
    #expect(try shortfalls([fund("autonomyFund", 200_000, ["newMoney": .number(1)])]).isEmpty)
    #expect(try shortfalls([fund("autonomyFund", 200_000)], [.committeeBudget: 200_000]).isEmpty)
    // Who comes later finds less.
    let both = try shortfalls([
      fund("autonomyFund", 100_000),
      fund("communityFund", 300_000, ["units": .number(0), "residents": .number(0)]),
    ])
    #expect(both == ["communityFund": Shortfall(resource: .budget, asked: 300_000, got: 50_000)])
    // A cut that comes in the course of the run.
    var cut = Setting.small([fund("autonomyFund", 100_000)])
    cut.conditions.changes = [.init(week: 20, condition: .committeeBudget, value: 50_000)]
    let finding = try #require(try Foresight(cut, seed: 1).findings(cut).first)
    #expect(finding.kind == .capped(Shortfall(resource: .budget, asked: 100_000, got: 50_000)))
  }

  /// Staff, leaders' time and organs too are no more than there are.
  @Test func whatElseIsCappedIsSaid() throws {
    let staff = try shortfalls([
      MechanismUse("gridStaffing", options: ["share": .number(1)]),
      MechanismUse("serviceCentres", options: ["staff": .number(0.5)]),
    ])
    #expect(staff["serviceCentres"]?.resource == .staff && staff["gridStaffing"] == nil)
    let professionals = try shortfalls([
      MechanismUse("professionalSupport", options: ["hours": .number(100)])
    ])
    #expect(professionals["professionalSupport"]?.resource == .staff)
    let leaders = try shortfalls([
      MechanismUse("threeTierBranches", options: ["leaderHours": .number(3), "meetings": .number(4)])
    ])
    #expect(
      leaders == ["threeTierBranches": Shortfall(resource: .leaders, asked: 480, got: 180)])
    let organs = try shortfalls([MechanismUse("pairing", options: ["organs": .number(5)])])
    let found = organs["pairing"]
    #expect(found.map { $0.resource == .organs && $0.asked == 5 && $0.got < 5 } == true)
    var members = Setting.small([
      MechanismUse("doubleRegistration"),
      MechanismUse("memberPoints", options: ["bookkeeping": .number(30)]),
    ])
    for n in members.city.subdistricts[0].neighbourhoods.indices {
      members.city.subdistricts[0].neighbourhoods[n].shareMembers = 0.6
    }
    let books = try Foresight(members, seed: 1).findings(members)
    let isStaff = books.map {
      if case .capped(let shortfall) = $0.kind { shortfall.resource == .staff } else { false }
    }
    #expect(books.map(\.use) == [1] && isStaff == [true])
  }

  /// Options whose money is taken out of the committee's budget are all that lower it, and each of them does.
  @Test(arguments: ids) func whatIsPaidOutOfTheBudgetIsSaid(id: String) throws {
    let description = try #require(MechanismRegistry.description(of: id))
    let sample = StructureSample.shared
    func budget(_ options: [String: OptionValue]) -> Double {
      let structure = sample.structure([MechanismUse(id, options: options)])
      return structure.funds.indices.reduce(0) { $0 + structure.budget(of: $1) }
    }
    let whole = sample.base.funds.indices.reduce(0) { $0 + sample.base.budget(of: $1) }
    let none = description.options.filter { description.fromBudget.contains($0.name) }
      .reduce(into: [String: OptionValue]()) { $0[$1.name] = $1.extremes[0] }
    #expect(none.count == description.fromBudget.count)
    #expect(budget(none) == whole)
    for option in description.options where description.fromBudget.contains(option.name) {
      #expect(budget(none.merging([option.name: option.extremes[1]]) { $1 }) < whole, "\(option.name)")
    }
  }

  // MARK: Where

  /// A row of a place names what is in force there in the weeks that are observed.
  @Test func placesNameTheirMechanisms() throws {
    let setting = Setting.small([
      MechanismUse("autonomyFund", from: 10, places: .share(0.34)),
      MechanismUse("autonomyFund", from: 2, until: 9, places: .named(["B"])),
      MechanismUse("blockHub", from: 0, until: 4),
      MechanismUse("visits", from: 0, until: 5, places: .named(["A"])),
    ])
    let run = try Simulation.run(setting, seed: 3, replicate: 2, places: true)
    let chosen = PlaceShare.neighbourhoods(0.34, of: 3, seed: 3, replicate: 2)
    for (n, place) in run.places.enumerated() {
      let fund = chosen.contains(n) || place.place == "B"
      #expect(
        place.mechanisms == (fund ? ["autonomyFund"] : []) + (place.place == "A" ? ["visits"] : []))
    }
  }
}
