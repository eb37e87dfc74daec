/// Numbers of the behavioural laws: the only place where they stand. What a thing takes (minutes, people, money) stands
/// in ``ConditionID``.
///
/// One weight serves one motive in every decision: whoever weighs perceived efficacy, weighs it alike when voicing a
/// need, coming to a sitting and taking part. So there are fewer free numbers than decisions.
public enum ParameterID: Int, QuantityID {
  // What is weighed in decisions.
  case efficacyWeight, trustWeight, commitmentWeight, accessWeight, salienceWeight, grievanceWeight
  case fatigueWeight, askedWeight, activeTiesWeight, timeCost, renterReadiness, readinessSpread
  // Where each decision starts.
  case voiceBase, voiceHotline, attendBase, joinBase, voteBase, voteAge, voteMember, proxyVotes
  // What experience leaves, and for how long.
  case experienceGain, lossAsymmetry, identificationGain, grievanceGain, fatigueGain, practiceGain
  case attitudeHalfLife, memoryHalfLife, grievanceHalfLife, fatigueHalfLife, trustBase, newsReach
  case patience, selfHelp, signing, occasionsHalf, registering, asksPerTie
  // Ties and opinion.
  case opinionRate, confidence, meetingChance, tieGain, tieHalfLife, everydayMeetings, strangers, visits,
    walkingHalf
  // Bodies, units and groups.
  case formalClosing, switchingCost, inputEffect, willingness
  case founding, associationsHalf, associationFading, attendanceDrive, takingUp
  // Conflict.
  case conflictChance, conflictSpread, conflictCooling, mediation, silencing, resurfacing
  case escalationThreshold
  // Held: how much of what another number scales.
  case minorExperience, wishExperience, pressingBlame, grievanceRelief, failureStep, failureNews
  case newsGrievance, witnessedStep, buildingNews, partialSuccess, partialService, partialProject
  case projectReporting, difficulty, reachEnergy, practiceWorth, teamPractice, practiceJobs
  case heatedMediation, conflictEnd, groupStart, groupEnd, projectDrive, largestGroup
  case lesserOccasion, ownGroup, ownMatter, unskilledWork, longOpening, feeWeight
  case selfHelpTechnical, selfHelpPublic, relationStep, unlistedInformation, voteMigrant
  case freshWeeks, answerAhead
  // Published constants.
  case decisionEnergy, meetingEfficiency, deterrence

