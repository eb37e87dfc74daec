/// A way to reach the residents' committee without going there.
public struct OnlineChannel: Sendable, Equatable {
  public enum Answerer: String, OptionChoice { case committee, volunteers, nobody }
  /// Share of residents under 50, of 50 to 59, and of 60 and over who use it, 0–1.
  public var reach: [Double]
  /// Part of the effort of voicing that it saves, 0–1.
  public var ease: Double
  /// How much further news of public matters goes, as a share of its usual reach.
  public var news: Double
  public var answeredBy: Answerer
  /// Minutes that answering a post takes.
  public var minutes: Int
}

/// Messages that a body sends into its neighbourhood.
public struct Message: Sendable, Equatable {
  public enum Sender: String, OptionChoice { case core, committee, groups }
  public enum Audience: String, OptionChoice { case all, members, young }
  public var perYear: Double
  public var sender: Sender
  public var audience: Audience
  /// Share of the audience that gets to see one, 0–1.
  public var reach: Double
  /// Where it stands on the scale of opinion, 0–1.
  public var position: Double
  /// How near it is brought to the view of whoever sees it, 0–1.
  public var translated: Double
  /// Minutes that making one takes.
  public var minutes: Int
}
