/// What a law is, for people; its page in the documentation says the rest.
public struct LawDescription: Sendable {
  /// The file of the law, and of its page `Law-<id>`.
  public let id: String
  public let summary: String
  /// The published model it reduces to in a limit, or that it is adapted from.
  public let parent: String
  /// Rival forms that a scenario may choose under `forms`; empty where there is one.
  public let forms: [String]

  private init(_ id: String, _ summary: String, _ parent: String, forms: [String] = []) {
    self.id = id
    self.summary = summary
    self.parent = parent
    self.forms = forms
  }

  /// All laws, in the order of the week.
  public static let table: [LawDescription] = [
    LawDescription(
      "Needs", "Facilities wear and life brings needs: a Poisson stream, faster where buildings are worn.",
      "Poisson arrivals"),
    LawDescription(
      "HomeVisits",
      "Staff calls at homes and hears of silent needs; being asked raises what one expects.",
      "discovery at the rate of visits"),
    LawDescription(
      "Voice",
      "With a need, a resident chooses a channel, self-help or silence by efficacy, trust and access.",
      "McFadden 1974 (multinomial logit); Hirschman 1970 (exit and voice)"),
    LawDescription(
      "Registration", "A voiced demand reaches the body it belongs to, if hand-over succeeds on the way.",
      "hand-over as a chance with a delay"),
    LawDescription(
      "JointRounds", "Bodies that go round together hand over on the spot what is under way between them.",
      "hand-over at meetings that cost time"),
    LawDescription(
      "Agenda", "Platforms sit; matters and people go to the sitting nearest to a decision.",
      "Cohen, March and Olsen 1972 (garbage can)",
      forms: LawForms.Veto.allCases.map { "veto: \($0.rawValue)" }),
    LawDescription(
      "Attendance", "Representatives come by efficacy, less what fruitless sittings have cost them.",
      "logistic attendance with a stock of fatigue"),
    LawDescription(
      "Matching", "Decided matters look for money and offers; each look costs a broker's time.",
      "sequential search by sampling", forms: LawForms.Matching.allCases.map { "matching: \($0.rawValue)" }),
    LawDescription(
      "Mobilisation", "Requests travel along ties from those who took part, and from brokers.",
      "recruitment along ties"),
    LawDescription(
      "Participation",
      "Who comes when there is something to come to: threshold with social influence and costs.",
      "Granovetter 1978 (threshold model)"),
    LawDescription(
      "Relief",
      "Staff sent among neighbourhoods takes waiting work where most waits, less the cost of changing.",
      "servers shared by several queues"),
    LawDescription(
      "Attention",
      "Hours go to tasks from above and to residents by weight and pressure; what waits is closed on paper.",
      "queue with two classes and abandonment",
      forms: LawForms.CrossAppointment.allCases.map { "crossAppointment: \($0.rawValue)" }),
    LawDescription(
      "Coproduction",
      "What staff, volunteers and professionals make together; technical matters need knowledge.",
      "product of failures of substitutable inputs"),
    LawDescription(
      "Contest",
      "Opposed interests and colliding projects become conflicts that spread, are mediated, or silenced.",
      "logistic spread with removal", forms: LawForms.Mediation.allCases.map { "mediation: \($0.rawValue)" }),
    LawDescription(
      "Escalation", "A resident goes to hotline or petition when grievance outweighs the risk.",
      "Epstein 2002 (rebellion)"),
    LawDescription(
      "Closing",
      "The end of a demand: what it is closed as, who is thanked or blamed, and whether it comes back.",
      "unsolved needs return at a hazard"),
    LawDescription(
      "Trust",
      "Gains approach one, losses are larger and grow with expectation; without experience trust returns to its base.",
      "asymmetric updating"),
    LawDescription(
      "Identification",
      "Identification and publicness grow with taking part and with what is achieved together.",
      "exponential approach and return"),
    LawDescription(
      "TieFormation", "Those who do something together meet; ties that are not kept up fade.", "co-presence"),
    LawDescription(
      "Visits", "A place that is near and open is visited, and visitors meet.", "distance decay"),
    LawDescription(
      "OrganisationLife", "Groups are founded, live on what people bring, learn by doing, and dissolve.",
      "density-dependent founding"),
    LawDescription(
      "UnitRelations",
      "Joint success moves a unit from stranger to acquaintance to owner; idleness moves it back.",
      "exponential approach and return"),
    LawDescription(
      "Narrative", "Those who meet come nearer in opinion if they are near enough to hear each other.",
      "Deffuant et al. 2000 (bounded confidence)"),
    LawDescription(
      "Judgement", "Once a quarter residents judge the committee where money hangs on it.", "–"),
    LawDescription(
      "Election", "Who truly votes, and what is reported.", "logit"),
  ]
}
