import Testing

@testable import Engine

/// What every mechanism of the registry must fulfil.
@Suite struct ConformanceTests {
  private let sample = StructureSample.shared

  /// All mechanisms but one, at their defaults: a setting in which much stands that it could change.
  private func others(_ id: String) -> [MechanismUse] { MechanismUse.all.filter { $0.id != id } }

  static let descriptions = MechanismRegistry.descriptions
  static let ids = descriptions.map(\.id)
  private func description(_ id: String) -> MechanismDescription { MechanismRegistry.description(of: id)! }

  // MARK: Description

  @Test(arguments: ids) func theDescriptionIsComplete(id: String) {
    let description = description(id)
    #expect(!description.chinese.isEmpty && description.chinese.unicodeScalars.contains { $0.value > 0x3000 })
    #expect(description.summary.hasSuffix(".") && !description.source.isEmpty)
    #expect(!description.options.isEmpty && !description.null.isEmpty)
    #expect(Set(description.options.map(\.name)).count == description.options.count)
    for option in description.options {
      #expect(!option.meaning.isEmpty)
      #expect(fits(option.value, option.kind), "default of \(option.name)")
    }
    for (name, value) in description.null.sorted(by: { $0.key < $1.key }) {
      let option = description.options.first { $0.name == name }
      #expect(option.map { fits(value, $0.kind) } == true, "null value of \(name)")
    }
  }

  private func fits(_ value: OptionValue, _ kind: OptionDescription.Kind) -> Bool {
    switch (value, kind) {
    case (.number(let x), .number(let range, let unit)): range.contains(x) && !unit.isEmpty
    case (.number(let x), .count(let range, let unit)):
      x == x.rounded() && range.contains(Int(x)) && !unit.isEmpty
    case (.flag, .flag): true
    case (.choice(let name), .choice(let names)): names.contains(name) && Set(names).count == names.count
    default: false
    }
  }

