/// Free behavioural parameters: the only place where their numbers stand.
public enum ParameterID: Int, QuantityID {
  case trustHalfLife, efficacyHalfLife, trustBase, trustGain, efficacyGain, lossAsymmetry
  case expectationGain, newsReach, grievanceGain, grievanceHalfLife, silentGrievance, wornGrievance
  case privateNeeds, publicNeeds, wornNeeds, wear, restoration, comeback, voiceBase, voiceEfficacy
  case voiceTrust, voiceAccess, voiceSalience, voiceHotline, voiceGrievance, secondThoughts, patience
  case selfHelp, signing, decisionEnergy, meetingEfficiency, attendBase, attendEfficacy, attendFatigue
  case meetingFatigue, actFatigue, fatigueHalfLife, joinBase, joinAsked, joinActiveTies
  case joinIdentification, joinPublicness, joinEfficacy, joinFatigue, occasionsHalf, registering
  case asksPerTie, identificationGain, newsIdentification, identificationHalfLife, opinionRate
  case confidence, meetingChance, tieGain, tieHalfLife, everydayMeetings, strangers, contactKnown
  case contactHalfLife, formalClosing, formalHalf, switchingCost, staffEffect, volunteerEffect
  case professionalEffect, practiceGain, forgetting, willingness, relationGain, relationHalfLife
  case founding, associationsHalf, associationFading, attendanceDrive, takingUp, conflictChance
  case conflictStart, conflictSpread, conflictCooling, mediation, bridging, silencing, resurfacing
  case collisionConflict, conflictGrievance, conflictEscalates, escalationThreshold, deterrence
  case visits, walkingHalf, voteBase, voteAge, voteMember, voteIdentification, voteTime, proxyVotes
  case readinessSpread, timeCost, renterReadiness

