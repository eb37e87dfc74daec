import Engine
import Tables

/// A hash of a file's bytes, made while they are written or read.
struct FileChecksum {
  private static let block = 1 << 20

  private(set) var bytes = 0
  private var hash = Fingerprint()
  /// Bytes that are not a whole block yet.
  private var pending: [UInt8] = []

  mutating func add(_ more: [UInt8]) {
    bytes += more.count
    pending += more
    var start = 0
    while pending.count - start >= Self.block {
      combine(pending[start..<start + Self.block])
      start += Self.block
    }
    pending.removeFirst(start)
  }

  private mutating func combine(_ block: ArraySlice<UInt8>) {
    hash.combine(Envelope.checksum(block).value)
  }

  /// The hash of all bytes so far.
  var value: Fingerprint {
    var whole = self
    if !pending.isEmpty { whole.combine(pending[...]) }
    return whole.hash
  }

  init() {}

  /// Reads a file to its end; nil where there is none.
  init?(path: String) throws(EnvironmentError) {
    guard let file = try Disk.file(path) else { return nil }
    while true {
      let block = try Disk.read(file, path, upTo: Self.block)
      if block.isEmpty { return }
      add(block)
    }
  }
}

/// A table as a batch wrote it, by which one that has gone or was changed is known.
struct WrittenTable: Codable, Sendable, Equatable {
  var bytes: Int
  var checksum: String

  init(_ checksum: FileChecksum) {
    bytes = checksum.bytes
    self.checksum = checksum.value.description
  }
}
