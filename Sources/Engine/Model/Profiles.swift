/// What is known or assumed about people, neighbourhoods and units at week 0, in one place.
///
/// "Row" is a row of the literature table; "census" the seventh national census, 2020; everything else is an
/// assumption, chosen so that the default mix of kinds adds up to the city's known totals.
enum Profiles {
  // MARK: Neighbourhoods

  /// One kind of neighbourhood.
  struct Kind {
    let kind: NeighbourhoodKind
    /// Share of neighbourhoods (assumption).
    let share: Double
    /// Residents of a building group (assumption): a stair of a high-rise, a side lane.
    let groupSize: Int
    /// May have an owners' committee: stock with property titles.
    let ownersCommitteeEligible: Bool
    /// Share of residents without local registration (assumption; adds up to 42 %, row 18 gives 41 %).
    let migrants: Double
    /// Share of renters among locals and among migrants (assumption; 36 % in all, row 20 gives 20–50 %).
    let renters: (local: Double, migrant: Double)
    /// Factor on the share of people of 60 and above among locals (assumption; mean 1).
    let old: Double
    /// Units per resident against the mean of the subdistrict (assumption).
    let units: Double
  }

  /// One row per kind, in the order of ``NeighbourhoodKind``.
  static let kinds: [Kind] = [
    Kind(
      kind: .commodityEstate, share: 0.46, groupSize: 60, ownersCommitteeEligible: true, migrants: 0.40,
      renters: (0.05, 0.55), old: 0.85, units: 1),
    Kind(
      kind: .formerPublicHousing, share: 0.33, groupSize: 48, ownersCommitteeEligible: true, migrants: 0.34,
      renters: (0.12, 0.80), old: 1.18, units: 0.8),
    Kind(
      kind: .laneHousing, share: 0.08, groupSize: 40, ownersCommitteeEligible: false, migrants: 0.36,
      renters: (0.25, 0.92), old: 1.18, units: 1.2),
    Kind(
      kind: .officeTower, share: 0.03, groupSize: 60, ownersCommitteeEligible: false, migrants: 0.45,
      renters: (0.25, 0.75), old: 0.8, units: 6),
    Kind(
      kind: .migrantVillage, share: 0.10, groupSize: 40, ownersCommitteeEligible: false, migrants: 0.80,
      renters: (0.06, 0.95), old: 0.8, units: 0.8),
  ]

  /// Row 8.
  static let households = 1_000.0...2_700.0
  static let householdsMode = 1_500.0
  /// Row 12.
  static let personsPerHousehold = 2.3...2.7
  /// Middle of row 1.
  static let householdsPerBlock = 7_000.0
  /// Residents per km² where a subdistrict has no area (assumption).
  static let density = 25_000.0
  /// Row 21.
  static let committeeMembers = 5
  /// Row 22: 8–11 once rounded; fewer in proportion where there are under 1,000 households.
  static let communityWorkers = 7.5...11.5
  static let communityWorkersMode = 9.5

  // MARK: Age and occupation

  /// Shares of the bands of ``Traits/AgeBand``. Together, at 42 % migrants: under 18 12 %, 60 and above 23.4 %
  /// (census: 0–14 9.8 %, 15–59 66.8 %, 60+ 23.4 %); the split by origin is an assumption.
  static let agesOfLocals = [0.136, 0.1055, 0.275, 0.1487, 0.1908, 0.144]
  static let agesOfMigrants = [0.098, 0.24, 0.42, 0.147, 0.07, 0.025]

  /// Shares of employed and retired by age band; the rest is neither. Of locals over 50 about 84 % are retired;
  /// row 19 has 44.3 % retired in a sample of which 51.1 % are over 50.
  static let employedLocals = [0, 0.68, 0.86, 0.36, 0.03, 0]
  static let employedMigrants = [0, 0.85, 0.90, 0.62, 0.18, 0.03]
  static let retiredLocals = [0, 0, 0.01, 0.55, 0.96, 0.98]
  static let retiredMigrants = [0, 0, 0, 0.25, 0.75, 0.90]

  /// Free hours a week (assumption; row 59: time costs the employed two to four times as much).
  struct Hours {
    let range: ClosedRange<Double>
    let mode: Double
  }
  static let hoursEmployed = Hours(range: 2...24, mode: 10)
  static let hoursEmployedMigrants = Hours(range: 1...20, mode: 7)
  static let hoursRetired = Hours(range: 12...60, mode: 36)
  static let hoursRetiredOver70 = Hours(range: 8...55, mode: 28)
  static let hoursOther = Hours(range: 5...50, mode: 22)
  static let hoursChildren = Hours(range: 4...16, mode: 10)

  // MARK: Party members

  /// Chance of a retired local, by age band, to be a member registered in the community: gives 2.9 % of
  /// residents (row 36 without those in service) with the ages of row 35.
  static let retiredMembers = [0, 0.05, 0.05, 0.053, 0.14, 0.14]
  /// Chance of an employed local, by age band, to be a member: gives 4.9 % of residents (row 34 less the
  /// retired members) with the ages of row 35.
  static let employedMembers = [0, 0.148, 0.114, 0.213, 0.10, 0.10]
  /// Against locals of the same age (assumption): the registration of migrants stays where they come from.
  static let retiredMigrantMembers = 0.15
  static let employedMigrantMembers = 0.5
  /// Of members in employment, those registered in the community: 16 % of 3.5 % against 4.9 % (rows 34, 36).
  static let registeredOfEmployedMembers = 0.115
  /// In-service members among registered ones where only their sum is given (row 36).
  static let inServiceOfRegistered = 0.16

  // MARK: Skills (assumption: 6 % of adults organise, 8 % are professionals)

