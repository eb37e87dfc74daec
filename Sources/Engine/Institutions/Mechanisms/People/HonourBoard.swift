/// 社区荣誉集结榜, 两优一先: who is made known for what they did.
struct HonourBoard: Mechanism {
  static let about = About(
    id: "honourBoard", chinese: "社区荣誉集结榜, 两优一先",
    summary: "Makes known a share of the acts of residents and units: to whom, and by whose choice.",
    source: "Huang Xiaochun, on the honour board of a subdistrict (社区荣誉集结榜), to which units belong as well")

  @Option("residents' public acts that are made known", in: 0...1, unit: "share", null: 0)
  var acts = 0.2
  @Option("to the building group, or to as many people anywhere in neighbourhood or subdistrict")
  var audience = Audience.neighbourhood
  @Option("names that residents choose; the others superiors choose", in: 0...1, unit: "share")
  var residentsVote = 0.5
  @Option("gifts of units that are made known", in: 0...1, unit: "share", null: 0)
  var units = 0.5

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if acts == 0 && units == 0 { return }
    let recognition = Recognition(acts: acts, audience: audience, residentsVote: residentsVote, units: units)
    for n in area.neighbourhoods { structure.recognition[n] = recognition }
  }
}
