/// 党群服务中心: places of several tiers, staffed with people of the office and the mass organisations.
struct ServiceCentres: Mechanism {
  static let about = About(
    id: "serviceCentres", chinese: "党群服务中心/站/点, 驿站",
    summary:
      "Opens Party-masses service centres on chosen tiers: where they are, how usable, who staffs them, and who begins, runs and pays what is on there.",
    source: "Yin Lu, on centres as physical, social and shared space; Huang Xiaochun; Yan Jiawei")

  @Option("a centre (中心) in the subdistrict", null: false)
  var subdistrict = true
  @Option("a station in each block", null: false)
  var grid = false
  @Option("a point (站) in each neighbourhood", null: false)
  var neighbourhood = true
  @Option(
    "a room in office towers for those who work there; where a subdistrict has none, in every neighbourhood with units",
    null: false)
  var tower = false
  @Option("a stop (驿站) in each block for people who work there", null: false)
  var riders = false
  @Option("how far a place is from the middle of those it serves", in: 0...5, unit: "km")
  var siteDistance = 0.2
  @Option("rooms × hours of one place", in: 0...200, unit: "room-hours a week")
  var roomHours = 40.0
  @Option("opening hours", in: 0...112, unit: "hours a week")
  var openHours = 48.0
  @Option("most visits of one place, those to activities included", in: 0...5_000, unit: "visits a week")
  var capacity = 400
  @Option("how many of those it is there for know it for what it is (辨识度)", in: 0...1, unit: "share")
  var recognisability = 0.6
  @Option("how well it serves those who come: visits, and chances to meet", in: 0...1, unit: "share")
  var usability = 0.8
  @Option("what a visit costs; it goes to the place's activities", in: 0...200, unit: "yuan a visit")
  var fees = 0.0
  @Option("share of the subdistrict office's staff who work in the centres", in: 0...1, unit: "share")
  var staff = 0.1
  @Option("share of the mass organisations' staff who work in the centres", in: 0...1, unit: "share")
  var massStaff = 0.1
  @Option("share of the subdistrict's professionals who work in the centres (专业团队)", in: 0...1, unit: "share")
  var team = 0.0
  @Option(
    "share of the centres' hours for asking, mediating and finding; the rest serves", in: 0...1, unit: "share"
  )
  var brokering = 0.3
  @Option("share of visitors who are asked to take part, as far as hours reach", in: 0...1, unit: "share")
  var asks = 0.1
  @Option("activities in centres, stations and points", in: 0...20, unit: "a week and place")
  var activities = 1.0
  @Option(
    "activities that are bought (the three weights are divided by their sum)", in: 0...1, unit: "weight")
  var purchased = 0.3
  @Option("activities that the centre's staff run", in: 0...1, unit: "weight")
  var centreRun = 0.5
  @Option("activities that residents run", in: 0...1, unit: "weight")
  var residentRun = 0.2
  @Option("who begins an activity; with residents it takes one of them, whoever runs it")
  var startedBy = StartedBy.operator
  enum StartedBy: String, OptionChoice { case `operator`, residents }
  @Option(
    "price of a purchased activity, from fees and else from the committee's budget", in: 100...10_000,
    unit: "yuan")
  var activityYuan = 800.0
  @Option("skill of those who are paid for it", in: 0...1, unit: "share")
  var contractorSkill = 0.8
  @Option(
    "share of needs nobody voiced that a survey brings to light in a year", in: 0...1, unit: "share a year")
  var needsSurvey = 0.1
  @Option("rooms for groups' meetings, in each neighbourhood", in: 0...100, unit: "room-hours a week")
  var incubationRooms = 6.0

  private var programme: Programme {
    Programme(
      perWeek: activities, purchased: purchased, centreRun: centreRun, residentRun: residentRun,
      startedByResidents: startedBy == .residents, yuan: activityYuan, contractorSkill: contractorSkill)
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if !(subdistrict || grid || neighbourhood || tower || riders) { return }
    if subdistrict {
      for s in area.subdistricts { openCentre(&structure, s, area, record) }
    }
    for b in area.blocks { openInBlock(&structure, b, record) }
    for n in area.neighbourhoods {
      if neighbourhood {
        structure.open(.neighbourhoodCentre, n, hours: hours)
        appoint(&structure, .neighbourhoodCentre, n, s: record.places.neighbourhoods[n].subdistrict, record)
        let slot = structure.slots.slot(.neighbourhoodCentre, n)
        structure.venues.append(venue(serving: [n], record, slot, programme: programme))
      }
      if tower && record.isTower(n, smallest: 1) {
        let slot = structure.slots.slot(.towerParty, n)
        structure.venues.append(venue(serving: [n], record, slot, number: 1, guests: .workers))
      }
      let surveyed = structure.information[n].needsSurveyed
      structure.information[n].needsSurveyed = max(surveyed, needsSurvey)
      structure.support[n].roomMinutes += Int(incubationRooms * 60)
    }
  }

  private var hours: HourShares { HourShares(relaying: 0, brokering: brokering, serving: 1 - brokering) }

  /// One centre for a subdistrict, in the middle of those for whom it is open.
  private func openCentre(_ structure: inout Structure, _ s: Int, _ area: Area, _ record: PublicRecord) {
    structure.open(.serviceCentre, s, hours: hours)
    appoint(&structure, .serviceCentre, s, s: s, record)
    let served = area.neighbourhoods.filter { record.places.neighbourhoods[$0].subdistrict == s }
    structure.venues.append(
      venue(serving: served, record, structure.slots.slot(.serviceCentre, s), programme: programme))
  }

  private func openInBlock(_ structure: inout Structure, _ b: Int, _ record: PublicRecord) {
    let block = record.places.blocks[b]
    let slot = structure.slots.slot(.gridCentre, b)
    if grid {
      structure.open(.gridCentre, b, hours: hours)
      appoint(&structure, .gridCentre, b, s: block.subdistrict, record)
      structure.venues.append(venue(serving: Array(block.neighbourhoods), record, slot, programme: programme))
    }
    if riders {
      structure.venues.append(
        venue(serving: Array(block.neighbourhoods), record, slot, number: 1, guests: .workers))
    }
  }

  /// Each centre gets the same part of the people who are stationed in the subdistrict's centres.
  private func appoint(
    _ structure: inout Structure, _ kind: ActorKind, _ place: Int, s: Int, _ record: PublicRecord
  ) {
    let around = record.places.subdistricts[s]
    let centres =
      (subdistrict ? 1 : 0) + (grid ? around.blocks.count : 0)
      + (neighbourhood ? around.neighbourhoods.count : 0)
    let slot = structure.slots.slot(kind, place)
    for (giver, share) in [
      (ActorKind.subdistrictOffice, staff), (.massOrganisations, massStaff), (.professionals, team),
    ] {
      structure.station(
        share / Double(centres), of: structure.slots.slot(giver, s), at: slot, hours: hours)
    }
  }

  private func venue(
    serving: [Int], _ record: PublicRecord, _ slot: Int, number: Int = 0, guests: Guests = .residents,
    programme: Programme? = nil
  ) -> Venue {
    let middle = record.places.centre(of: serving)
    return Venue(
      x: middle.x + siteDistance, y: middle.y, roomMinutes: Int(roomHours * 60), openHours: openHours,
      serves: serving, operatorSlot: slot, number: number, guests: guests, recognisability: recognisability,
      usability: usability, fee: fees, capacity: capacity, asks: asks, programme: programme)
  }
}
