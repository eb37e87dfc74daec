/// 自下而上议题: residents may put matters on agendas themselves.
struct BottomUpAgenda: Mechanism {
  static let about = About(
    id: "bottomUpAgenda", chinese: "自下而上议题",
    summary: "Gives residents the right to put matters on agendas by signatures, and keeps places for them.",
    source: "Huang Xiaochun and Ruan Yunqiang (ed.), on bottom-up issues and projects of self-governance")

  @Option("signatures it takes; 0 gives no right", in: 0...500, unit: "signatures", null: 0)
  var signatures = 15
  @Option("share of agenda places kept for such matters", in: 0...1, unit: "share", null: 0)
  var reserved = 0.5

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      if signatures > 0 { structure.rights[n].signatures = signatures }
      structure.rights[n].reservedAgenda = max(structure.rights[n].reservedAgenda, reserved)
    }
  }
}
