/// When a batch has enough replicates: as soon as intervals are narrow enough.
public struct PrecisionRule: Codable, Sendable, Equatable {
  public struct Target: Codable, Sendable, Equatable {
    /// Id of a measure.
    public var measure: String
    /// The largest half-width of its interval, in the unit of the measure.
    public var halfWidth: Double

    public init(measure: String, halfWidth: Double) {
      self.measure = measure
      self.halfWidth = halfWidth
    }
  }

  /// In the order of the table of measures, at least one.
  public var targets: [Target]
  /// Confidence of the intervals, between 0 and 1.
  public var confidence: Double
  /// Replicates at which the batch ends in any case.
  public var maximum: Int

  public static let defaultConfidence = 0.95
  public static let defaultMaximum = 1000

  public init(
    targets: [Target], confidence: Double = Self.defaultConfidence, maximum: Int = Self.defaultMaximum
  ) {
    self.targets = targets
    self.confidence = confidence
    self.maximum = maximum
  }
}
