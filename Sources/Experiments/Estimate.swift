import Engine
import Scenarios

/// About how long a batch takes, before anything is computed.
public struct Estimate: Sendable, Equatable {
  /// Residents times weeks that are simulated, over all runs.
  public let residentWeeks: Double
  public let runs: Int
  /// Seconds, rough: real machines differ by a factor of three.
  public let seconds: Double

  /// Resident-weeks that one core of an ordinary machine does per second.
  static let speed = 25e6

  public init(_ batch: Batch) {
    var work: [Double] = []
    let histories = batch.histories
    for id in batch.runs(of: batch.plan, histories) {
      let setting = batch.experiment.variants[id.variant].scenario.setting
      work.append(Double(setting.city.residents) * Double(setting.schedule.total))
    }
    runs = work.count
    // What variants have in common is simulated once.
    let settings = batch.experiment.variants.map(\.scenario.setting.schedule.total)
    let shared = Double(histories.reduce(0) { $0 + $1.weeks() }) / Double(max(1, settings.reduce(0, +)))
    residentWeeks = work.reduce(0, +) * (batch.only == nil ? shared : 1)
    // A run is computed by one thread, so the longest one is the least it can take.
    seconds = max(residentWeeks / Double(max(1, min(batch.threads, runs))), work.max() ?? 0) / Self.speed
  }
}
