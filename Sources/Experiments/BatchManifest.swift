import Engine
import Foundation

/// The record of one execution: `manifest.json`, the only file that may differ between two executions of the
/// same batch.
public struct BatchManifest: Codable, Sendable, Equatable {
  public enum Status: String, Codable, Sendable {
    /// Being computed, or ended without a word: the process was killed.
    case running
    /// Stopped by a signal or an error; the same command goes on.
    case stopped
    /// All runs are in the tables.
    case finished
    /// All runs were tried; `failures.csv` has those that failed.
    case finishedWithFailures
  }

  public struct Machine: Codable, Sendable, Equatable {
    public var system: String
    public var architecture: String
    public var processors: Int
    public var memoryBytes: UInt64
  }

  public var tool = "cogov"
  public var plan: Plan
  /// Hash of the plan, by which a changed file is known.
  public var checksum: String
  /// The share of the plan that this execution computes; nil for all of it.
  public var shard: Shard?
  /// The command that makes the same batch again, with all that was changed from outside; nil where nobody typed one.
  public var command: String?
  /// The command that computes the first run of the baseline alone, onto standard output; nil where nobody typed one, and
  /// in manifests of older versions.
  public var commandOfOneRun: String?
  /// Scenario and experiment files that were read.
  public var files: [String]
  public var status: Status
  public var runs: Int
  public var finished: Int
  public var failed: Int
  public var threads: Int
  public var machine: Machine
  public var started: String
  public var ended: String?
  /// Every table by its file's name; nil until they are written.
  var tables: [String: WrittenTable]?

  static let fileName = "manifest.json"

  init(
    plan: Plan, shard: Shard? = nil, command: String? = nil, files: [String], status: Status, runs: Int,
    finished: Int = 0,
    failed: Int = 0, threads: Int
  ) {
    self.plan = plan
    checksum = Self.checksum(of: plan)
    self.shard = shard
    self.command = command
    self.files = files
    self.status = status
    self.runs = runs
    self.finished = finished
    self.failed = failed
    self.threads = threads
    machine = Self.thisMachine()
    started = Self.now()
  }

  var isFinished: Bool { status == .finished || status == .finishedWithFailures }

  static func checksum(of plan: Plan) -> String {
    Envelope.checksum(ArraySlice(encoded(plan))).description
  }

  private static func encoded(_ value: some Encodable) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("a manifest holds nothing that JSON has no form for")
    }
    return data
  }

  func write(in folder: String) throws(EnvironmentError) {
    let path = shard.map { "\(PartStore.shardsFolder)/\($0.fileName).json" } ?? Self.fileName
    try FileSink.replace("\(folder)/\(path)", with: Array(Self.encoded(self)) + [UInt8(ascii: "\n")])
  }

  static func now() -> String { Date().formatted(.iso8601) }

  static func thisMachine() -> Machine {
    let process = ProcessInfo.processInfo
    #if arch(x86_64)
      let architecture = "x86-64"
    #elseif arch(arm64)
      let architecture = "arm64"
    #else
      let architecture = "other"
    #endif
    return Machine(
      system: process.operatingSystemVersionString, architecture: architecture,
      processors: process.activeProcessorCount, memoryBytes: process.physicalMemory)
  }
}
