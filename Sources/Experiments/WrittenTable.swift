import Engine
import Foundation

/// A table as a batch wrote it, by which one that has gone or was changed is known.
struct WrittenTable: Codable, Sendable, Equatable {
  private static let block = 1 << 20

  var bytes: Int
  var checksum: String

  /// Reads a table to its end; nil where it cannot be read.
  init?(path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    var hash = Fingerprint()
    bytes = 0
    while let block = try? file.read(upToCount: Self.block), !block.isEmpty {
      hash.combine(Envelope.checksum(ArraySlice(block)).value)
      bytes += block.count
    }
    checksum = hash.description
  }

  /// Whether a file has this table's size, which is known without reading it.
  func hasSize(ofFile path: String) -> Bool {
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
    return size?.intValue == bytes
  }
}

extension BatchManifest {
  /// The first table, by name, that has gone or has another size than the batch wrote; nil where none has.
  func missingTable(in folder: String) -> String? {
    guard let tables else { return "runs.csv" }
    return tables.keys.sorted().first { tables[$0]?.hasSize(ofFile: "\(folder)/\($0)") == false }
  }

  /// Whether every table is still what the batch wrote, to the last byte.
  func hasTablesAsWritten(in folder: String) -> Bool {
    guard let tables else { return false }
    return tables.allSatisfy { WrittenTable(path: "\(folder)/\($0)") == $1 }
  }
}
