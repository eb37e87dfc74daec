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
      "Purses",
      "Funds are paid and ask for gifts; each keeps a purse that pays for what it is for, on its own terms.",
      "earmarked accounts"),
    LawDescription(
      "Contracts", "Bought hours take over what waits; what was learnt is lost when a contract is renewed.",
      "hours at a price under the law of attention"),
    LawDescription(
      "Promises", "Firms keep agreements with a chance as large as their relation.", "Bernoulli trial"),
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
      "Hearings",
      "Before a decision those concerned are invited; with a quorum opposed interests are found and room is made.",
      "attendance against a quorum"),
    LawDescription(
      "Matching", "Decided matters look for money and offers; each look costs a broker's time.",
      "sequential search by sampling", forms: LawForms.Matching.allCases.map { "matching: \($0.rawValue)" }),
    LawDescription(
      "Duties", "Who owes time where they live gives it as far as their state lets them and somebody looks.",
      "logistic attendance, raised by follow-up"),
    LawDescription(
      "Exchange", "Committees that meet learn from the one that does it better.", "organisational learning"),
    LawDescription(
      "Teams", "Pooled staff work where the most work waits, and lose time on the way.",
      "division of a pool in proportion to backlog"),
    LawDescription(
      "Lending", "What residents pay, give together and lend to each other goes into public matters.",
      "contributions in proportion to identification"),
    LawDescription(
      "Wishes", "Needs on a board are taken up by those who keep the time they have pledged.",
      "logistic attendance"),
    LawDescription(
      "Mobilisation", "Requests travel along ties from those who took part, and from brokers.",
      "recruitment along ties"),
    LawDescription(
      "Activities",
      "An activity in a place takes a room, somebody who begins it and somebody who runs it.",
      "occasions with a cost"),
    LawDescription(
      "BranchLife",
      "A unit's Party organisation is active where somebody gives the hours and there is something to do.",
      "willingness or request; a fruitful act needs a purpose"),
    LawDescription(
      "ProjectOwners",
      "A project's owner works on it and chases what it lacks most, in hours taken from other work.",
      "attention to the scarcest input"),
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
      "Renown", "Acts that are made known give confidence, and are seen by people without a tie to them.",
      "Granovetter 1978 (threshold model), over another channel"),
    LawDescription(
      "Visits", "A place that is near, open and of use is visited, and visitors meet.",
      "distance decay"),
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
