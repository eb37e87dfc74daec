/// The order of a week: the one place where it stands. A step is one law at work; laws call one another only for
/// what they do together within a step.
public struct Phase: Sendable {
  public let name: String
  public let meaning: String
  public let steps: [Step]

  private init(_ name: String, _ meaning: String, _ steps: [Step]) {
    self.name = name
    self.meaning = meaning
    self.steps = steps
  }

  public static let all: [Phase] = [
    Phase(
      "calendar", "structure changes, time is there, budgets are paid, elections are held",
      [
        Step(
          "StructureChange", "structure, conditions and shocks of the week take effect", StructureChange.run),
        Step("WorkingTime", "staff and rooms get the time of the week", WorkingTime.begin),
        Step("Judgement", "residents judge the committee", at: .startOfQuarter, Judgement.quarter),
        Step("Budgets", "budgets, funds and owners' contributions are paid", Budgets.run),
        Step("Contracts", "hours are bought", Contracts.buy),
        Step(
          "UnitRelations", "units can give again; pairs keep in touch", at: .startOfQuarter,
          UnitRelations.quarter),
        Step("Promises", "firms keep agreements or do not", at: .startOfQuarter, Promises.quarter),
        Step("Purses", "funds ask for gifts", at: .startOfQuarter, Purses.collect),
        Step("UnitRelations", "units lend rooms and hours", UnitRelations.lend),
        Step("Exchange", "committees exchange practice", Exchange.run),
        Step("Duties", "holders of duties give hours", Duties.run),
        Step("Promises", "firms lend what they promised", Promises.lend),
        Step("Election", "where one is due, a committee is elected", Election.run),
      ]),
    Phase(
      "needs", "facilities wear, life brings needs, departments hand down tasks",
      [
        Step("Needs", "facilities wear and needs arise", Needs.run),
        Step("Attention", "departments hand down tasks", Attention.handDown),
      ]),
    Phase(
      "voice", "homes are visited; residents choose a channel, self-help or silence; bodies take in",
      [
        Step("HomeVisits", "staff call at homes", HomeVisiting.run),
        Step(
          "Voice",
          "of demands that are due, new ones are voiced or not, referred ones arrive, closed ones may come back",
          Voice.run),
      ]),
    Phase(
      "agenda", "joint rounds go; platforms sit and decide what becomes a public issue",
      [
        Step("JointRounds", "bodies go round together", JointRounds.run),
        Step("Agenda", "platforms sit", Agenda.run),
      ]),
    Phase(
      "matching", "decided matters find money and offers",
      [
        Step("Matching", "decided matters find money and offers", Matching.run),
        Step("Wishes", "wishes on the board are taken up", Wishes.run),
      ]),
    Phase(
      "mobilisation", "messages and requests reach residents, who decide whether to come",
      [
        Step("OrganisationLife", "groups are supported", Associations.support),
        Step("Activities", "activities are planned", Activities.run),
        Step("Visits", "venues ask for hands", Visits.ask),
        Step("BranchLife", "units' Party organisations act", BranchLife.run),
        Step("Narrative", "messages are sent", Narrative.send),
        Step("Mobilisation", "residents are asked to come", Mobilisation.run),
        Step("ProjectOwners", "project owners put in their hours", ProjectOwners.run),
        Step("Participation", "residents come or stay away", Participation.run),
      ]),
    Phase(
      "work", "staff hours go to queues, projects run, services are delivered",
      [
        Step("Attention", "shared hours are divided", Attention.shareHours),
        Step("Contracts", "bought hours take over what waits", Contracts.takeOver),
        Step("Relief", "grid teams relieve neighbourhoods' bodies", Relieving.run),
        Step("Attention", "neighbourhoods' bodies work off their queues", Attention.workOffQueues),
        Step("Attention", "bodies without queues help projects", Attention.helpProjects),
        Step("Attention", "subdistricts' offices work off their queues", Attention.workOffOffices),
        Step("Coproduction", "projects run", Projects.run),
      ]),
    Phase(
      "contest", "conflicts spread, are mediated, silenced, or escalate",
      [Step("Contest", "conflicts spread, are mediated, silenced, or escalate", Contest.run)]),
    Phase(
      "learning", "states follow experience; ties form; groups are born and die",
      [
        Step("TieFormation", "who acted together may tie", TieFormation.run),
        Step("Visits", "venues are visited", Visits.run),
        Step(
          "TieFormation", "ties fade, and everyday life renews some", at: .endOfQuarter, TieFormation.quarter),
        Step("Renown", "acts and units are honoured", Renown.run),
        Step("OrganisationLife", "groups are founded, live and end", Associations.run),
        Step("Identification", "states follow news and move towards where they rest", Learning.run),
        Step("WorkingTime", "what is left of the week's time lapses", WorkingTime.lapse),
      ]),
    // The tenth, observation, is `Simulation`'s: it reads the world between two weeks.
  ]
}

/// One law at work within a week.
public struct Step: Sendable {
  /// When a step takes place.
  public enum Rhythm: Sendable {
    case weekly
    /// In week 0 and every 13 weeks from then.
    case startOfQuarter
    /// In week 12 and every 13 weeks from then.
    case endOfQuarter

    func isDue(in week: Int) -> Bool {
      switch self {
      case .weekly: true
      case .startOfQuarter: week % Calendar.weeksPerQuarter == 0
      case .endOfQuarter: (week + 1) % Calendar.weeksPerQuarter == 0
      }
    }
  }

  /// The law, as in ``LawDescription/table``, or what happens to a world without any law.
  public let law: String
  public let rhythm: Rhythm
  public let meaning: String
  fileprivate let run: @Sendable (inout World) -> Void

  fileprivate init<L: Law>(
    _ law: String, _ meaning: String, at rhythm: Rhythm = .weekly,
    _ run: @escaping @Sendable (inout Reach<L>) -> Void
  ) {
    self.law = law
    self.rhythm = rhythm
    self.meaning = meaning
    self.run = { world in world.with(L.self, run) }
  }
}

extension World {
  /// One week.
  public mutating func advance() {
    for phase in Phase.all { run(phase) }
    endWeek()
  }

  /// One phase of the week; phases are run in their order, each once.
  public mutating func run(_ phase: Phase) {
    for step in phase.steps where step.rhythm.isDue(in: week) { step.run(&self) }
  }

  /// After the last phase: the next week begins.
  public mutating func endWeek() { week += 1 }
}
