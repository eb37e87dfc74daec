/// 兼职委员: units' leaders with a part-time seat on Party committees.
struct PartTimeMembers: Mechanism {
  static let about = About(
    id: "partTimeMembers", chinese: "兼职委员, 列席, 大工委, 大党委",
    summary:
      "Gives leaders of resident units seats on Party committees: standing ties, and a duty to give time.",
    source:
      "Ruan Yunqiang (ed.), on regional Party-building in Xuhui (93 part-time members over 13 streets and towns); Huang Jian"
  )

  @Option("seats per subdistrict (row 32: about 7)", in: 0...40, unit: "seats", null: 0)
  var subdistrictSeats = 7
  @Option("seats per neighbourhood", in: 0...5, unit: "seats", null: 0)
  var neighbourhoodSeats = 1.0
  @Option("hours of its people that a seat binds a unit to give", in: 0...200, unit: "hours a year")
  var hours = 24.0

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for n in area.neighbourhoods {
      let all = record.places.subdistricts[record.places.neighbourhoods[n].subdistrict].neighbourhoods.count
      let seats = neighbourhoodSeats + Double(subdistrictSeats) / Double(all)
      if seats == 0 { continue }
      structure.relations[n].unitSeats += seats
      structure.relations[n].unitSeatHours = hours
    }
  }
}
