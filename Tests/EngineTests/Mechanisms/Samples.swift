@testable import Engine

/// Structures of a small world under some mechanisms, without a world.
struct StructureSample {
  let record: PublicRecord
  let slots: ActorSlots
  let conditions: Conditions

  init(_ setting: Setting = .twoSubdistricts()) {
    let population = try! Population(
      city: setting.city, parameters: setting.parameters, conditions: setting.conditions,
      random: RandomSource(seed: 1, replicate: 0))
    let own = population.publicRecord(RandomSource(seed: 1, replicate: 0))
    record = PublicRecord(
      places: own.places, members: own.members, units: own.units, organs: own.organs,
      lots: own.places.neighbourhoods.indices.map { Double($0 * 3 % 8) / 8 })
    slots = ActorSlots(
      subdistricts: record.places.subdistricts.count, blocks: record.places.blocks.count,
      neighbourhoods: record.places.neighbourhoods.count)
    conditions = setting.conditions
  }

  static let shared = StructureSample()

  func schedule(_ uses: [MechanismUse]) -> StructureSchedule {
    try! StructureSchedule(
      uses, record: record, slots: slots,
      shareDraws: record.places.neighbourhoods.indices.map { Double($0 * 7 % 5) })
  }

  func structure(_ uses: [MechanismUse], week: Int = 0) -> Structure {
    schedule(uses).structure(at: week, conditions: conditions)
  }

  var base: Structure { structure([]) }
}

extension OptionDescription {
  /// The ends of its range, every choice, both flags.
  var extremes: [OptionValue] {
    switch kind {
    case .number(let range, _): [.number(range.lowerBound), .number(range.upperBound)]
    case .count(let range, _): [.number(Double(range.lowerBound)), .number(Double(range.upperBound))]
    case .flag: [.flag(false), .flag(true)]
    case .choice(let choices): choices.map { .choice($0) }
    }
  }

  /// Values to try: the extremes and the default.
  var values: [OptionValue] { [value] + extremes }
}

extension MechanismDescription {
  /// Sets of options around which others are tried: the defaults, and each single option at each of its extremes.
  var bases: [[String: OptionValue]] {
    [[:]] + options.flatMap { option in option.extremes.map { [option.name: $0] } }
  }

  /// Null settings: the named options at their null values, the others at the defaults or any one at an extreme.
  var nullSettings: [[String: OptionValue]] {
    bases.map { base in base.merging(null) { _, null in null } }
  }

  var isSplit: Bool { id == "oneCoreOneStationTwoCommittees" }
}
