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
}
