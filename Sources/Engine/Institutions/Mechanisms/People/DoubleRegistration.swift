/// 双报到: Party members in employment also register where they live, and owe some hours there.
struct DoubleRegistration: Mechanism {
  static let about = About(
    id: "doubleRegistration", chinese: "双报到, 机关党员下基层",
    summary:
      "Registers members in employment where they live: their acquaintances learn of it, they owe hours, and a channel may ask for what they can do best.",
    source:
      "Ruan Yunqiang (ed.), on members of organs who register at the grassroots (机关党员下基层) and on missing follow-up (跟踪和考核)",
    needs: [.members])

  @Option("members in employment who register where they live", in: 0...1, unit: "share", null: 0)
  var share = 0.5
  @Option("time that each of them owes there", in: 0...200, unit: "hours a year")
  var hours = 20.0
  @Option("how far somebody looks whether it was given", in: 0...1, unit: "share")
  var followUp = 0.2
  @Option(
    "part of the hours that is asked for by skill; the rest are hands for projects", in: 0...1, unit: "share")
  var skillChannel = 0.5

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if share == 0 { return }
    let minutes = hours * 60 / 12
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
