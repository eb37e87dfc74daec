/// 亮身份: members and lead volunteers are shown to those who live around them.
struct VisibleMembership: Mechanism {
  static let about = About(
    id: "visibleMembership", chinese: "亮身份, 榜样",
    summary: "Says who is known to be a member or a lead volunteer, and to whom.",
    source:
      "Ruan Yunqiang (ed.), on members who seldom show that they are (亮出党员身份); Huang Jian, on examples (榜样)")

  @Option(
    "registered members who show it: a channel to the Party for those who know", in: 0...1, unit: "share",
    null: 0)
  var members = 0.5
  @Option(
    "representatives and lead volunteers who are shown: known faces to ask on behalf of others", in: 0...1,
    unit: "share", null: 0)
  var leadVolunteers = 0.5
  @Option("their building group alone, or also those of the neighbourhood whom such news reaches")
  var audience = Audience.group
  enum Audience: String, OptionChoice { case group, neighbourhood }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if members == 0 && leadVolunteers == 0 { return }
    for n in area.neighbourhoods {
      structure.known[n].members = members
      structure.known[n].leadVolunteers = leadVolunteers
      structure.known[n].audience = audience == .group ? .group : .neighbourhood
    }
  }
}
