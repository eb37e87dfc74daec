/// 党群服务中心: places of several tiers, staffed with people of the office and the mass organisations.
struct ServiceCentres: Mechanism {
  static let description = MechanismDescription(
    id: "serviceCentres", chinese: "党群服务中心/站/点, 驿站",
    summary:
      "Opens Party-masses service centres on chosen tiers: where they are, how usable, who staffs them, and who begins, runs and pays what is on there.",
    source: "Yin Lu, on centres as physical, social and shared space; Huang Xiaochun; Yan Jiawei",
    options: CentreOptions.all,
    null: [
      "subdistrict": .flag(false), "grid": .flag(false), "neighbourhood": .flag(false), "tower": .flag(false),
      "riders": .flag(false),
    ])

  private let tiers: Tiers
  private let premises: Premises
  private let staff: Double
  private let massStaff: Double
  private let team: Double
  private let brokering: Double
  private let asks: Double
  private let needsSurvey: Double
  private let incubationMinutes: Int
  private let programme: Programme

  private struct Tiers: Sendable {
    let subdistrict: Bool
    let grid: Bool
    let neighbourhood: Bool
    let tower: Bool
    let riders: Bool
    var isAny: Bool { subdistrict || grid || neighbourhood || tower || riders }
  }
  private struct Premises: Sendable {
    let siteDistance: Double
    let roomMinutes: Double
    let openHours: Double
    let capacity: Int
    let recognisability: Double
    let usability: Double
    let fee: Double
  }

  init(_ options: Options) {
    tiers = Tiers(
      subdistrict: options.flag("subdistrict"), grid: options.flag("grid"),
      neighbourhood: options.flag("neighbourhood"), tower: options.flag("tower"),
      riders: options.flag("riders"))
    premises = Premises(
      siteDistance: options.number("siteDistance"), roomMinutes: options.number("roomHours") * 60,
      openHours: options.number("openHours"), capacity: options.count("capacity"),
      recognisability: options.number("recognisability"), usability: options.number("usability"),
      fee: options.number("fees"))
    staff = options.number("staff")
    massStaff = options.number("massStaff")
    team = options.number("team")
    brokering = options.number("brokering")
    asks = options.number("asks")
    needsSurvey = options.number("needsSurvey")
    incubationMinutes = Int(options.number("incubationRooms") * 60)
    programme = Programme(
      perWeek: options.number("activities"), purchased: options.number("purchased"),
      centreRun: options.number("centreRun"), residentRun: options.number("residentRun"),
      startedByResidents: options.choice("startedBy") == "residents",
      yuan: options.number("activityYuan"), contractorSkill: options.number("contractorSkill"))
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    if !tiers.isAny { return }
    if tiers.subdistrict {
      for s in area.subdistricts { openCentre(&structure, s, area, record) }
    }
    for b in area.blocks { openInBlock(&structure, b, record) }
    for n in area.neighbourhoods {
      if tiers.neighbourhood {
        structure.open(.neighbourhoodCentre, n, hours: hours)
        appoint(&structure, .neighbourhoodCentre, n, s: record.places.neighbourhoods[n].subdistrict, record)
        let slot = structure.slots.slot(.neighbourhoodCentre, n)
        structure.venues.append(venue(serving: [n], record, slot, programme: programme))
      }
      if tiers.tower && record.isTower(n, smallest: 1) {
        let slot = structure.slots.slot(.towerParty, n)
        structure.venues.append(venue(serving: [n], record, slot, number: 1, guests: .workers))
      }
      let surveyed = structure.information[n].needsSurveyed
      structure.information[n].needsSurveyed = max(surveyed, needsSurvey)
      structure.support[n].roomMinutes += incubationMinutes
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
    if tiers.grid {
      structure.open(.gridCentre, b, hours: hours)
      appoint(&structure, .gridCentre, b, s: block.subdistrict, record)
      structure.venues.append(venue(serving: Array(block.neighbourhoods), record, slot, programme: programme))
    }
    if tiers.riders {
      structure.venues.append(
        venue(serving: Array(block.neighbourhoods), record, slot, number: 1, guests: .workers))
    }
  }

  /// Each centre gets the same part of the people who are stationed in the subdistrict's centres.
  private func appoint(
    _ structure: inout Structure, _ kind: ActorKind, _ place: Int, s: Int, _ record: PublicRecord
  ) {
    let subdistrict = record.places.subdistricts[s]
    let centres =
      (tiers.subdistrict ? 1 : 0) + (tiers.grid ? subdistrict.blocks.count : 0)
      + (tiers.neighbourhood ? subdistrict.neighbourhoods.count : 0)
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
      x: middle.x + premises.siteDistance, y: middle.y, roomMinutes: Int(premises.roomMinutes),
      openHours: premises.openHours, serves: serving, operatorSlot: slot, number: number, guests: guests,
      recognisability: premises.recognisability, usability: premises.usability, fee: premises.fee,
      capacity: premises.capacity, asks: asks, programme: programme)
  }
}
