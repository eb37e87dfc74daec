/// The order of a week: the one place where it stands.
public struct Phase: Sendable {
  public let name: String
  public let meaning: String
  let run: @Sendable (inout World) -> Void

  public static let all: [Phase] = [
    Phase(
      name: "calendar", meaning: "structure changes, time is minted, budgets are paid, elections are held"
    ) {
      Calendar.run(&$0)
    },
    Phase(name: "needs", meaning: "facilities wear, life brings needs, departments hand down tasks") {
      Needs.run(&$0)
      Attention.handDown(&$0)
    },
    Phase(
      name: "voice",
      meaning: "homes are visited; residents choose a channel, self-help or silence; bodies take in"
    ) {
      HomeVisiting.run(&$0)
      Voice.run(&$0)
    },
    Phase(name: "agenda", meaning: "joint rounds go; platforms sit and decide what becomes a public issue") {
      JointRounds.run(&$0)
      Agenda.run(&$0)
    },
    Phase(name: "matching", meaning: "decided matters find money and offers") {
      Matching.run(&$0)
      Wishes.run(&$0)
    },
    Phase(name: "mobilisation", meaning: "messages and requests reach residents, who decide whether to come")
    {
      Associations.support(&$0)
      Activities.run(&$0)
      Visits.ask(&$0)
      BranchLife.run(&$0)
      Narrative.send(&$0)
      Mobilisation.run(&$0)
      ProjectOwners.run(&$0)
      Participation.run(&$0)
    },
    Phase(name: "work", meaning: "staff hours go to queues, projects run, services are delivered") {
      Attention.run(&$0)
      Projects.run(&$0)
    },
    Phase(name: "contest", meaning: "conflicts spread, are mediated, silenced, or escalate") {
      Contest.run(&$0)
    },
    Phase(name: "learning", meaning: "states follow experience; ties form; groups are born and die") {
      TieFormation.run(&$0)
      Renown.run(&$0)
      Associations.run(&$0)
      Learning.run(&$0)
      Calendar.close(&$0)
    },
    // The tenth, observation, is `Simulation`'s: it reads the world between two weeks.
  ]
}

extension World {
  /// One week.
  public mutating func advance() {
    for phase in Phase.all { run(phase) }
    endWeek()
  }

  /// One phase of the week; phases are run in their order, each once.
  public mutating func run(_ phase: Phase) { phase.run(&self) }

  /// After the last phase: the next week begins.
  public mutating func endWeek() { week += 1 }
}