  static let organising = 0.052
  static let organisingMembers = 0.16
  static let professionalEmployed = 0.11
  static let professionalRetired = 0.05
  static let professionalOther = 0.02

  // MARK: State at week 0 (assumptions)

  /// Mean and standard deviation of a state (0–1), and what is added to the mean of some.
  struct Initial {
    let mean: Double
    let deviation: Double
    var retired = 0.0
    var owner = 0.0
    var migrant = 0.0
    var member = 0.0
  }
  static let publicness = Initial(mean: 0.32, deviation: 0.12, retired: 0.06, member: 0.12)
  static let identification = Initial(mean: 0.42, deviation: 0.14, retired: 0.05, owner: 0.05, migrant: -0.08)
  static let expectation = Initial(mean: 0.5, deviation: 0.12)
  static let opinion = Initial(mean: 0.5, deviation: 0.16)
  /// Share of residents who know the residents' committee.
  static let known = 0.3
  /// Candidates for posts of a neighbourhood, and how they are ranked: readiness, with this much more for registered
  /// members and up to that much luck.
  static let candidates = 40
  static let candidateMember = 0.7
  static let candidateLuck = 2.0
  /// In the order of ``Residents/BodyClass``.
  static let trust = [
    Initial(mean: 0.48, deviation: 0.15, retired: 0.05), Initial(mean: 0.52, deviation: 0.15, member: 0.1),
    Initial(mean: 0.55, deviation: 0.15), Initial(mean: 0.45, deviation: 0.15, owner: 0.03),
  ]
  static let efficacy = [
    Initial(mean: 0.42, deviation: 0.14, retired: 0.04), Initial(mean: 0.40, deviation: 0.14, member: 0.08),
    Initial(mean: 0.38, deviation: 0.14), Initial(mean: 0.36, deviation: 0.14),
  ]

  // MARK: Ties

  /// Shares of contact with neighbours to be met: never, monthly to yearly, weekly, daily (row 49).
  /// Cumulative logits from above: at least occasionally, at least weekly, daily; fitted to row 49.
  static let contactLogits = (occasional: 1.22, weekly: 0.29, daily: -1.04)
  /// Shift of the logit of contact (assumption), less the mean over the default population.
  static let contactRetired = 0.6
  static let contactOwner = 0.3
  static let contactMember = 0.3
  static let contactMigrant = -0.3
  static let contactMean = 0.26
  /// Mean number of ties with neighbours by contact (assumption): never, monthly to yearly, weekly, daily.
  static let neighbourTies = [0, 2, 3.6, 5.2]
  /// Of ties with neighbours apart from the first, those within the building group and those with friends of
  /// friends (assumption); the rest is with anybody in the neighbourhood.
  static let sameGroup = 0.4
  static let closing = 0.35
  /// Mean number of ties with colleagues of those who work at a unit of the world (assumption).
  static let workTies = 1.5
  /// Mean number of ties an adult begins with somebody beyond the neighbourhood (assumption), the factor on
  /// it for Party members, and the share of such ties that leave the subdistrict.
  static let farTies = 0.35
  static let farTiesMembers = 2.0
  static let farTiesBeyondSubdistrict = 0.25

  // MARK: Work

  /// Share of the employed who work in their own subdistrict, and elsewhere in a whole Shanghai (assumption).
  static let worksInSubdistrict = 0.2
  static let worksElsewhere = 0.6
  /// Residents of Shanghai (census): a smaller world holds a smaller part of the city's jobs.
  static let cityResidents = 24_870_895.0

  // MARK: Units

  /// One kind of unit; all but the order is assumption.
  struct UnitKind {
    let kind: Units.Kind
    let share: Double
    let employees: ClosedRange<Double>
    let employeesMode: Double
    /// Chance of having a Party organisation: gives 4.5 % of units (row 9: 54 of 1,195).
    let organised: Double
    /// Yuan and minutes of professionals' time a quarter per employee, minutes of room a quarter.
    let money: Double
    let professionalMinutes: Double
    let roomMinutes: Double
  }
  /// One row per kind, in the order of ``Units/Kind``.
  static let units: [UnitKind] = [
    UnitKind(
      kind: .firm, share: 0.42, employees: 4...120, employeesMode: 10, organised: 0.01, money: 30,
      professionalMinutes: 6, roomMinutes: 300),
    UnitKind(
      kind: .school, share: 0.04, employees: 30...200, employeesMode: 80, organised: 0.25, money: 5,
      professionalMinutes: 20, roomMinutes: 4_800),
    UnitKind(
      kind: .hospital, share: 0.02, employees: 20...500, employeesMode: 60, organised: 0.3, money: 10,
      professionalMinutes: 40, roomMinutes: 600),
    UnitKind(
      kind: .shop, share: 0.45, employees: 1...12, employeesMode: 3, organised: 0.001, money: 10,
      professionalMinutes: 2, roomMinutes: 0),
    UnitKind(
      kind: .organ, share: 0.07, employees: 8...120, employeesMode: 25, organised: 0.35, money: 20,
      professionalMinutes: 15, roomMinutes: 1_800),
  ]
  /// Units per resident where their number is not given: 1,195 to 104,000 (row 9).
  static let unitsPerResident = 1_195.0 / 104_000
  /// Spread of a unit's resources round the table (factor).
  static let resourceFactor = 0.5...1.5
  /// Relation to the community at week 0 (assumption): 0 stranger, ½ acquaintance, 1 owner.
  static let relation = 0.0...0.3
  static let relationMode = 0.05
  static let relationOrganised = 0.15...0.6
  static let relationOrganisedMode = 0.3
}
