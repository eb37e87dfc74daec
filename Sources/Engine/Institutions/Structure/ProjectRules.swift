/// How decisions are carried out in a neighbourhood.
public struct ProjectRules: Sendable, Equatable {
  /// Minutes of the residents' committee that each project has in a week from an owner of its own.
  public var ownerMinutes = 0
  /// Part of these that goes into chasing what is missing; the rest is work on the project itself.
  public var followUp = 0.0
  /// The time a project has, as a multiple of the usual.
  public var deadline = 1.0
}
