/// What a scenario may say about centres, stations and points.
enum CentreOptions {
  static let all = tiers + premises + people + operation

  static let tiers = [
    OptionDescription(
      name: "subdistrict", kind: .flag, value: .flag(true), meaning: "a centre (中心) in the subdistrict"),
    OptionDescription(name: "grid", kind: .flag, value: .flag(false), meaning: "a station in each block"),
    OptionDescription(
      name: "neighbourhood", kind: .flag, value: .flag(true), meaning: "a point (站) in each neighbourhood"),
    OptionDescription(
      name: "tower", kind: .flag, value: .flag(false),
      meaning:
        "a room in office towers for those who work there; where a subdistrict has none, in every neighbourhood with units"
    ),
    OptionDescription(
      name: "riders", kind: .flag, value: .flag(false),
      meaning: "a stop (驿站) in each block for people who work there"),
  ]

  static let premises = [
    OptionDescription(
      name: "siteDistance", kind: .number(0...5, unit: "km"), value: .number(0.2),
      meaning: "how far a place is from the middle of those it serves"),
    OptionDescription(
      name: "roomHours", kind: .number(0...200, unit: "room-hours a week"), value: .number(40),
      meaning: "rooms × hours of one place"),
    OptionDescription(
      name: "openHours", kind: .number(0...112, unit: "hours a week"), value: .number(48),
      meaning: "opening hours"),
    OptionDescription(
      name: "capacity", kind: .count(0...5_000, unit: "visits a week"), value: .number(400),
      meaning: "most visits of one place, those to activities included"),
    OptionDescription(
      name: "recognisability", kind: .number(0...1, unit: "share"), value: .number(0.6),
      meaning: "how many of those it is there for know it for what it is (辨识度)"),
    OptionDescription(
      name: "usability", kind: .number(0...1, unit: "share"), value: .number(0.8),
      meaning: "how well it serves those who come: visits, and chances to meet"),
    OptionDescription(
      name: "fees", kind: .number(0...200, unit: "yuan a visit"), value: .number(0),
      meaning: "what a visit costs; it goes to the place's activities"),
  ]

  static let people = [
    OptionDescription(
      name: "staff", kind: .number(0...1, unit: "share"), value: .number(0.1),
      meaning: "share of the subdistrict office's staff who work in the centres"),
    OptionDescription(
      name: "massStaff", kind: .number(0...1, unit: "share"), value: .number(0.1),
      meaning: "share of the mass organisations' staff who work in the centres"),
    OptionDescription(
      name: "team", kind: .number(0...1, unit: "share"), value: .number(0),
      meaning: "share of the subdistrict's professionals who work in the centres (专业团队)"),
    OptionDescription(
      name: "brokering", kind: .number(0...1, unit: "share"), value: .number(0.3),
      meaning: "share of the centres' hours for asking, mediating and finding; the rest serves"),
    OptionDescription(
      name: "asks", kind: .number(0...1, unit: "share"), value: .number(0.1),
      meaning: "share of visitors who are asked to take part, as far as hours reach"),
  ]

  static let operation = [
    OptionDescription(
      name: "activities", kind: .number(0...20, unit: "a week and place"), value: .number(1),
      meaning: "activities in centres, stations and points"),
    OptionDescription(
      name: "purchased", kind: .number(0...1, unit: "weight"), value: .number(0.3),
      meaning: "activities that are bought (the three weights are divided by their sum)"),
    OptionDescription(
      name: "centreRun", kind: .number(0...1, unit: "weight"), value: .number(0.5),
      meaning: "activities that the centre's staff run"),
    OptionDescription(
      name: "residentRun", kind: .number(0...1, unit: "weight"), value: .number(0.2),
      meaning: "activities that residents run"),
    OptionDescription(
      name: "startedBy", kind: .choice(["operator", "residents"]), value: .choice("operator"),
      meaning: "who begins an activity; with residents it takes one of them, whoever runs it"),
    OptionDescription(
      name: "activityYuan", kind: .number(100...10_000, unit: "yuan"), value: .number(800),
      meaning: "price of a purchased activity, from fees and else from the committee's budget"),
    OptionDescription(
      name: "contractorSkill", kind: .number(0...1, unit: "share"), value: .number(0.8),
      meaning: "skill of those who are paid for it"),
    OptionDescription(
      name: "needsSurvey", kind: .number(0...1, unit: "share a year"), value: .number(0.1),
      meaning: "share of needs nobody voiced that a survey brings to light in a year"),
    OptionDescription(
      name: "incubationRooms", kind: .number(0...100, unit: "room-hours a week"), value: .number(6),
      meaning: "rooms for groups' meetings, in each neighbourhood"),
  ]
}
