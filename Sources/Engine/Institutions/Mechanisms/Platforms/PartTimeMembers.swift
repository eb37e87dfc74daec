/// 兼职委员: units' leaders with a part-time seat on Party committees.
struct PartTimeMembers: Mechanism {
  static let description = MechanismDescription(
    id: "partTimeMembers", chinese: "兼职委员, 列席, 大工委, 大党委",
    summary:
      "Gives leaders of resident units seats on Party committees: standing ties, and a duty to give time.",
    source:
      "Ruan Yunqiang (ed.), on regional Party-building in Xuhui (93 part-time members over 13 streets and towns); Huang Jian",
    options: [
      OptionDescription(
        name: "subdistrictSeats", kind: .count(0...40, unit: "seats"), value: .number(7),
        meaning: "seats per subdistrict (row 32: about 7)"),
      OptionDescription(
        name: "neighbourhoodSeats", kind: .number(0...5, unit: "seats"), value: .number(1),
        meaning: "seats per neighbourhood"),
      OptionDescription(
        name: "hours", kind: .number(0...200, unit: "hours a year"), value: .number(24),
        meaning: "hours of its people that a seat binds a unit to give"),
    ],
    null: ["subdistrictSeats": .number(0), "neighbourhoodSeats": .number(0)])

  private let subdistrictSeats: Double
  private let neighbourhoodSeats: Double
  private let hours: Double

  init(_ options: Options) {
    subdistrictSeats = options.number("subdistrictSeats")
    neighbourhoodSeats = options.number("neighbourhoodSeats")
    hours = options.number("hours")
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      let all = record.places.subdistricts[record.places.neighbourhoods[n].subdistrict].neighbourhoods.count
      let seats = neighbourhoodSeats + subdistrictSeats / Double(all)
      if seats == 0 { continue }
      structure.relations[n].unitSeats += seats
      structure.relations[n].unitSeatHours = hours
    }
  }
}
