/// 双报到: Party members in employment also register where they live, and owe some hours there.
struct DoubleRegistration: Mechanism {
  static let description = MechanismDescription(
    id: "doubleRegistration", chinese: "双报到, 机关党员下基层",
    summary:
      "Registers members in employment where they live: their acquaintances learn of it, they owe hours, and a channel may ask for what they can do best.",
    source:
      "Ruan Yunqiang (ed.), on members of organs who register at the grassroots (机关党员下基层) and on missing follow-up (跟踪和考核)",
    options: [
      OptionDescription(
        name: "share", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "members in employment who register where they live"),
      OptionDescription(
        name: "hours", kind: .number(0...200, unit: "hours a year"), value: .number(20),
        meaning: "time that each of them owes there"),
      OptionDescription(
        name: "followUp", kind: .number(0...1, unit: "share"), value: .number(0.2),
        meaning: "how far somebody looks whether it was given"),
      OptionDescription(
        name: "skillChannel", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "part of the hours that is asked for by skill; the rest are hands for projects"),
    ],
    null: ["share": .number(0)], needs: [.members])

  private let share: Double
  private let minutes: Double
  private let followUp: Double
  private let skillChannel: Double

  init(_ options: Options) {
    share = options.number("share")
    minutes = options.number("hours") * 60 / 12
    followUp = options.number("followUp")
    skillChannel = options.number("skillChannel")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if share == 0 { return }
    for n in area.neighbourhoods {
      structure.known[n].inService = max(structure.known[n].inService, share)
      structure.duties[n] += [
        Duty(
          holders: .inServiceMembers, share: share, minutesPerMonth: minutes * skillChannel,
          work: .profession, followUp: followUp),
        Duty(
          holders: .inServiceMembers, share: share, minutesPerMonth: minutes * (1 - skillChannel),
          work: .hands, followUp: followUp),
      ]
    }
  }
}
