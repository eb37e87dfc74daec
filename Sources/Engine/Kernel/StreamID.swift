/// Every decision that draws, numbered for ever: a number is never reused.
public enum StreamID: UInt32, Sendable, CaseIterable {
  // 1…39: the world at week 0.
  case placement = 1
  case neighbourhoodSize = 2
  case neighbourhoodKind = 3
  case communityWorkers = 4
  case ownersCommittee = 5
  case origin = 6
  case age = 7
  case occupation = 8
  case tenure = 9
  case freeHours = 10
  case readiness = 11
  case membership = 12
  case membershipAtWork = 13
  case skill = 14
  case workplace = 15
  case initialState = 16
  case unitNumber = 17
  case unitKind = 18
  case unitSize = 19
  case unitResources = 20
  case unitOrganised = 21
  case unitRelation = 22
  case sociability = 23
  case neighbourTies = 24
  case workTies = 25
  case farTies = 26
  case candidates = 27
  case unitSeats = 28
  case riskAversion = 29
  case placeShare = 30

  // 40…: the weeks.
  case needCount = 40
  case needProfile = 41
  case voice = 42
  case handover = 43
  case attendance = 44
  case discovery = 45
  case veto = 46
  case opposition = 47
  case silencing = 48
  case mediation = 49
  case involved = 50
  case conflictEscalation = 51
  case comeback = 52
  case search = 53
  case projectSpace = 54
  case participation = 55
  case joining = 56
  case asking = 57
  case tasks = 58
  case formalClosing = 59
  case serviceOutcome = 60
  case projectOutcome = 61
  case collision = 62
  case founding = 63
  case takingUp = 64
  case meeting = 65
  case everydayTies = 66
  case visiting = 67
  case voting = 68

  // 94…99: visits, channels, messages, groups' projects and rounds.
  case homeVisiting = 94
  case onlineUse = 95
  case messageHearing = 96
  case repeatedProject = 97
  case promotion = 98
  case jointRound = 99
}
