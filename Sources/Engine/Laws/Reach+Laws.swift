// A law that works through another says so. The other law has a reach of its own: what it may do is open to those who
// use it only through what it offers.

protocol UsesActivities: Law {}

extension Reach where L: UsesActivities {
  var activityLaw: Reach<Activities> {
    @inline(__always) _read { yield Reach<Activities>(world) }
    @inline(__always) _modify {
      var other = Reach<Activities>(world)
      yield &other
    }
  }
}

protocol UsesAgenda: Law {}

extension Reach where L: UsesAgenda {
  var agenda: Reach<Agenda> {
    @inline(__always) _read { yield Reach<Agenda>(world) }
    @inline(__always) _modify {
      var other = Reach<Agenda>(world)
      yield &other
    }
  }
}

protocol UsesAssociations: Law {}

extension Reach where L: UsesAssociations {
  var associations: Reach<Associations> {
    @inline(__always) _read { yield Reach<Associations>(world) }
    @inline(__always) _modify {
      var other = Reach<Associations>(world)
      yield &other
    }
  }
}

protocol UsesAttendance: Law {}

extension Reach where L: UsesAttendance {
  var attendance: Reach<Attendance> {
    @inline(__always) _read { yield Reach<Attendance>(world) }
    @inline(__always) _modify {
      var other = Reach<Attendance>(world)
      yield &other
    }
  }
}

protocol UsesClosing: Law {}

extension Reach where L: UsesClosing {
  var closing: Reach<Closing> {
    @inline(__always) _read { yield Reach<Closing>(world) }
    @inline(__always) _modify {
      var other = Reach<Closing>(world)
      yield &other
    }
  }
}

protocol UsesContest: Law {}

extension Reach where L: UsesContest {
  var contest: Reach<Contest> {
    @inline(__always) _read { yield Reach<Contest>(world) }
    @inline(__always) _modify {
      var other = Reach<Contest>(world)
      yield &other
    }
  }
}

protocol UsesContracts: Law {}

extension Reach where L: UsesContracts {
  var contracts: Reach<Contracts> {
    @inline(__always) _read { yield Reach<Contracts>(world) }
    @inline(__always) _modify {
      var other = Reach<Contracts>(world)
      yield &other
    }
  }
}

protocol UsesEscalation: Law {}

extension Reach where L: UsesEscalation {
  var escalation: Reach<Escalation> {
    @inline(__always) _read { yield Reach<Escalation>(world) }
    @inline(__always) _modify {
      var other = Reach<Escalation>(world)
      yield &other
    }
  }
}

protocol UsesHearings: Law {}

extension Reach where L: UsesHearings {
  var hearings: Reach<Hearings> {
    @inline(__always) _read { yield Reach<Hearings>(world) }
    @inline(__always) _modify {
      var other = Reach<Hearings>(world)
      yield &other
    }
  }
}

protocol UsesHomeVisiting: Law {}

extension Reach where L: UsesHomeVisiting {
  var homeVisiting: Reach<HomeVisiting> {
    @inline(__always) _read { yield Reach<HomeVisiting>(world) }
    @inline(__always) _modify {
      var other = Reach<HomeVisiting>(world)
      yield &other
    }
  }
}

protocol UsesIdentification: Law {}

extension Reach where L: UsesIdentification {
  var identification: Reach<Identification> {
    @inline(__always) _read { yield Reach<Identification>(world) }
    @inline(__always) _modify {
      var other = Reach<Identification>(world)
      yield &other
    }
  }
}

protocol UsesJointRounds: Law {}

extension Reach where L: UsesJointRounds {
  var jointRounds: Reach<JointRounds> {
    @inline(__always) _read { yield Reach<JointRounds>(world) }
    @inline(__always) _modify {
      var other = Reach<JointRounds>(world)
      yield &other
    }
  }
}

protocol UsesLending: Law {}

extension Reach where L: UsesLending {
  var lending: Reach<Lending> {
    @inline(__always) _read { yield Reach<Lending>(world) }
    @inline(__always) _modify {
      var other = Reach<Lending>(world)
      yield &other
    }
  }
}

protocol UsesOnlineUse: Law {}

extension Reach where L: UsesOnlineUse {
  var onlineUse: Reach<OnlineUse> {
    @inline(__always) _read { yield Reach<OnlineUse>(world) }
    @inline(__always) _modify {
      var other = Reach<OnlineUse>(world)
      yield &other
    }
  }
}

protocol UsesParticipation: Law {}

extension Reach where L: UsesParticipation {
  var participation: Reach<Participation> {
    @inline(__always) _read { yield Reach<Participation>(world) }
    @inline(__always) _modify {
      var other = Reach<Participation>(world)
      yield &other
    }
  }
}

protocol UsesPromises: Law {}

extension Reach where L: UsesPromises {
  var promises: Reach<Promises> {
    @inline(__always) _read { yield Reach<Promises>(world) }
    @inline(__always) _modify {
      var other = Reach<Promises>(world)
      yield &other
    }
  }
}

protocol UsesPurses: Law {}

extension Reach where L: UsesPurses {
  var purses: Reach<Purses> {
    @inline(__always) _read { yield Reach<Purses>(world) }
    @inline(__always) _modify {
      var other = Reach<Purses>(world)
      yield &other
    }
  }
}

protocol UsesRegistration: Law {}

extension Reach where L: UsesRegistration {
  var registration: Reach<Registration> {
    @inline(__always) _read { yield Reach<Registration>(world) }
    @inline(__always) _modify {
      var other = Reach<Registration>(world)
      yield &other
    }
  }
}

protocol UsesRenown: Law {}

extension Reach where L: UsesRenown {
  var renown: Reach<Renown> {
    @inline(__always) _read { yield Reach<Renown>(world) }
    @inline(__always) _modify {
      var other = Reach<Renown>(world)
      yield &other
    }
  }
}

protocol UsesTeams: Law {}

extension Reach where L: UsesTeams {
  var teams: Reach<Teams> {
    @inline(__always) _read { yield Reach<Teams>(world) }
    @inline(__always) _modify {
      var other = Reach<Teams>(world)
      yield &other
    }
  }
}

protocol UsesTrust: Law {}

extension Reach where L: UsesTrust {
  var trust: Reach<Trust> {
    @inline(__always) _read { yield Reach<Trust>(world) }
    @inline(__always) _modify {
      var other = Reach<Trust>(world)
      yield &other
    }
  }
}

protocol UsesUnitRelations: Law {}

extension Reach where L: UsesUnitRelations {
  var unitRelations: Reach<UnitRelations> {
    @inline(__always) _read { yield Reach<UnitRelations>(world) }
    @inline(__always) _modify {
      var other = Reach<UnitRelations>(world)
      yield &other
    }
  }
}

protocol UsesWishes: Law {}

extension Reach where L: UsesWishes {
  var wishes: Reach<Wishes> {
    @inline(__always) _read { yield Reach<Wishes>(world) }
    @inline(__always) _modify {
      var other = Reach<Wishes>(world)
      yield &other
    }
  }
}

protocol UsesCoproduction: Law {}

extension Reach where L: UsesCoproduction {
  var coproduction: Reach<Coproduction> {
    @inline(__always) _read { yield Reach<Coproduction>(world) }
    @inline(__always) _modify {
      var other = Reach<Coproduction>(world)
      yield &other
    }
  }
}

protocol UsesNarrative: Law {}

extension Reach where L: UsesNarrative {
  var narrative: Reach<Narrative> {
    @inline(__always) _read { yield Reach<Narrative>(world) }
    @inline(__always) _modify {
      var other = Reach<Narrative>(world)
      yield &other
    }
  }
}
