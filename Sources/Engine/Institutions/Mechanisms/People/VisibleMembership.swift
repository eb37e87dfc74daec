/// 亮身份: members and lead volunteers are shown to those who live around them.
struct VisibleMembership: Mechanism {
  static let description = MechanismDescription(
    id: "visibleMembership", chinese: "亮身份, 榜样",
    summary: "Says who is known to be a member or a lead volunteer, and to whom.",
    source:
      "Ruan Yunqiang (ed.), on members who seldom show that they are (亮出党员身份); Huang Jian, on examples (榜样)",
    options: [
      OptionDescription(
        name: "members", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "registered members who show it: a channel to the Party for those who know"),
      OptionDescription(
        name: "leadVolunteers", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "representatives and lead volunteers who are shown: known faces to ask on behalf of others"),
      OptionDescription(
        name: "audience", kind: .choice(["group", "neighbourhood"]), value: .choice("group"),
        meaning: "their building group alone, or also those of the neighbourhood whom such news reaches"),
    ],
    null: ["members": .number(0), "leadVolunteers": .number(0)])

  private let members: Double
  private let leadVolunteers: Double
  private let audience: Audience

  init(_ options: Options) {
    members = options.number("members")
    leadVolunteers = options.number("leadVolunteers")
    audience = options.choice("audience") == "group" ? .group : .neighbourhood
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if members == 0 && leadVolunteers == 0 { return }
    for n in area.neighbourhoods {
      structure.known[n].members = members
      structure.known[n].leadVolunteers = leadVolunteers
      structure.known[n].audience = audience
    }
  }
}
