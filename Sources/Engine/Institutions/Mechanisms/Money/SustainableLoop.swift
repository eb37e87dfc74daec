/// 收费, 众筹, 技能共享, 物品共享: residents' own resources enter, and income returns to projects.
struct SustainableLoop: Mechanism {
  static let description = MechanismDescription(
    id: "sustainableLoop", chinese: "收费, 众筹, 技能共享, 物品共享",
    summary: "Opens ways by which residents' money, skills and things enter public matters.",
    source: "Yan Jiawei, on community funds and projects that keep each other going",
    options: [
      OptionDescription(
        name: "fee", kind: .number(0...50, unit: "yuan a visit"), value: .number(2),
        meaning: "fee for a visit to a venue"),
      OptionDescription(
        name: "returned", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "part of the fees that goes to the neighbourhood's projects; the rest is the venue's cost"),
      OptionDescription(
        name: "crowdfunding", kind: .number(0...1, unit: "share"), value: .number(0.3),
        meaning: "part of the money a decided matter lacks that those concerned are asked for"),
      OptionDescription(
        name: "yuanPerHead", kind: .number(0...200, unit: "yuan"), value: .number(10),
        meaning: "the most one of them gives, at full identification"),
      OptionDescription(
        name: "skills", kind: .number(0...1, unit: "share"), value: .number(0.2),
        meaning: "share of residents with a profession who are on a list and may be called on"),
      OptionDescription(
        name: "things", kind: .number(0...1, unit: "share"), value: .number(0.1),
        meaning: "part of a matter's money that lent things make needless, at full identification"),
    ],
    null: ["fee": .number(0), "crowdfunding": .number(0), "skills": .number(0), "things": .number(0)])

  private let sharing: Sharing

  init(_ options: Options) {
    let fee = options.number("fee")
    let crowdfunding = options.number("crowdfunding")
    sharing = Sharing(
      fee: fee, returned: fee > 0 ? options.number("returned") : 0, crowdfunding: crowdfunding,
      yuanPerHead: crowdfunding > 0 ? options.number("yuanPerHead") : 0, skills: options.number("skills"),
      things: options.number("things"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      structure.services[n].sharing = sharing
      if sharing.fee > 0 {
        // A purse for what comes back: no public money goes into it.
        structure.funds[n].append(
          Fund(yuanPerYear: 0, controller: .anyone, kind: .returns, since: area.from))
      }
    }
  }
}
