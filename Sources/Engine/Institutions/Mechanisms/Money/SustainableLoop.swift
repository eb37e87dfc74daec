/// 收费, 众筹, 技能共享, 物品共享: residents' own resources enter, and income returns to projects.
struct SustainableLoop: Mechanism {
  static let about = About(
    id: "sustainableLoop", chinese: "收费, 众筹, 技能共享, 物品共享",
    summary: "Opens ways by which residents' money, skills and things enter public matters.",
    source: "Yan Jiawei, on community funds and projects that keep each other going")

  @Option("fee for a visit to a venue", in: 0...50, unit: "yuan a visit", null: 0)
  var fee = 2.0
  @Option(
    "part of the fees that goes to the neighbourhood's projects; the rest is the venue's cost", in: 0...1,
    unit: "share")
  var returned = 0.5
  @Option(
    "part of the money a decided matter lacks that those concerned are asked for", in: 0...1, unit: "share",
    null: 0)
  var crowdfunding = 0.3
  @Option("the most one of them gives, at full identification", in: 0...200, unit: "yuan")
  var yuanPerHead = 10.0
  @Option(
    "share of residents with a profession who are on a list and may be called on", in: 0...1, unit: "share",
    null: 0)
  var skills = 0.2
  @Option(
    "part of a matter's money that lent things make needless, at full identification", in: 0...1,
    unit: "share", null: 0)
  var things = 0.1

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    let sharing = Sharing(
      fee: fee, returned: fee > 0 ? returned : 0, crowdfunding: crowdfunding,
      yuanPerHead: crowdfunding > 0 ? yuanPerHead : 0, skills: skills, things: things)
    for n in area.neighbourhoods {
      structure.services[n].sharing = sharing
      if fee > 0 {
        // A purse for what comes back: no public money goes into it.
        structure.funds[n].append(
          Fund(yuanPerYear: 0, controller: .anyone, kind: .returns, since: area.from))
      }
    }
  }
}
