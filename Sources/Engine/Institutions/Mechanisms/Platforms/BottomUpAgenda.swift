/// 自下而上议题: residents may put matters on agendas themselves.
struct BottomUpAgenda: Mechanism {
  static let description = MechanismDescription(
    id: "bottomUpAgenda", chinese: "自下而上议题",
    summary: "Gives residents the right to put matters on agendas by signatures, and keeps places for them.",
    source: "Huang Xiaochun and Ruan Yunqiang (ed.), on bottom-up issues and projects of self-governance",
    options: [
      OptionDescription(
        name: "signatures", kind: .count(0...500, unit: "signatures"), value: .number(15),
        meaning: "signatures it takes; 0 gives no right"),
      OptionDescription(
        name: "reserved", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of agenda places kept for such matters"),
    ],
    null: ["signatures": .number(0), "reserved": .number(0)])

  private let signatures: Int
  private let reserved: Double

  init(_ options: Options) {
    signatures = options.count("signatures")
    reserved = options.number("reserved")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      if signatures > 0 { structure.rights[n].signatures = signatures }
      structure.rights[n].reservedAgenda = max(structure.rights[n].reservedAgenda, reserved)
    }
  }
}
