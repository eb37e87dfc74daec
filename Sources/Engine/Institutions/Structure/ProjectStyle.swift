/// How the groups of a neighbourhood go about projects.
public struct ProjectStyle: Sendable, Equatable {
  /// Chance that a decided matter is given to a team that has done others, and that a team goes on with another when
  /// a project is over, 0–1.
  public var repeated = 0.0
  /// Minutes of its members in which a team goes over what it has done.
  public var feedbackMinutes = 0
  /// Share of matters that groups choose by how pressing they are instead of in the order of their coming, 0–1.
  public var salient = 0.0
  /// Share of building groups in which a new project is made known, 0–1.
  public var promotion = 0.0
}
