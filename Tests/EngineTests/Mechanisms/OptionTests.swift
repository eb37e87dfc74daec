import Testing

@testable import Engine

/// A mechanism with an option of every kind.
private struct Probe: Mechanism {
  static let about = About(
    id: "probe", chinese: "试", summary: "Has an option of every kind.", source: "None",
    needs: [Need("an open probe") { (probe: Probe, _, _, _) in probe.open }])

  enum Word: String, OptionChoice {
    case second
    case first
    case plan = "1+2"
  }

  @Option("what it gets", in: 0...500_000, unit: "yuan a year", null: 0, role: [.adds, .fromBudget])
  var yuan = 60_000.0
  @Option("how long", in: 1...26, unit: "weeks", null: 1)
  var boardWeeks = 4
  @Option("whether it is open", null: false)
  var open = true
  @Option("which of them", null: .second)
  var word = Word.plan
  @Option("a part", in: 0...1, unit: "share", role: .adds)
  var part = 1.0

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {}
}

/// Options are declared once, as properties; the rest is derived.
@Suite struct OptionTests {
  @Test func declarationsAreFoundInTheirOrder() {
    let description = MechanismDescription(of: Probe.self)
    #expect(description.id == "probe" && description.chinese == "试" && description.source == "None")
    #expect(description.summary == "Has an option of every kind.")
    #expect(description.needs.map(\.meaning) == ["an open probe"])
    let options = description.options
    #expect(options.map(\.name) == ["yuan", "boardWeeks", "open", "word", "part"])
    #expect(
      options.map(\.kind) == [
        .number(0...500_000, unit: "yuan a year"), .count(1...26, unit: "weeks"), .flag,
        .choice(["second", "first", "1+2"]), .number(0...1, unit: "share"),
      ])
    #expect(
      options.map(\.value) == [.number(60_000), .number(4), .flag(true), .choice("1+2"), .number(1)])
    #expect(
      options.map(\.meaning) == ["what it gets", "how long", "whether it is open", "which of them", "a part"])
    #expect(
      description.null
        == ["yuan": .number(0), "boardWeeks": .number(1), "open": .flag(false), "word": .choice("second")])
    #expect(description.adds == ["yuan", "part"] && description.fromBudget == ["yuan"])
    #expect(description.isAbsent(under: description.null))
    #expect(!description.isAbsent(under: ["yuan": .number(0), "open": .flag(false)]))
  }

  @Test func whatIsGivenIsSetAndTheRestStays() {
    let usual = Probe(options: [:])
    let other = Probe(options: [
      "word": .choice("first"), "boardWeeks": .number(26), "open": .flag(false), "yuan": .number(0.5),
    ])
    #expect(other.yuan == 0.5 && other.boardWeeks == 26 && !other.open && other.word == .first)
    #expect(other.part == 1)
    // Each mechanism has values of its own.
    for mechanism in [usual, Probe()] {
      #expect(mechanism.yuan == 60_000 && mechanism.boardWeeks == 4 && mechanism.open)
      #expect(mechanism.word == .plan && mechanism.part == 1)
    }
  }

  @Test func aValueOfAnotherKindIsNotTaken() {
    let wrong: [String: [OptionValue]] = [
      "yuan": [.flag(true), .choice("1")], "boardWeeks": [.number(2.5), .number(.nan), .flag(true)],
      "open": [.number(1), .choice("true")], "word": [.choice("third"), .choice("plan"), .number(1)],
    ]
    let probe = Probe()
    for (name, option) in probe.declaredOptions {
      for value in wrong[name] ?? [] { #expect(!option.take(value), "\(name): \(value)") }
    }
    #expect(probe.yuan == 60_000 && probe.boardWeeks == 4 && probe.open && probe.word == .plan)
  }

  @Test func anUnknownNameOrAWrongKindStopsTheProgram() async {
    await #expect(processExitsWith: .success) { _ = Probe(options: ["yuan": .number(1)]) }
    await #expect(processExitsWith: .failure) { _ = Probe(options: ["yuans": .number(1)]) }
    await #expect(processExitsWith: .failure) { _ = Probe(options: ["yuan": .flag(true)]) }
  }

  /// What a mechanism would store beside its options would be a second copy of them, or something that no scenario can
  /// set.
  @Test func mechanismsStoreOptionsAndNothingElse() {
    for type in MechanismRegistry.all {
      for child in Mirror(reflecting: type.init()).children {
        let isOption = child.label?.hasPrefix("_") == true && child.value is any DeclaredOption
        #expect(isOption, "\(type): \(child.label ?? "?")")
      }
    }
  }

  /// Every default and every extreme of every mechanism can be set.
  @Test func everyValueIsTakenByItsOption() {
    for type in MechanismRegistry.all {
      let description = MechanismDescription(of: type)
      for option in description.options {
        for value in option.values {
          let mechanism = type.init(options: [option.name: value])
          let read = mechanism.declaredOptions.first { $0.name == option.name }
          let isSet = read?.option.description(name: option.name).value == value
          #expect(isSet, "\(description.id): \(option.name) = \(value)")
        }
      }
    }
  }
}