  public static let table: [Quantity] =
    [
      Quantity(
        "efficacyWeight", 2, "logit", 1...3, "assumption",
        "weight of perceived efficacy for voicing, attending and taking part"),
      Quantity("trustWeight", 1.2, "logit", 0.4...2.5, "assumption", "weight of trust for voicing"),
      Quantity(
        "commitmentWeight", 1.5, "logit", 0.5...2.5, "assumption",
        "weight of identification and of publicness for attending, taking part, petitioning and voting"),
      Quantity(
        "accessWeight", 1, "logit", 0...2.5, "assumption",
        "weight of access for voicing: the committee known, a member known, ties"),
      Quantity("salienceWeight", 1, "logit", 0...2.5, "assumption", "weight of how pressing a need is"),
      Quantity("grievanceWeight", 2, "logit", 0...4, "assumption", "weight of grievance for the hotline"),
      Quantity(
        "fatigueWeight", 2.5, "logit", 1...5, "assumption",
        "weight of fatigue against attending and taking part"),
      Quantity("askedWeight", 1.4, "logit", 0.5...2.5, "assumption", "being asked by somebody known"),
      Quantity(
        "activeTiesWeight", 3.93, "logit", 1...5, "assumption", "weight of active ties (eight of them)"),
      Quantity(
        "timeCost", 1.07, "logit", 0...4, "row 59; value assumption",
        "loss of readiness of somebody without free time; none from 40 free hours a week on (row 59)"),
      Quantity(
        "renterReadiness", -0.6, "logit", (-1)...0, "row 58: odds 0.4–0.7; value assumption",
        "readiness of renters against owners (row 58: odds 0.4–0.7)"),
      Quantity(
        "readinessSpread", 1.97, "logit", 1...2.5, "assumption",
        "standard deviation of residents' dispositions to take part"),
      Quantity("voiceBase", -1.26, "logit", -2.5...0, "assumption", "voice against silence, before all else"),
      Quantity(
        "voiceHotline", 0.25, "logit", -2...2, "assumption", "ease of the hotline against other channels"),
      Quantity("attendBase", -0.4, "logit", -1.5...1, "assumption", "attendance before all else"),
      Quantity(
        "joinBase", -8.96, "logit", (-10)...(-8), "assumption",
        "taking part in a week with an occasion, before all else"),
      Quantity(
        "voteBase", -2.58, "logit", -5...0, "assumption",
        "voting in the committee's election, before all else"),
      Quantity(
        "voteAge", 1.2, "logit", 0...2, "assumption", "times the square root of the age band (18–29 is 0)"),
      Quantity("voteMember", 0.83, "logit", 0...2, "assumption", "of Party members"),
      Quantity(
        "proxyVotes", 1.52, "share", 0...2, "assumption",
        "proxy votes reached per share of hours spent relaying"
      ),
      Quantity(
        "experienceGain", 0.12, "share", 0.02...0.3, "assumption",
        "step towards 1 after a good experience: of trust, perceived efficacy, expectation, and of a unit's relation"
      ),
      Quantity(
        "lossAsymmetry", 2, "factor", 1...4, "assumption", "losses of trust and efficacy against gains"),
      Quantity(
        "identificationGain", 0.08, "share", 0.01...0.15, "assumption",
        "step of identification and publicness after an act; in everybody, times the strength of news of a success"
      ),
      Quantity(
        "grievanceGain", 0.291, "share", 0.05...0.6, "assumption",
        "step of grievance after a matter not solved or given up; of those drawn into a conflict, times its heat"
      ),
      Quantity(
        "fatigueGain", 0.06, "share", 0.01...0.2, "assumption",
        "step of fatigue after a sitting that decided nothing, and after an act of one's own"),
      Quantity("practiceGain", 0.02, "share", 0...0.1, "assumption", "skill gained by doing a job"),
      Quantity(
        "attitudeHalfLife", 150, "weeks", 50...400, "assumption",
        "half-life of trust, identification, publicness and of a unit's relation without experience"),
      Quantity(
        "memoryHalfLife", 52, "weeks", 13...150, "assumption",
        "half-life of perceived efficacy, expectation, skill and of knowing the committee without experience"),
      Quantity("grievanceHalfLife", 26, "weeks", 8...104, "assumption", "half-life of grievance"),
      Quantity("fatigueHalfLife", 10, "weeks", 4...20, "assumption", "half-life of fatigue"),
      Quantity(
        "trustBase", 0.45, "0–1", 0.2...0.7, "assumption",
        "trust and efficacy to which residents return without experience"),
      Quantity(
        "newsReach", 0.04, "share", 0.005...0.1, "assumption",
        "strength in everybody of news about one public matter of the neighbourhood"),
      Quantity("patience", 4, "times", 1...8, "assumption", "times a need is weighed before it is given up"),
      Quantity(
        "selfHelp", 0.5, "chance", 0.1...0.9, "assumption",
        "success of neighbours' help with eight ties, for an easy private need"),
      Quantity(
        "signing", 0.2, "share", 0.02...0.6, "assumption",
        "share of the concerned who sign, at full publicness"
      ),
      Quantity(
        "occasionsHalf", 3, "occasions", 1...8, "assumption",
        "occasions at which half of the possible opportunity is there"),
      Quantity(
        "registering", 0.321, "chance", 0...1, "assumption",
        "somebody who is asked registers as a volunteer, whether or not they come: a promise on paper"),
      Quantity(
        "asksPerTie", 0.0329, "chance", 0...0.15, "assumption", "asking each tie in the week after an act"),
      Quantity(
        "opinionRate", 0.3, "share", 0...0.5, "assumption",
        "convergence of two who meet (Deffuant: at most ½)"),
      Quantity(
        "confidence", 0.3, "0–1", 0.05...1, "assumption",
        "largest distance of opinion at which people hear each other"),
      Quantity(
        "meetingChance", 0.5, "chance", 0...1, "assumption",
        "two who join the same thing get to know each other"),
      Quantity(
        "tieGain", 21.5, "strength", 5...80, "assumption", "strength that a meeting adds to a tie (0–255)"),
      Quantity(
        "tieHalfLife", 1871, "weeks", 200...4000, "assumption",
        "half-life of a tie, net of the everyday contact that keeps it up"),
      Quantity(
        "everydayMeetings", 0.0457, "per resident and quarter", 0...0.5, "assumption",
        "meetings of everyday life in the building group"),
      Quantity(
        "strangers", 0.0133, "share", 0...0.1, "assumption",
        "part of those meetings that are with somebody new"
      ),
      Quantity(
        "visits", 0.03, "per resident and week", 0...0.2, "assumption",
        "visits to a place next door open 60 hours"),
      Quantity(
        "walkingHalf", 0.6, "km", 0.2...2, "assumption", "distance at which visits have fallen to half"),
      Quantity(
        "formalClosing", 0.12, "chance a week", 0...0.5, "assumption",
        "closing on paper under full upward weight and backlog"),
      Quantity(
        "switchingCost", 0.1, "share", 0...1, "assumption",
        "working time that wholly cross-appointed people lose in changing between bodies"),
      Quantity(
        "inputEffect", 0.5, "share", 0.2...0.8, "assumption",
        "part of a job that one kind of input (staff, volunteers, professionals) can do without the others"),
      Quantity(
        "willingness", 0.35, "chance", 0.05...1, "assumption", "an owner of the matter says yes when asked"),
      Quantity(
        "founding", 0.176, "chance", 0.05...0.3, "assumption", "founding a group, at full drive and room"),
      Quantity(
        "associationsHalf", 10, "per 10,000", 2...40, "assumption",
        "density of groups at which founding is half as likely"),
      Quantity(
        "associationFading", 0.0324, "share a week", 0.01...0.08, "assumption",
        "drive a group loses without people coming"),
      Quantity("attendanceDrive", 0.02, "share", 0.005...0.06, "assumption", "drive that one visitor brings"),
      Quantity(
        "takingUp", 0.02, "chance a week", 0...0.1, "assumption",
        "a group with full drive takes up a waiting matter"),
      Quantity(
        "conflictChance", 0.5, "chance", 0...1, "assumption",
        "a decision against known interests, or a collision over a room, opens a conflict"),
      Quantity("conflictSpread", 0.08, "share a week", 0...0.3, "assumption", "spread of an open conflict"),
      Quantity(
        "conflictCooling", 0.06, "share a week", 0...0.2, "assumption", "cooling of a conflict by itself"),
      Quantity(
        "mediation", 0.4, "chance a week", 0...1, "assumption",
        "success of mediation at full trust, by a broker or by residents with ties to both sides"),
      Quantity(
        "silencing", 0.05, "chance a week", 0...0.3, "assumption",
        "an open conflict is silenced, per keeper of order"),
      Quantity(
        "resurfacing", 0.03, "chance a week", 0...0.2, "assumption", "a silenced conflict comes up again"),
      Quantity(
        "escalationThreshold", 0.0963, "0–1", 0.02...0.5, "assumption",
        "net grievance above which one escalates (Epstein: 0.1)"),
    ] + held + [
      Quantity(
        "decisionEnergy", 1.1, "energy", 0.5...3, "Cohen, March and Olsen (1972)",
        "energy that deciding a plain matter takes", standing: .published),
      Quantity(
        "meetingEfficiency", 0.6, "share", 0.3...0.9, "Cohen, March and Olsen (1972)",
        "effective share of energy spent in sittings", standing: .published),
      Quantity(
        "deterrence", 2.3, "–", 0...5, "Epstein (2002)", "constant of being held back", standing: .published),
    ]

  /// Those that no publication fixes and that are not held: to be fitted and swept.
  public static let free: [ParameterID] = allCases.filter { table[$0.rawValue].standing == .free }
}
