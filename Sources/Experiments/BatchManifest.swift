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

  public struct Variant: Codable, Sendable, Equatable {
    public var name: String
    public var digest: String
  }

  public struct Machine: Codable, Sendable, Equatable {
    public var system: String
    public var architecture: String
    public var processors: Int
    public var memoryBytes: UInt64
  }

  public var tool = "cogov"
  public var version: String
  public var name: String
  public var title: String
  public var digest: String
  public var seed: UInt64
  public var replicates: Int
  /// The one run that was asked for, as `variant:replicate`; nil for all.
  public var only: String?
  public var places: Bool
  public var variants: [Variant]
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

  static let fileName = "manifest.json"

  /// Whether both are of one batch, whose parts fit together: everything but the number of replicates.
  func isSameBatch(as other: BatchManifest) -> Bool {
    version == other.version && digest == other.digest && seed == other.seed && places == other.places
      && only == other.only && variants == other.variants
  }

  var isFinished: Bool { status == .finished || status == .finishedWithFailures }

  /// Reads a manifest; nil where there is none that can be understood.
  public static func read(in folder: String) -> BatchManifest? {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(fileName)"),
      let manifest = try? JSONDecoder().decode(BatchManifest.self, from: data), manifest.tool == "cogov"
    else { return nil }
    return manifest
  }

  func write(in folder: String) throws(EnvironmentError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a manifest holds nothing that JSON has no form for")
    }
    try FileSink.replace("\(folder)/\(Self.fileName)", with: String(decoding: data, as: UTF8.self) + "\n")
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
