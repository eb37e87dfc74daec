import Analysis
import Engine

/// What counts as a public resource and what as residents' own, wherever variants are compared at equal resources.
extension FlowTable.Flow {
  private static let treasury = String(describing: ActorKind.treasury)
  private static let nature = String(describing: ActorKind.nature)
  private static let residents = String(describing: ActorKind.residents)
  private static let doneWork = String(describing: ActorKind.doneWork)
  /// Those that are given no public time and rooms: what they have is their own.
  private static let own = Set(
    [ActorKind.residents, .units, .propertyCompany, .market].map { String(describing: $0) })

  /// Yuan that the treasury pays.
  var isPublicMoney: Bool { from == Self.treasury && resource == "money" }
  /// Minutes of staff and professionals, used or not.
  var isPublicTime: Bool { isPublic && resource == "time" }
  /// Room-minutes of bodies, used or not.
  var isPublicRoom: Bool { isPublic && resource == "venue" }
  /// Minutes that residents give, members of all bodies among them.
  var isResidentsWork: Bool { from == Self.residents && to == Self.doneWork && resource == "time" }
  /// Minutes that residents owe and give to bodies, as members of the Party do.
  var isOwedTime: Bool { from == Self.residents && resource == "time" && purpose == "contribution" }

  private var isPublic: Bool { from == Self.nature && !Self.own.contains(to) }
}