  public static let table: [Quantity] = [
    Quantity("trustHalfLife", 150, "weeks", 50...400, "assumption", "half-life of trust without experience"),
    Quantity(
      "efficacyHalfLife", 52, "weeks", 13...150, "assumption",
      "half-life of perceived efficacy and of expectation without experience"),
    Quantity(
      "trustBase", 0.45, "0–1", 0.2...0.7, "assumption",
      "trust and efficacy to which residents return without experience"),
    Quantity(
      "trustGain", 0.12, "share", 0.02...0.3, "assumption", "step of trust towards 1 after a matter solved"),
    Quantity(
      "efficacyGain", 0.15, "share", 0.02...0.4, "assumption", "step of perceived efficacy after success"),
    Quantity("lossAsymmetry", 2, "factor", 1...4, "assumption", "losses of trust and efficacy against gains"),
    Quantity("expectationGain", 0.05, "share", 0...0.3, "assumption", "step of expectation after success"),
    Quantity(
      "newsReach", 0.04, "share", 0...0.3, "assumption",
      "strength in everybody of news about one public matter of the neighbourhood"),
    Quantity(
      "grievanceGain", 0.25, "share", 0.05...0.6, "assumption", "step of grievance after a matter not solved"),
    Quantity("grievanceHalfLife", 26, "weeks", 8...104, "assumption", "half-life of grievance"),
    Quantity(
      "silentGrievance", 0.1, "share", 0...0.4, "assumption",
      "step of grievance when a need is given up unvoiced"),
    Quantity(
      "wornGrievance", 0.003, "share a week", 0...0.02, "assumption",
      "grievance from worn buildings and facilities"),
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
    Quantity("voiceBase", -2.4, "logit", -5...0, "assumption", "voice against silence, before all else"),
    Quantity("voiceEfficacy", 2, "logit", 0...5, "assumption", "weight of perceived efficacy"),
    Quantity("voiceTrust", 1.2, "logit", 0...4, "assumption", "weight of trust"),
    Quantity(
      "voiceAccess", 1, "logit", 0...3, "assumption",
      "weight of access: the committee known, a member known, ties"),
    Quantity("voiceSalience", 1, "logit", 0...3, "assumption", "weight of how pressing a need is"),
    Quantity(
      "voiceHotline", 0.25, "logit", -2...2, "assumption", "ease of the hotline against other channels"),
    Quantity("voiceGrievance", 2, "logit", 0...5, "assumption", "weight of grievance for the hotline"),
    Quantity(
      "secondThoughts", 6, "weeks", 2...20, "assumption", "mean wait before an unvoiced need is weighed again"
    ),
    Quantity("patience", 4, "times", 1...8, "assumption", "times a need is weighed before it is given up"),
    Quantity(
      "selfHelp", 0.5, "chance", 0...1, "assumption",
      "success of neighbours' help with eight ties, for an easy private need"),
    Quantity(
      "signing", 0.2, "share", 0.02...0.6, "assumption", "share of the concerned who sign, at full publicness"
    ),
    Quantity(
      "decisionEnergy", 1.1, "energy", 0.5...3, "assumption",
      "energy that deciding a plain matter takes (Cohen, March and Olsen: 1.1)"),
    Quantity(
      "meetingEfficiency", 0.6, "share", 0.3...0.9, "assumption",
      "effective share of energy spent in sittings (Cohen, March and Olsen: 0.6)"),
    Quantity("attendBase", -0.4, "logit", -2...2, "assumption", "attendance before all else"),
    Quantity(
      "attendEfficacy", 2, "logit", 0...4, "assumption", "weight of perceived efficacy for attendance"),
    Quantity("attendFatigue", 3, "logit", 0...6, "assumption", "weight of fatigue against attendance"),
    Quantity(
      "meetingFatigue", 0.12, "share", 0...0.4, "assumption",
      "step of fatigue after a sitting that decided nothing"),
    Quantity("actFatigue", 0.03, "share", 0...0.2, "assumption", "step of fatigue after an act of one's own"),
    Quantity("fatigueHalfLife", 10, "weeks", 4...20, "assumption", "half-life of fatigue"),
    Quantity(
      "joinBase", -7.05, "logit", (-9)...(-3), "assumption",
      "taking part in a week with an occasion, before all else"),
    Quantity("joinAsked", 1.4, "logit", 0...3, "assumption", "being asked by somebody known"),
    Quantity("joinActiveTies", 3, "logit", 0...6, "assumption", "weight of active ties (eight of them)"),
    Quantity("joinIdentification", 1.5, "logit", 0...4, "assumption", "weight of identification"),
    Quantity("joinPublicness", 1.5, "logit", 0...4, "assumption", "weight of publicness"),
    Quantity(
      "joinEfficacy", 1.5, "logit", 0...4, "assumption", "weight of perceived efficacy of acting together"),
    Quantity("joinFatigue", 2, "logit", 0...5, "assumption", "weight of fatigue"),
    Quantity(
      "occasionsHalf", 3, "occasions", 0.5...12, "assumption",
      "occasions at which half of the possible opportunity is there"),
    Quantity("registering", 0.3, "chance", 0...1, "assumption", "registering as a volunteer at an act"),
    Quantity("asksPerTie", 0.15, "chance", 0...0.5, "assumption", "asking each tie in the week after an act"),
    Quantity(
      "identificationGain", 0.08, "share", 0...0.2, "assumption",
      "step of identification and publicness after an act"),
    Quantity(
      "newsIdentification", 0.02, "share", 0...0.1, "assumption",
      "step of both in everybody, from news of a success"),
    Quantity(
      "identificationHalfLife", 150, "weeks", 50...400, "assumption",
      "half-life of identification and publicness"),
    Quantity(
      "opinionRate", 0.3, "share", 0...0.5, "assumption", "convergence of two who meet (Deffuant: at most ½)"),
    Quantity(
      "confidence", 0.3, "0–1", 0.05...1, "assumption",
      "largest distance of opinion at which people hear each other"),
    Quantity(
      "meetingChance", 0.5, "chance", 0...1, "assumption",
      "two who join the same thing get to know each other"),
    Quantity(
      "tieGain", 30, "strength", 5...80, "assumption", "strength that a meeting adds to a tie (0–255)"),
    Quantity(
      "tieHalfLife", 400, "weeks", 26...5000, "assumption",
      "half-life of a tie, net of the everyday contact that keeps it up"),
    Quantity(
      "everydayMeetings", 0.15, "per resident and quarter", 0...2, "assumption",
      "meetings of everyday life in the building group"),
    Quantity(
      "strangers", 0.015, "share", 0...0.5, "assumption", "part of those meetings that are with somebody new"),
    Quantity(
      "contactKnown", 0.5, "share", 0...2, "assumption",
      "share of contacts through which somebody gets to know the committee"),
    Quantity("contactHalfLife", 50, "weeks", 13...150, "assumption", "half-life of knowing the committee"),
    Quantity(
      "formalClosing", 0.12, "chance a week", 0...0.5, "assumption",
      "closing on paper under full upward weight and backlog"),
    Quantity("formalHalf", 2, "weeks", 0.5...8, "assumption", "backlog at which half of that is reached"),
    Quantity(
      "switchingCost", 0.1, "share", 0...1, "assumption",
      "working time that wholly cross-appointed people lose in changing between bodies"),
    Quantity("staffEffect", 0.6, "share", 0.2...0.9, "assumption", "part of a job that staff alone can do"),
    Quantity("volunteerEffect", 0.5, "share", 0.1...0.9, "assumption", "part that volunteers alone can do"),
    Quantity(
      "professionalEffect", 0.4, "share", 0...0.8, "assumption",
      "part that goes well by itself or by professionals"),
    Quantity("practiceGain", 0.02, "share", 0...0.1, "assumption", "skill gained by doing a job"),
    Quantity("forgetting", 0.01, "share a week", 0...0.05, "assumption", "skill lost by not doing"),
    Quantity(
      "willingness", 0.35, "chance", 0.05...1, "assumption", "an owner of the matter says yes when asked"),
    Quantity(
      "relationGain", 0.15, "share", 0.02...0.4, "assumption", "step of a unit's relation after joint success"
    ),
    Quantity("relationHalfLife", 104, "weeks", 26...260, "assumption", "half-life of a unit's relation"),
    Quantity("founding", 0.06, "chance", 0...0.3, "assumption", "founding a group, at full drive and room"),
    Quantity(
      "associationsHalf", 10, "per 10,000", 2...40, "assumption",
      "density of groups at which founding is half as likely"),
    Quantity(
      "associationFading", 0.03, "share a week", 0.005...0.08, "assumption",
      "drive a group loses without people coming"),
    Quantity("attendanceDrive", 0.02, "share", 0.002...0.1, "assumption", "drive that one visitor brings"),
    Quantity(
      "takingUp", 0.02, "chance a week", 0...0.1, "assumption",
      "a group with full drive takes up a waiting matter"),
    Quantity(
      "conflictChance", 0.5, "chance", 0...1, "assumption",
      "a decision against known interests opens a conflict"),
    Quantity(
      "conflictStart", 0.1, "share", 0.02...0.4, "assumption", "part of both sides drawn in at the start"),
    Quantity("conflictSpread", 0.08, "share a week", 0...0.3, "assumption", "spread of an open conflict"),
    Quantity(
      "conflictCooling", 0.06, "share a week", 0...0.2, "assumption", "cooling of a conflict by itself"),
    Quantity("mediation", 0.4, "chance a week", 0...1, "assumption", "success of mediation at full trust"),
    Quantity(
      "bridging", 0.1, "chance a week", 0...0.5, "assumption",
      "settlement by residents with ties to both sides"),
    Quantity(
      "silencing", 0.05, "chance a week", 0...0.3, "assumption",
      "an open conflict is silenced, per keeper of order"),
    Quantity(
      "resurfacing", 0.03, "chance a week", 0...0.2, "assumption", "a silenced conflict comes up again"),
    Quantity("collisionConflict", 0.3, "chance", 0...1, "assumption", "colliding projects open a conflict"),
    Quantity(
      "conflictGrievance", 0.08, "share", 0...0.3, "assumption", "weekly step of grievance of those drawn in"),
    Quantity(
      "conflictEscalates", 0.1, "chance a week", 0...0.5, "assumption",
      "those drawn in think of hotline or petition"),
    Quantity(
      "escalationThreshold", 0.15, "0–1", 0.02...0.5, "assumption",
      "net grievance above which one escalates (Epstein: 0.1)"),
    Quantity("deterrence", 2.3, "–", 0...5, "assumption", "constant of being held back (Epstein: 2.3)"),
    Quantity(
      "visits", 0.03, "per resident and week", 0...0.2, "assumption",
      "visits to a place next door open 60 hours"),
    Quantity("walkingHalf", 0.6, "km", 0.2...2, "assumption", "distance at which visits have fallen to half"),
    Quantity(
      "voteBase", -2.15, "logit", -5...0, "assumption", "voting in the committee's election, before all else"),
    Quantity("voteAge", 0.55, "logit", 0...1, "assumption", "per age band"),
    Quantity("voteMember", 0.6, "logit", 0...2, "assumption", "of Party members"),
    Quantity("voteIdentification", 1, "logit", 0...3, "assumption", "weight of identification"),
    Quantity("voteTime", 1, "logit", 0...3, "assumption", "weight of free time (40 hours)"),
    Quantity(
      "proxyVotes", 1.5, "share", 0...2, "assumption", "proxy votes reached per share of hours spent relaying"
    ),
    Quantity(
      "readinessSpread", 1, "logit", 0...3, "assumption",
      "standard deviation of residents' dispositions to take part"),
    Quantity(
      "timeCost", 1.2, "logit", 0...4, "row 59; value assumption",
      "loss of readiness of somebody without free time; none from 40 free hours a week on (row 59)"),
    Quantity(
      "renterReadiness", -0.6, "logit", (-1)...0, "row 58: odds 0.4–0.7; value assumption",
      "readiness of renters against owners (row 58: odds 0.4–0.7)"),
  ]
}
