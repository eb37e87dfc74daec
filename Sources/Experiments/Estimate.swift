import Engine
import Scenarios

/// About how long a batch takes and how much memory, before anything is computed.
public struct Estimate: Sendable, Equatable {
  /// Residents times weeks that are simulated, over all runs.
  public let residentWeeks: Double
  public let runs: Int
  /// Seconds, rough: real machines differ by a factor of three.
  public let seconds: Double
  /// Bytes that the largest run needs with the program around it, generous.
  public let memoryOfOne: Int

  /// Resident-weeks of each run, the longest first.
  private let work: [Double]

  /// Resident-weeks that one core of an ordinary machine does per second.
  static let speed = 25e6
  /// Bytes for the program, and for each resident, alone and where states are saved: a third or more above what
  /// was measured.
  static let memory = (base: 256 << 20, perResident: 200, withStates: 600)

  public init(_ batch: Batch) {
    var work: [Double] = []
    var largest = 0
    let histories = batch.histories
    for id in batch.runs(of: batch.plan, histories) {
      let setting = batch.experiment.variants[id.variant].scenario.setting
      work.append(Double(setting.city.residents) * Double(setting.schedule.total))
      largest = max(largest, setting.city.residents)
    }
    runs = work.count
    // What variants have in common is simulated once.
    let settings = batch.experiment.variants.map(\.scenario.setting.schedule.total)
    let shared = Double(histories.reduce(0) { $0 + $1.weeks() }) / Double(max(1, settings.reduce(0, +)))
    residentWeeks = work.reduce(0, +) * (batch.only == nil ? shared : 1)
    // A run is computed by one thread, so the longest one is the least it can take.
    seconds = max(residentWeeks / Double(max(1, min(batch.threads, runs))), work.max() ?? 0) / Self.speed
    let savesStates =
      batch.checkpointEvery != nil || batch.keepsStates || histories.contains { !$0.branches.isEmpty }
    memoryOfOne =
      Self.memory.base + (savesStates ? Self.memory.withStates : Self.memory.perResident) * largest
    self.work = work.sorted(by: >)
  }

  /// Seconds of one core for the longest run.
  public var longestRun: Double { (work.first ?? 0) / Self.speed }

  /// How many of the tasks asked for are worth their start: none shorter than `shortest` seconds on average,
  /// none without a run.
  public func worthwhileTasks(of asked: Int, shortest: Double) -> Int {
    let long = shortest > 0 ? residentWeeks / Self.speed / shortest : .infinity
    return max(1, Int(min(Double(min(asked, runs)), long)))
  }

  /// Seconds of one core for a task's share of the runs, if the longest of all runs fell to it.
  public func longestTask(of tasks: Int) -> Double {
    work.prefix((runs + tasks - 1) / max(1, tasks)).reduce(0, +) / Self.speed
  }
}
