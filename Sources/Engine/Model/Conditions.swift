/// Conditions of a scenario: no policy chooses them, a sweep varies them.
public struct Conditions: Sendable, Equatable {
  public var values = Quantities<ConditionID>()
  /// Changes of a condition at a given week: subsidy cuts, withdrawn pushes.
  public var changes: [Change] = []
  public var shocks: [Shock] = []

  public init() {}

  public subscript(id: ConditionID) -> Double {
    get { values[id] }
    set { values[id] = newValue }
  }

  /// From `week` on (counted from the start of the run) the condition has this value.
  public struct Change: Sendable, Equatable {
    public var week: Int
    public var condition: ConditionID
    public var value: Double
    public init(week: Int, condition: ConditionID, value: Double) {
      self.week = week
      self.condition = condition
      self.value = value
    }
  }

  /// A time of extraordinary needs: an Expo, an epidemic, a heat wave.
  public struct Shock: Sendable, Equatable {
    public var week: Int
    public var weeks: Int
    /// Factor on the arrival of needs and of administrative tasks while it lasts.
    public var load: Double
    public init(week: Int, weeks: Int, load: Double) {
      self.week = week
      self.weeks = weeks
      self.load = load
    }
  }
}

/// The conditions that are single numbers: the world's endowment, its load, and how much work a thing is.
public enum ConditionID: Int, QuantityID {
  case demandLoad, technicalShare, crossDepartmentShare, contestedShare, taskAppetite
  case fundingDependence, buildingCondition, committeeBudget, officeBudget, officeStaff, massStaff
  case professionalHours, staffSkill, handover, committeeMeetings, assemblyMeetings, roomHours
  case associations, taskMinutes, contactsPerTask, askMinutes, asksPerOccasion, lookMinutes
  case hearingMinutes, mediationMinutes, adviceMinutes, professionalWeek, roomMinutes, projectWeeks
  case matterPatience, fundingPatience, memberMinutes, memberYuan, keepersPerStaff, withholding,
    ownersMeetings,
    ownersMoney, propertyStaff, heterogeneity
  case renters, migrants, tieDensity, ownersCommittees
  case privateNeeds, publicNeeds, wornNeeds, wear, restoration, comeback, conflictStart
  case secondThoughts, employed, organised, outsidePush, hourPrice
  case sittingMinutes, hearingInvited, petitionMinutes, signatureMinutes, petitionReach, actHours
  case looksPerMatter, listEntries, organiserLooks, taskPatience, localDepartments, lostHandover
  case contactsPerQuarrel, buildingSize, wideSize, pressingSize, publicWork, ownCost
  case accommodationCost, buildingRestoration

