import Foundation

/// `manifest.json`: how a folder of results came to be. The only file of results that may differ from one
/// execution to the next.
public struct Manifest: Sendable, Equatable, Codable {
  /// Version of the program.
  public var version: String
  /// Name of the scenario or experiment.
  public var name: String
  /// Digest of the scenario or experiment.
  public var digest: String
  public var seed: UInt64
  /// Processor, system, number of cores: free text.
  public var machine: String
  public var threads: Int
  /// When work began, in whole seconds.
  public var start: Date
  /// When it ended, in whole seconds; nil while it goes on.
  public var end: Date?
  public var status: Status
  /// Files of the folder, sorted.
  public var files: [String]

  public enum Status: String, Sendable, Codable, CaseIterable {
    case running, done, failed, stopped
  }

  /// Times are cut to whole seconds, because the file keeps no more.
  public init(
    version: String, name: String, digest: String, seed: UInt64, machine: String, threads: Int, start: Date,
    end: Date? = nil, status: Status, files: [String] = []
  ) {
    self.version = version
    self.name = name
    self.digest = digest
    self.seed = seed
    self.machine = machine
    self.threads = threads
    self.start = Self.wholeSeconds(start)
    self.end = end.map(Self.wholeSeconds)
    self.status = status
    self.files = files.sorted()
  }

  private static func wholeSeconds(_ date: Date) -> Date {
    Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
  }

  /// The document, with sorted keys.
  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// Reads a document back.
  /// - Throws: `DecodingError` where it is not a manifest.
  public init(text: String) throws {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    self = try decoder.decode(Manifest.self, from: Data(text.utf8))
  }
}
