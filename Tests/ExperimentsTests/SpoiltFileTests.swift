import Engine
import Foundation
import Testing

@testable import Experiments

/// Files of a batch that something has spoilt: none is taken for whole, none ends the program.
struct SpoiltFileTests {
  /// Bytes with one thing done to them, drawn by a number: bits turned, a piece gone, doubled, emptied or moved.
  private func spoilt(_ bytes: [UInt8], _ number: Int) -> [UInt8] {
    let draws = RandomSource(seed: 17, replicate: 1).stream(.placeShare)
    func draw(_ index: Int, below limit: Int) -> Int { Int(draws.uniform(number, index) * Double(limit)) }
    var bytes = bytes
    let start = draw(0, below: bytes.count)
    let length = 1 + draw(1, below: min(40, bytes.count - start))
    let piece = Array(bytes[start..<start + length])
    switch draw(2, below: 6) {
    case 0: bytes[start] ^= 1 << UInt8(draw(3, below: 8))
    case 1: bytes.removeLast(bytes.count - start)
    case 2: bytes.removeSubrange(start..<start + length)
    case 3: bytes.insert(contentsOf: piece, at: start)
    case 4: for index in start..<start + length { bytes[index] = 0 }
    default: bytes.replaceSubrange(start..<start + length, with: piece.reversed())
    }
    return bytes
  }

  @Test func noSpoiltPartIsTakenForWhole() {
    let part = Part(
      identity: "one\n\"two\"", failed: false,
      rows: [.init("runs", "a,1,0.25,17\n"), .init("series", "a,1,4\na,1,8\n"), .init("flows", "é,x,3\n")])
    let bytes = part.encoded
    var refused = 0
    for number in 0..<10_000 {
      let changed = spoilt(bytes, number)
      let read = Part(changed)
      #expect(changed == bytes ? read == part : read == nil)
      if read == nil { refused += 1 }
    }
    #expect(refused > 9_000)
  }

  @Test func noSpoiltStateIsTakenForWhole() {
    let state = (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let envelope = Envelope("cogov-state 1", [.init("identity", "x"), .init("state", state)])
    let bytes = envelope.encoded
    for number in 0..<3_000 {
      let changed = spoilt(bytes, number)
      #expect(changed == bytes ? true : Envelope(changed, kind: "cogov-state 1") == nil)
    }
    #expect(Envelope(bytes, kind: "cogov-state 2") == nil)
  }

  @Test func aSpoiltManifestIsTheSamePlanOrNone() throws {
    let folder = try TemporaryFolder()
    let batch = Sample.batch(Sample.experiment(), in: folder.path)
    try batch.manifest(.running, batch.plan, runs: 12).write(in: folder.path)
    let bytes = Array(folder.text("manifest.json").utf8)
    for number in 0..<2_000 {
      try Data(spoilt(bytes, number)).write(to: URL(fileURLWithPath: "\(folder.path)/manifest.json"))
      if let read = try BatchManifest.read(in: folder.path) { #expect(read.plan == batch.plan) }
    }
  }

  @Test func spoiltPartsAreComputedAgainAndLeaveNoTrace() throws {
    let experiment = Sample.experiment(variants: 5, replicates: 40)
    let (folder, whole) = (try TemporaryFolder(), try TemporaryFolder())
    let batch = Sample.batch(experiment, in: folder.path)
    try batch.manifest(.running, batch.plan, runs: 200).write(in: folder.path)
    try Sample.commitParts(of: batch)
    for (number, id) in batch.plan.runs.enumerated() where number % 2 == 0 {
      let path = PartStore(in: folder.path).path(of: id, identity: batch.plan.identity(of: id))
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      try Data(spoilt(bytes, number)).write(to: URL(fileURLWithPath: path))
    }
    _ = try batch.run()
    _ = try Sample.batch(experiment, in: whole.path).run()
    #expect(folder.results == whole.results)
  }
}