  public static let table: [Quantity] = [
    Quantity("demandLoad", 1, "factor", 0...5, "assumption", "factor on the arrival of needs"),
    Quantity("technicalShare", 1, "factor", 0...2, "assumption", "factor on the share of technical demands"),
    Quantity(
      "crossDepartmentShare", 1, "factor", 0...3, "assumption",
      "factor on the number of departments a demand concerns"),
    Quantity(
      "contestedShare", 1, "factor", 0...2, "assumption",
      "factor on the share of matters that cost somebody else"),
    Quantity(
      "taskAppetite", 4.5, "minutes per resident and week", 0...15, "rows 24–28",
      "administrative tasks that departments hand down"),
    Quantity(
      "fundingDependence", 0.7, "0–1", 0...1, "assumption",
      "how much the judgement of a body's work hangs on its superiors rather than on residents"),
    Quantity("buildingCondition", 0.8, "0–1", 0...1, "assumption", "condition of buildings at week 0"),
    Quantity(
      "committeeBudget", 150000, "yuan per neighbourhood and year", 0...1_000_000, "row 42",
      "money for serving the masses and self-governance"),
    Quantity(
      "officeBudget", 200000, "yuan per 10,000 residents and year", 0...2_000_000, "assumption",
      "the subdistrict's money for matters of blocks and wider"),
    Quantity(
      "officeStaff", 8, "per 10,000 residents", 1...40, "assumption", "staff of the subdistrict office"),
    Quantity("massStaff", 1, "per 10,000 residents", 0...10, "assumption", "staff of the mass organisations"),
    Quantity(
      "professionalHours", 18, "hours per 10,000 residents and week", 0...400, "assumption",
      "professionals whom the subdistrict can call on"),
    Quantity("staffSkill", 0.6, "0–1", 0...1, "assumption", "professional skill of staff"),
    Quantity(
      "handover", 0.5, "chance", 0...1, "assumption",
      "a matter handed between departments and territory arrives, without a leadership system"),
    Quantity(
      "committeeMeetings", 26, "sittings a year", 0...52, "row 27",
      "sittings of a residents' committee on public matters"),
    Quantity(
      "assemblyMeetings", 12, "sittings a year", 0...52, "assumption", "sittings of a residents' assembly"),
    Quantity("roomHours", 60, "room-hours a week", 0...400, "assumption", "rooms of a residents' committee"),
    Quantity(
      "associations", 9, "per 10,000 residents", 0...60, "rows 68–69", "self-organised groups at week 0"),
    Quantity(
      "taskMinutes", 480, "minutes", 60...2400, "rows 25–28",
      "work of one administrative task with its ledgers"),
    Quantity(
      "contactsPerTask", 1.5, "contacts", 0...10, "assumption", "residents met over one administrative task"),
    Quantity("askMinutes", 20, "minutes", 5...60, "assumption", "asking one resident"),
    Quantity(
      "asksPerOccasion", 20, "residents", 0...100, "assumption",
      "residents a broker wants to ask for one occasion and week"),
    Quantity("lookMinutes", 60, "minutes", 10...240, "assumption", "looking at one offer"),
    Quantity("hearingMinutes", 240, "minutes", 30...960, "row 31", "hearing both sides before a decision"),
    Quantity("mediationMinutes", 180, "minutes", 30...960, "assumption", "one attempt at mediation"),
    Quantity(
      "adviceMinutes", 60, "minutes", 10...240, "assumption",
      "professional advice for a technical private need"),
    Quantity(
      "professionalWeek", 240, "minutes", 30...1200, "assumption",
      "most professional work on one project in a week"),
    Quantity("roomMinutes", 180, "minutes", 30...1200, "assumption", "room that a project needs in a week"),
    Quantity("projectWeeks", 30, "weeks", 8...60, "assumption", "time a project has"),
    Quantity(
      "matterPatience", 40, "weeks", 8...60, "assumption", "weeks until a registered matter is dropped"),
    Quantity(
      "fundingPatience", 26, "weeks", 4...60, "assumption",
      "weeks until a decided matter without money is dropped"),
    Quantity(
      "memberMinutes", 60, "minutes", 10...300, "assumption",
      "time a member of a group has for others in a week"),
    Quantity(
      "memberYuan", 150, "yuan", 0...1000, "assumption",
      "money a member of a group gives to a project of its own"),
    Quantity(
      "keepersPerStaff", 0.5, "persons", 0...2, "assumption",
      "keepers of order in sight per full-time person who relays and checks"),
    Quantity(
      "withholding", 0, "share", 0...1, "assumption",
      "part of a committee's budget that superiors withhold, times the share of tasks not truly done"),
    Quantity(
      "ownersMeetings", 6, "sittings a year", 0...52, "assumption", "sittings of an owners' committee"),
    Quantity(
      "ownersMoney", 15, "yuan per resident and year", 0...200, "assumption",
      "what owners pay into the maintenance fund that their committee decides on"),
    Quantity(
      "propertyStaff", 4, "per 10,000 residents", 0...40, "assumption",
      "property companies' staff for repairs"),
    Quantity(
      "heterogeneity", 1, "factor", 0...2, "assumption",
      "factor on the spread of residents' readiness and opinion at week 0"),
    Quantity("renters", 1, "factor", 0...2, "row 20", "factor on the shares of renters by kind and origin"),
    Quantity("migrants", 1, "factor", 0...2, "row 18", "factor on the shares of migrants by kind"),
    Quantity(
      "tieDensity", 1, "factor", 0...2, "assumption",
      "factor on the mean number of ties a resident begins with; above 1 it acts less, as places fill up"),
    Quantity(
      "ownersCommittees", 0.75, "share", 0...1, "row 15 (assumption 0.6–0.9)",
      "share of neighbourhoods of eligible kinds that have an owners' committee"),
    Quantity(
      "privateNeeds", 0.008, "per resident and week", 0.004...0.03, "rows 61–63; value assumption",
      "arrival of private needs (rows 61–63)"),
    Quantity(
      "publicNeeds", 0.00015, "per resident and week", 0.00003...0.0006, "assumption",
      "arrival of public matters"),
    Quantity(
      "wornNeeds", 1, "factor", 0...4, "assumption",
      "how much faster public needs come in fully worn surroundings"),
    Quantity("wear", 0.004, "share a week", 0...0.01, "assumption", "wear of buildings and facilities"),
    Quantity(
      "restoration", 0.05, "share", 0...0.3, "assumption", "part of the wear that one solved matter restores"),
    Quantity("comeback", 0.02, "chance a week", 0...0.1, "assumption", "unsolved needs that come back"),
    Quantity(
      "conflictStart", 0.1, "share", 0.02...0.4, "assumption", "part of both sides drawn in at the start"),
    Quantity(
      "secondThoughts", 6, "weeks", 2...20, "assumption", "mean wait before an unvoiced need is weighed again"
    ),
    Quantity(
      "employed", 1, "factor", 0.1...2, "row 19",
      "factor on the shares of employed people by age and origin, among those who are not retired"),
    Quantity(
      "organised", 1, "factor", 0...2, "rows 9, 34–36",
      "factor on the shares of residents who are Party members and of units with a Party organisation"),
    Quantity(
      "outsidePush", 1, "chance", 0...1, "assumption",
      "somebody from outside comes to ask units' Party organisations for what they only do when asked"),
    Quantity(
      "hourPrice", 100, "yuan an hour", 20...500, "assumption",
      "price of bought work, social organisations' or professionals'"),
    Quantity("sittingMinutes", 120, "minutes", 30...360, "assumption", "a sitting of a platform"),
    Quantity(
      "hearingInvited", 24, "residents", 4...100, "assumption",
      "residents who are invited to a round of a hearing", whole: true),
    Quantity("petitionMinutes", 60, "minutes", 0...600, "assumption", "drawing up a petition"),
    Quantity("signatureMinutes", 4, "minutes", 0...30, "assumption", "gathering one signature"),
    Quantity(
      "petitionReach", 400, "residents", 20...4000, "assumption",
      "residents whom a petition for more than a building can reach", whole: true),
    Quantity(
      "actHours", 3, "hours", 1...8, "assumption",
      "most hours that an act of taking part lasts; a minute more for each free hour", whole: true),
    Quantity(
      "looksPerMatter", 12, "looks", 0...60, "assumption",
      "looks for an offer that brokers pay for one matter in a week", whole: true),
    Quantity(
      "listEntries", 4, "entries", 1...12, "assumption",
      "entries of a list of offers, or residents on a list of skills, that one look takes in", whole: true),
    Quantity(
      "organiserLooks", 3, "residents", 1...12, "assumption",
      "residents asked in turn to begin or run an activity", whole: true),
    Quantity(
      "taskPatience", 4, "weeks", 1...26, "assumption",
      "weeks of a body's time that tasks may wait before they are reported as done"),
    Quantity(
      "localDepartments", 2, "departments", 1...6, "assumption",
      "departments that a neighbourhood's body brings together by itself", whole: true),
    Quantity(
      "lostHandover", 6, "factor", 1...12, "assumption",
      "time until a failed hand-over arrives after all, against one that succeeds"),
    Quantity(
      "contactsPerQuarrel", 4, "contacts", 0...20, "assumption",
      "residents met over hearing or mediating one quarrel"),
    Quantity(
      "buildingSize", 0.5, "factor", 0.1...1, "assumption",
      "size of a building's matter against a neighbourhood's"),
    Quantity(
      "wideSize", 0.6, "share", 0...2, "assumption",
      "size that a matter has more for each step of reach beyond the neighbourhood"),
    Quantity(
      "pressingSize", 0.8, "share", 0...2, "assumption",
      "size of the most pressing matter less that of the least, against the mean"),
    Quantity(
      "publicWork", 6, "factor", 1...20, "assumption",
      "staff time of a public matter against a private need of its kind"),
    Quantity(
      "ownCost", 0.5, "share", 0.1...1, "assumption",
      "money that a group's own project takes against one that is decided"),
    Quantity(
      "accommodationCost", 0.5, "share", 0...2, "assumption",
      "staff and volunteers that a matter takes more where room was made for opposed interests"),
    Quantity(
      "buildingRestoration", 0.4, "share", 0...1, "assumption",
      "wear that a building's matter restores against a neighbourhood's"),
  ]
}
