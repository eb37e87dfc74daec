/// What one run gives.
public struct RunResult: Sendable, Equatable {
  /// Values over all observed weeks, in the order of ``Measure/table``; NaN where a measure is undefined
  /// (a rate of nothing).
  public var measures: [Double]
  /// One row per ``Schedule/interval`` observed weeks, each over the weeks since the row before.
  public var series: [SeriesRow]
  /// One row per neighbourhood, over all observed weeks; empty unless asked for.
  public var places: [PlaceRow]
  /// What kinds of actors gave one another over all observed weeks; no row with amount 0.
  public var flows: [FlowRow]
  /// Hash of the final state of the world.
  public var fingerprint: Fingerprint

  public struct SeriesRow: Sendable, Equatable {
    /// The last week of the interval, counted from the start of observation (so the first row of a default
    /// run says 4).
    public var week: Int
    public var values: [Double]
  }

  public struct PlaceRow: Sendable, Equatable {
    public var place: String
    public var district: String
    public var subdistrict: String
    public var block: String
    /// Kilometres east and north of the city's origin.
    public var x: Double
    public var y: Double
    public var residents: Int
    /// Ids of the mechanisms that are in force there at some time in the observed weeks, in the order of the
    /// registry.
    public var mechanisms: [String] = []
    /// Values of ``Measure/table``; NaN for measures that have no meaning in a single neighbourhood.
    public var values: [Double]
  }

  public struct FlowRow: Sendable, Equatable {
    public var from: String
    public var to: String
    /// `money` (yuan), `time` (minutes) or `venue` (minutes).
    public var resource: String
    public var purpose: String
    public var amount: Int64
  }
}
