extension ParameterID {
  /// Numbers that stand beside one that is fitted and swept, and say how much of it: weights of lesser cases, steps
  /// between kinds, bounds. They are held, so that what scales them can be told; none has a source.
  static let held: [Quantity] = [
    Quantity(
      "minorExperience", 0.3, "share", 0.05...1, "assumption",
      "weight of a minor experience against one with a matter of one's own: a unit's sitting, visit or "
        + "activity, a quarrel settled or taken to a petition", standing: .held),
    Quantity(
      "wishExperience", 0.25, "share", 0.05...1, "assumption",
      "weight for a unit of having tried to fulfil one wish", standing: .held),
    Quantity(
      "pressingBlame", 0.5, "share", 0...1, "assumption",
      "part of the weight of a failure that hangs on how pressing the need is; where the matter goes "
        + "on, only this part counts", standing: .held),
    Quantity(
      "grievanceRelief", 0.5, "share", 0...1, "assumption",
      "part of a grievance that a solved matter takes away", standing: .held),
    Quantity(
      "failureStep", 0.5, "factor", 0...2, "assumption",
      "step down of expectation, and of a unit's relation, after a failure, against the step up after a "
        + "success", standing: .held),
    Quantity(
      "failureNews", 0.75, "factor", 0...1, "assumption",
      "loss of trust by news of a failure at full strength, against one of one's own", standing: .held),
    Quantity(
      "newsGrievance", 0.05, "factor", 0...0.5, "assumption",
      "step of grievance by news of failures at full strength, against one of one's own", standing: .held),
    Quantity(
      "witnessedStep", 0.2, "factor", 0...1, "assumption",
      "step by what is only witnessed, against one's own act or experience: of identification by a "
        + "meeting, of expectation by news of successes at full strength", standing: .held),
    Quantity(
      "buildingNews", 0.3, "share", 0...1, "assumption",
      "reach of news about a building's matter, and about people made known, against a neighbourhood's "
        + "matter", standing: .held),
    Quantity(
      "partialSuccess", 0.4, "share", 0.1...0.9, "assumption",
      "what a matter solved in part counts against one solved", standing: .held),
    Quantity(
      "partialService", 0.5, "chance", 0...1, "assumption",
      "what staff does not solve is solved in part", standing: .held),
    Quantity(
      "partialProject", 0.4, "chance", 0...1, "assumption",
      "what a project does not solve is solved in part", standing: .held),
    Quantity(
      "projectReporting", 0.8, "chance", 0...1, "assumption",
      "a project that failed is reported as done, at full upward weight", standing: .held),
    Quantity(
      "difficulty", 0.5, "share", 0...1, "assumption",
      "energy that a decision takes more for technical knowledge, and for opposition that is known; "
        + "half of it for each further department", standing: .held),
    Quantity(
      "reachEnergy", 0.3, "share", 0...1, "assumption",
      "energy that a decision takes more for each step of reach beyond the building", standing: .held),
    Quantity(
      "practiceWorth", 0.3, "share", 0...1, "assumption",
      "what full practice adds to skill, or to what an hour is worth", standing: .held),
    Quantity(
      "teamPractice", 0.2, "share", 0...1, "assumption",
      "what full practice of a group adds to its hours in a project", standing: .held),
    Quantity(
      "practiceJobs", 4, "jobs", 1...8, "assumption",
      "jobs by which a group learns as much as by one project, and most by which a body learns in a "
        + "week", standing: .held),
    Quantity(
      "heatedMediation", 0.5, "share", 0...1, "assumption",
      "part of the success of mediation that is lost at full heat", standing: .held),
    Quantity(
      "conflictEnd", 0.02, "share", 0.002...0.1, "assumption",
      "part of both sides drawn in below which a conflict is over", standing: .held),
    Quantity("groupStart", 0.3, "0–1", 0.1...0.6, "assumption", "drive of a new group", standing: .held),
    Quantity(
      "groupEnd", 0.08, "0–1", 0.02...0.2, "assumption",
      "drive below which a group dissolves", standing: .held),
    Quantity(
      "projectDrive", 0.2, "share", 0...0.5, "assumption",
      "step of a group's drive after a project, up or down", standing: .held),
    Quantity(
      "largestGroup", 60, "persons", 10...200, "assumption",
      "members with whom a group takes in nobody more", whole: true, standing: .held),
    Quantity(
      "lesserOccasion", 0.5, "share", 0...1, "assumption",
      "weight of a lesser occasion (a group without a room, an activity in a place) against a project; "
        + "getting to know each other on a visit against joining the same thing", standing: .held),
    Quantity(
      "ownGroup", 4, "factor", 1...10, "assumption",
      "choosing one's own group among what there is to join", standing: .held),
    Quantity(
      "ownMatter", 3, "factor", 1...10, "assumption",
      "choosing a project for one's own building group among what there is to join", standing: .held),
    Quantity(
      "unskilledWork", 0.5, "share", 0...1, "assumption",
      "skill of residents without a trade who run an activity, against staff's", standing: .held),
    Quantity(
      "longOpening", 1.5, "factor", 1...2, "assumption",
      "most by which long opening raises visits", standing: .held),
    Quantity(
      "feeWeight", 10, "factor", 2...40, "assumption",
      "weight of a fee against what a member of a group gives: 10 halves visits at a tenth of it",
      standing: .held),
    Quantity(
      "selfHelpTechnical", 0.1, "factor", 0...1, "assumption",
      "success of neighbours' help with a technical need", standing: .held),
    Quantity(
      "selfHelpPublic", 0.2, "factor", 0...1, "assumption",
      "success of neighbours' help with a public matter", standing: .held),
    Quantity(
      "relationStep", 0.33, "0–1", 0.1...0.5, "assumption",
      "relation from which a unit is an acquaintance; as far below 1 it is an owner of the matter",
      standing: .held),
    Quantity(
      "unlistedInformation", 0.2, "share", 0...1, "assumption",
      "information on offers without any list, under the form saturating", standing: .held),
    Quantity(
      "voteMigrant", -0.5, "logit", -1.5...0, "assumption",
      "of migrants, in the committee's election", standing: .held),
    Quantity(
      "freshWeeks", 2, "weeks", 0...8, "assumption",
      "time in which a new demand is not closed on paper", whole: true, standing: .held),
    Quantity(
      "answerAhead", 2, "weeks", 0...8, "assumption",
      "time before a promised answer is due in which the demand goes first", whole: true, standing: .held),
  ]
}
