/// 社区荣誉集结榜, 两优一先: who is made known for what they did.
struct HonourBoard: Mechanism {
  static let description = MechanismDescription(
    id: "honourBoard", chinese: "社区荣誉集结榜, 两优一先",
    summary: "Makes known a share of the acts of residents and units: to whom, and by whose choice.",
    source:
      "Huang Xiaochun, on the honour board of a subdistrict (社区荣誉集结榜), to which units belong as well",
    options: [
      OptionDescription(
        name: "acts", kind: .number(0...1, unit: "share"), value: .number(0.2),
        meaning: "residents' public acts that are made known"),
      OptionDescription(
        name: "audience", kind: .choice(["group", "neighbourhood", "subdistrict"]),
        value: .choice("neighbourhood"),
        meaning: "to the building group, or to as many people anywhere in neighbourhood or subdistrict"),
      OptionDescription(
        name: "residentsVote", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "names that residents choose; the others superiors choose"),
      OptionDescription(
        name: "units", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "gifts of units that are made known"),
    ],
    null: ["acts": .number(0), "units": .number(0)])

  private let recognition: Recognition

  init(_ options: Options) {
    let audience: Audience =
      switch options.choice("audience") {
      case "group": .group
      case "subdistrict": .subdistrict
      default: .neighbourhood
      }
    recognition = Recognition(
      acts: options.number("acts"), audience: audience, residentsVote: options.number("residentsVote"),
      units: options.number("units"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if recognition.acts == 0 && recognition.units == 0 { return }
    for n in area.neighbourhoods { structure.recognition[n] = recognition }
  }
}