  @Test func idsAreUnique() { #expect(Set(Self.ids).count == Self.ids.count) }

  // MARK: Absence

  @Test(arguments: ids) func aNullSettingIsAbsence(id: String) {
    for context in [[], others(id)] {
      let absent = sample.structure(context, week: 40)
      for options in description(id).nullSettings {
        let null = sample.structure(context + [MechanismUse(id, options: options)], week: 40)
        let isAbsent = null == absent
        #expect(isAbsent, "\(options)")
      }
    }
  }

  @Test(arguments: ids) func aNullSettingGivesTheSameBytes(id: String) throws {
    var setting = Setting.small(others(id))
    let absent = try Simulation.run(setting, seed: 8, replicate: 1, places: true)
    setting.mechanisms.append(MechanismUse(id, from: 10, until: 25, options: description(id).null))
    let null = try Simulation.run(setting, seed: 8, replicate: 1, places: true)
    #expect(null.bits == absent.bits)
  }

  /// At its defaults it is not absent: it changes structure, and with it the run.
  @Test(arguments: ids) func theDefaultsAreNotAbsence(id: String) throws {
    #expect(sample.structure(others(id)) != sample.structure(MechanismUse.all))
    var setting = Setting.small(others(id))
    let absent = try Simulation.run(setting, seed: 8, replicate: 1)
    setting.mechanisms = MechanismUse.all
    #expect(try Simulation.run(setting, seed: 8, replicate: 1).fingerprint != absent.fingerprint)
  }

  // MARK: When and where

  @Test(arguments: ids) func itIsInForceFromItsFirstWeekToItsLast(id: String) {
    let context = others(id)
    let schedule = sample.schedule(context + [MechanismUse(id, from: 12, until: 60)])
    let without = sample.schedule(context)
    for week in 0..<80 {
      let isEqual =
        schedule.structure(at: week, conditions: sample.conditions)
        == without.structure(at: week, conditions: sample.conditions)
      #expect(isEqual == !(12..<60).contains(week), "week \(week)")
    }
  }

  /// The weeks that are named as changes are all weeks in which the structure differs from the week before.
  @Test(arguments: ids) func everyChangeIsAnnounced(id: String) {
    let schedule = sample.schedule([MechanismUse(id, from: 12, until: 60)])
    var last = schedule.structure(at: 0, conditions: sample.conditions)
    for week in 1..<80 {
      let now = schedule.structure(at: week, conditions: sample.conditions)
      if now != last { #expect(schedule.changes(at: week), "week \(week)") }
      last = now
    }
    #expect(schedule.changes(at: 12) && schedule.changes(at: 60) && !schedule.changes(at: 11))
  }

  @Test(arguments: ids) func itStaysInItsPlaces(id: String) {
    let context = MechanismUse.all.filter { $0.id != id }
    let base = sample.structure(context)
    // Neighbourhoods 0 and 1 are subdistrict 0, 2 and 3 subdistrict 1; every neighbourhood is a block.
    let changed = sample.structure(context + [MechanismUse(id, places: .named(["C"]))])
    #expect(changed != base)
    for n in [0, 1, 3] {
      for part in Part.neighbourhood(n) { #expect(part.isEqual(changed, base, sample.slots), "\(part)") }
    }
    for part in Part.block([0, 1, 3]) + Part.subdistrict(0) {
      #expect(part.isEqual(changed, base, sample.slots), "\(part)")
    }
    #expect(changed.venues.allSatisfy { base.venues.contains($0) || $0.serves == [2] })
  }

  @Test(arguments: ids) func aShareOfPlacesContainsEverySmallerShare(id: String) {
    let schedule = { (share: Double) in
      sample.structure([MechanismUse(id, places: .share(share))])
    }
    #expect(schedule(0) == sample.base)
    #expect(schedule(1) == sample.structure([MechanismUse(id)]))
    #expect(schedule(0.5) != sample.base)
  }

  // MARK: Options

  @Test(arguments: ids) func everyOptionMatters(id: String) {
    let description = description(id)
    for option in description.options {
      for value in option.extremes where value != option.value {
        let matters = [[], others(id)].contains { context in
          description.bases.contains { base in
            var options = base
            options[option.name] = nil
            let usual = MechanismUse(id, options: options)
            options[option.name] = value
            let other = MechanismUse(id, options: options)
            return [0, 3, 300].contains {
              sample.structure(context + [usual], week: $0) != sample.structure(context + [other], week: $0)
            }
          }
        }
        #expect(matters, "\(option.name) = \(value)")
      }
    }
  }

  /// Laws read it: somewhere in its range a run is another than at its first end, alone or among all other
  /// mechanisms, with the other options at their defaults or one of them at an extreme (an option of a body that
  /// does not stand by default can move nothing before it stands).
  @Test(arguments: ids) func everyOptionMovesSomething(id: String) throws {
    let description = description(id)
    // What moves slowly needs two years.
    var long = Setting.small()
    long.schedule.observed = 104
    let worlds = [Setting.brief(), .small(), .busy(), long]
    var left = description.options
    for base in description.bases {
      for world in worlds {
        for context in [others(id), []] where !left.isEmpty {
          func setting(_ options: [String: OptionValue]) -> Setting {
            var setting = world
            setting.mechanisms = context + [MechanismUse(id, options: options)]
            return setting
          }
          let usual = try Trace(setting(base))
          left = try left.filter { option in
            if base[option.name] != nil { return true }
            // The last end first: it is the farthest.
            return try !option.extremes.reversed().contains { value in
              try value != option.value
                && usual.isLeft(by: setting(base.merging([option.name: value]) { $1 }))
            }
          }
        }
      }
    }
    #expect(left.isEmpty, "\(left.map(\.name))")
  }

  // MARK: Cost

  /// Minutes of staff and yuan a year are those of the world without it, unless an option says that it brings more.
  @Test(arguments: ids) func itCostsNothingThatIsNotSaid(id: String) {
    let description = description(id)
    let nothingAdded = description.options.filter { description.adds.contains($0.name) }
      .reduce(into: [:]) { $0[$1.name] = $1.extremes[0] }
    for context in [[], others(id)] {
      let without = sample.structure(context, week: 30)
      for base in description.bases {
        let options = base.merging(nothingAdded) { _, none in none }
        let with = sample.structure(context + [MechanismUse(id, options: options)], week: 30)
        #expect(with.staffMinutes == without.staffMinutes, "\(options)")
        #expect((with.yuanPerYear - without.yuanPerYear).magnitude < 1e-6, "\(options)")
      }
    }
  }

  @Test func newMoneyOfAFundIsWhatItSays() {
    let with = sample.structure([
      MechanismUse("autonomyFund", options: ["yuan": .number(40_000), "newMoney": .number(0.25)])
    ])
    let added = with.yuanPerYear - sample.base.yuanPerYear
    #expect((added - 0.25 * 40_000 * Double(sample.record.places.neighbourhoods.count)).magnitude < 1e-6)
  }

  /// Nobody has less than no hours, and shares stay shares.
  @Test(arguments: ids) func structuresAreSound(id: String) {
    for options in description(id).bases {
      for week in [0, 300] {
        let structure = sample.structure(others(id) + [MechanismUse(id, options: options)], week: week)
        for part in Part.all(sample.record.places) {
          #expect(part.problems(structure, sample.slots) == [], "\(options) \(part)")
        }
      }
    }
  }
}
