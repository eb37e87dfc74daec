extension Measure {
  /// All measures, in the order of the columns: the two composites, the components of vitality, those of order, then the rest.
  public static let table: [Measure] = [
    Measure(
      "vitality", "0–100",
      "composite of participation, breadth, initiative, groups, own resources and public issues",
      touchedBy: [
        "autonomyFund", "bottomUpAgenda", "partTimeMembers", "doubleRegistration", "pairing",
        "towerPartyBuilding", "unitCoverage", "communityFund", "sustainableLoop",
        "businessAlliance", "professionalSupport", "projectLeadership",
      ]
    ) {
      r in r.composite(r.weights.vitality)
    },
    Measure(
      "order", "0–100",
      "composite of responsiveness, conflicts, grievance, escalations, coordination and rules kept",
      touchedBy: ["steeringStyle", "platformDivision", "businessAlliance"]
    ) { r in r.composite(r.weights.order) },
    Measure("participation_quarter", "share", "adults who took part in a public act in the last 13 weeks") {
      r in r.ratio(r.state[.activeQuarter], r.state[.adults])
    },
    Measure(
      "breadth", "0–1",
      "likeness of those active within a year to all adults over age × occupation × tenure × origin: one minus the index of dissimilarity"
    ) { r in r.breadth },
    Measure(
      "initiative", "share", "public issues and projects begun by residents or social organisations",
      touchedBy: ["bottomUpAgenda", "projectLeadership"]
    ) { r in
      r.ratio(r[.publicIssuesFromBelow] + r[.projectsFromBelow], r[.publicIssues] + r[.projectsStarted])
    },
    Measure("associations_per_10k", "per 10,000", "living self-organised groups") { r in
      r.ratio(r.state[.associations] * 10_000, r.state[.residents])
    },
    Measure(
      "own_resources", "share",
      "of what goes into solving public matters, the part that is not government money or staff",
      touchedBy: [
        "autonomyFund", "partTimeMembers", "doubleRegistration", "pairing", "towerPartyBuilding",
        "unitCoverage",
        "communityFund", "sustainableLoop", "businessAlliance",
        "professionalSupport",
      ]
    ) { r in r.ownShare },
    Measure(
      "public_issues_per_1k", "per 1,000 residents and year", "public issues from below",
      touchedBy: ["bottomUpAgenda", "projectLeadership"]
    ) { r in r.ratio(r[.publicIssuesFromBelow] * 1_000, r.years) },
    Measure("responsiveness", "share", "registered demands truly resolved within 13 weeks") { r in
      r.ratio(r[.resolved13], r[.closed])
    },
    Measure("conflicts_per_10k", "per 10,000", "open conflicts", touchedBy: ["steeringStyle"]) { r in
      r.ratio(r[.conflictWeeks] * 10_000, r[.residentWeeks])
    },
    Measure("grievance", "0–1", "mean over residents") { r in r.mean(r.state[.grievance]) },
    Measure("escalations_per_resident_year", "per head", "hotline and petition") { r in
      r.ratio(r[.hotline] + r[.escalations], r.years)
    },
    Measure(
      "coordination", "share", "effort not lost to duplicated or colliding meetings and projects",
      touchedBy: ["platformDivision"]
    ) { r in 1 - r.ratio(r[.effortLost], r[.effort] + r[.effortLost]) },
    Measure(
      "rules_kept", "share", "public money spent as decided and promises kept, mean of both",
      touchedBy: ["businessAlliance"]
    ) { r in
      (r.ratio(r[.publicSpentAsDecided], r[.publicSpent]) + r.ratio(r[.promisesKept], r[.promises])) / 2
    },
    Measure("participation_year", "share", "adults who took part in a public act in the last 52 weeks") { r in
      r.ratio(r.state[.activeYear], r.state[.adults])
    },
    Measure("association_survival", "share", "groups alive a year after their founding") { r in
      r.ratio(r[.associationsAliveAYear], r[.associationsDueAYear])
    },
    Measure(
      "public_issues_cv", "–",
      "unsteadiness of the flow of public issues from below: standard deviation over mean of the intervals",
      touchedBy: ["bottomUpAgenda", "projectLeadership"]
    ),
    Measure("weeks_to_resolution", "weeks", "median time of truly resolved demands from registration") { r in
      r.medianWeeks
    },
    Measure("responsiveness_26", "share", "registered demands truly resolved within 26 weeks") { r in
      r.ratio(r[.resolved26], r[.closed])
    },
    Measure("responsiveness_52", "share", "registered demands truly resolved within 52 weeks") { r in
      r.ratio(r[.resolved52], r[.closed])
    },
    Measure(
      "responsiveness_service", "share",
      "of private demands that need no professional, resolved within 13 weeks"
    ) { r in r.ratio(r[.resolved13Service], r[.closedService]) },
    Measure(
      "responsiveness_technical", "share", "of demands that need a professional, resolved within 13 weeks"
    ) { r in r.ratio(r[.resolved13Technical], r[.closedTechnical]) },
    Measure(
      "responsiveness_public", "share",
      "of public matters that need no professional, resolved within 13 weeks"
    ) { r in r.ratio(r[.resolved13Public], r[.closedPublic]) },
    Measure(
      "conflicts_per_decision", "per decided matter", "conflicts opened per decided public matter",
      touchedBy: ["steeringStyle"]
    ) {
      r in r.ratio(r[.conflictsOpened], r[.decided])
    },
    Measure("conflict_weeks", "weeks", "mean length of conflicts that ended") { r in
      r.ratio(r[.conflictLengths], r[.conflictsClosed])
    },
    Measure(
      "completion_reported", "share", "registered demands handled according to the reports upwards",
      touchedBy: ["visits"]
    ) {
      r in r.ratio(r[.reportedDone], r[.closed])
    },
    Measure("completion_true", "share", "registered demands truly resolved") { r in
      r.ratio(r[.resolved], r[.closed])
    },
    Measure(
      "meetings", "per neighbourhood and year", "sittings held",
      touchedBy: [
        "jointConference", "communityCommittee", "oneCoreOneStationTwoCommittees", "promotionAssociation",
        "functionalZonePlatform", "threeAlliances", "residentsCouncils", "laneCommittees", "newVillagers",
        "reformPolicy",
      ]
    ) { r in r.ratio(r[.meetings] * 52, r.weeks * r.neighbourhoods) },
    Measure(
      "idle_meetings", "share", "sittings with no matter before them",
      touchedBy: [
        "oneCoreOneStationTwoCommittees", "platformDivision", "jointConference", "communityCommittee",
        "promotionAssociation", "functionalZonePlatform", "threeAlliances", "residentsCouncils",
        "laneCommittees", "newVillagers", "reformPolicy", "deliberation",
      ]
    ) { r in r.ratio(r[.idleMeetings], r[.meetings]) },
    Measure(
      "coverage_paper", "share", "units and adults with a Party or other organisation",
      touchedBy: ["unitCoverage"]
    ) { r in
      r.ratio(r.state[.covered], r.state[.coverable])
    },
    Measure(
      "coverage_active", "share", "units and adults with an active one", touchedBy: ["unitCoverage"]
    ) { r in
      r.ratio(r.state[.coveredActive], r.state[.coverable])
    },
    Measure("turnout_official", "share", "committee election as reported", touchedBy: ["steeringStyle"]) {
      r in r.ratio(r[.votesOfficial], r[.voters])
    },
    Measure("turnout_true", "share", "adults who voted themselves") { r in r.ratio(r[.votesTrue], r[.voters])
    },
    Measure(
      "administrative_share", "share", "of the residents' committee's hours",
      touchedBy: [
        "oneCoreOneStationTwoCommittees", "communityWorkers", "centreIntegration", "gridStaffing",
      ]
    ) { r in r.ratio(r[.committeeAdministrativeMinutes], r[.committeeMinutes]) },
    Measure(
      "tasks_done", "share",
      "administrative tasks taken in that were truly done; the rest fell overdue and was reported as done"
    ) { r in r.ratio(r[.tasksDone], r[.tasksDone] + r[.tasksFormal]) },
    Measure(
      "committee_standing", "0–1", "share who know the residents' committee times trust in it",
      touchedBy: ["visits"]
    ) { r in
      r.mean(r.state[.standing])
    },
    Measure("identification", "0–1", "mean over residents") { r in r.mean(r.state[.identification]) },
    Measure("publicness", "0–1", "mean over residents") { r in r.mean(r.state[.publicness]) },
    Measure("trust_committee", "0–1", "mean trust in the residents' committee") { r in
      r.mean(r.state[.trustCommittee])
    },
    Measure("trust_core", "0–1", "mean trust in Party units") { r in r.mean(r.state[.trustCore]) },
    Measure("fatigue_representatives", "0–1", "mean over representatives") { r in
      r.ratio(r.state[.fatigue], r.state[.representatives])
    },
    Measure("ties_per_resident", "count", "ties of a resident") { r in r.mean(r.state[.ties]) },
    Measure("ties_across", "share", "ties that leave the building group") { r in
      r.ratio(r.state[.tiesAcross], r.state[.ties])
    },
    Measure(
      "centre_visits_per_head", "per year", "visits to hubs and centres",
      touchedBy: ["blockHub", "serviceCentres", "parkHub", "towerPartyBuilding", "sustainableLoop"]
    ) {
      r in r.ratio(r[.visits], r.years)
    },
    Measure("centre_users_60plus", "share", "visitors of 60 and above") { r in
      r.ratio(r[.visitors60plus], r[.visits])
    },
    Measure("matched_share", "share", "offers of units that met a need") { r in
      r.ratio(r[.offersMatched], r[.offers])
    },
    Measure(
      "cost_per_resolved", "yuan",
      "spent by all on public matters and bought work, per demand truly resolved",
      touchedBy: ["servicePurchase", "professionalSupport"]
    ) { r in
      r.ratio(r[.spentYuan], r[.resolved])
    },
    Measure(
      "hours_per_resolved", "hours", "of all actors, per demand truly resolved", touchedBy: ["jointDuty"]
    ) { r in
      r.ratio((r[.spentMinutes] + r[.ownMinutes] + r[.meetingMinutes]) / 60, r[.resolved])
    },
    Measure("binding_money", "share", "of public matters held up, held up by a lack of money") { r in
      r.binding(.waitMoney)
    },
    Measure("binding_staff", "share", "of public matters held up, held up by a lack of staff") { r in
      r.binding(.waitStaff)
    },
    Measure("binding_energy", "share", "of public matters held up, held up by a lack of energy for decisions")
    { r in r.binding(.waitEnergy) },
    Measure("binding_volunteers", "share", "of public matters held up, held up by a lack of volunteers") {
      r in r.binding(.waitVolunteers)
    },
    Measure("binding_professionals", "share", "of public matters held up, held up by a lack of professionals")
    { r in r.binding(.waitProfessionals) },
    Measure("binding_space", "share", "of public matters held up, held up by a lack of space") { r in
      r.binding(.waitSpace)
    },
    Measure("turnout_18_29", "share", "adults of 18–29 who voted themselves (P1)") { r in
      r.ratio(r[.votes18], r[.voters18])
    },
    Measure("turnout_50_59", "share", "adults of 50–59 who voted themselves (P1)") { r in
      r.ratio(r[.votes50], r[.voters50])
    },
    Measure("turnout_70_plus", "share", "adults of 70 and above who voted themselves (P1)") { r in
      r.ratio(r[.votes70], r[.voters70])
    },
    Measure("turnout_members", "share", "Party members who voted themselves (P2)") { r in
      r.ratio(r[.votesMembers], r[.votersMembers])
    },
    Measure("turnout_others", "share", "adults who are not members who voted themselves (P2)") { r in
      r.ratio(r[.votesTrue] - r[.votesMembers], r[.voters] - r[.votersMembers])
    },
    Measure("core", "share", "adults who took part within the last four weeks: the standing core (P4)") { r in
      r.ratio(r.state[.core], r.state[.adults])
    },
    Measure("core_hours", "share", "of residents' hours in public acts, given by the standing core (P4)") {
      r in r.ratio(r[.coreMinutes], r[.actMinutes])
    },
    Measure("volunteers", "share", "adults registered as volunteers (P4)") { r in
      r.ratio(r.state[.volunteers], r.state[.adults])
    },
    Measure("volunteers_active", "share", "registered volunteers who took part within the last 26 weeks (P4)")
    {
      r in r.ratio(r.state[.volunteersActive], r.state[.volunteers])
    },
    Measure("contact_daily", "share", "adults with daily contact to some neighbour, at the end (P5)"),
    Measure("contact_weekly", "share", "adults with weekly contact at most, at the end (P5)"),
    Measure("contact_occasional", "share", "adults with rarer contact at most, at the end (P5)"),
    Measure("contact_never", "share", "adults without contact to neighbours, at the end (P5)"),
    Measure("vo_correlation_places", "–", "correlation of vitality and order over neighbourhoods"),
    Measure("vo_correlation_time", "–", "correlation of vitality and order over the intervals"),
  ]

  /// The place of a measure in the table.
  static func index(_ id: String) -> Int {
    guard let index = table.firstIndex(where: { $0.id == id }) else {
      preconditionFailure("no measure \(id)")
    }
    return index
  }
}
