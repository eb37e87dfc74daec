import Engine
import Foundation
import Testing

@testable import Experiments
@testable import Scenarios

/// What the disk does not give never passes for an end, for nothing, or for another build. A link to `/proc/self/mem`
/// stands for a bad disk: it opens, and its first byte cannot be read.
struct FailedReadTests {
  private static let broken = "/proc/self/mem"

  private func link(_ path: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: Self.broken)
  }

  private func isTold(_ work: () throws -> Void) {
    let error = #expect(throws: EnvironmentError.self) { try work() }
    #expect(error?.message.contains("Input/output error") == true, "\(error.debugDescription)")
  }

  private static var isThere: Bool {
    FileManager.default.fileExists(atPath: broken) && FileManager.default.isReadableFile(atPath: broken)
  }

  @Test(.enabled(if: isThere)) func aTableIsNotAtItsEnd() throws {
    isTold { _ = try TableSplitter(path: Self.broken) }
    isTold { _ = try FileChecksum(path: Self.broken) }
    #expect(try TableSplitter(path: "/nowhere").next == nil)
    #expect(try FileChecksum(path: "/nowhere") == nil)
  }

  @Test(.enabled(if: isThere), arguments: ["runs.csv", "series.csv", "flows.csv", "manifest.json"])
  func resultsAreNotTakenOver(file: String) throws {
    let folder = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(replicates: 2), in: folder.path).run()
    let (text, manifest) = (folder.text(file), folder.text("manifest.json"))
    if file != "manifest.json" {
      // Of the size that the system tells, so that nothing but reading it shows what is wrong.
      var changed = try #require(try BatchManifest.read(in: folder.path))
      changed.tables?[file]?.bytes = 0
      try changed.write(in: folder.path)
    }
    try link("\(folder.path)/\(file)")
    var more = Sample.batch(Sample.experiment(replicates: 3), in: folder.path)
    more.existing = .resume
    isTold { _ = try more.run() }
    isTold { _ = try Merge(folder.path).run() }
    isTold { _ = try StoredResults(folder.path) }
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(file)")
    try folder.write(file, text)
    try folder.write("manifest.json", manifest)
    _ = try more.run()
    let whole = try TemporaryFolder()
    _ = try Sample.batch(Sample.experiment(replicates: 3), in: whole.path).run()
    #expect(folder.results == whole.results)
  }

  @Test(.enabled(if: isThere)) func aPartIsNotMissing() throws {
    let folder = try TemporaryFolder()
    let batch = Sample.batch(Sample.experiment(), in: folder.path)
    try batch.manifest(.running, batch.plan, runs: 12).write(in: folder.path)
    try Sample.commitParts(of: batch)
    let id = batch.plan.runs[5]
    let path = PartStore(in: folder.path).path(of: id, identity: batch.plan.identity(of: id))
    try link(path)
    isTold { _ = try batch.run() }
    try FileManager.default.removeItem(atPath: path)
    #expect(try batch.run().progress.reused == 11)
  }

  @Test(.enabled(if: isThere)) func aStateIsSaidToBeUnreadable() throws {
    let folder = try TemporaryFolder()
    let plan = Sample.batch(Sample.experiment(), in: folder.path).plan
    let setting = Setting()
    let store = try StateStore(folder: "\(folder.path)/states", plan: plan, writer: "")
    try link(try store.save([1, 2, 3], of: setting, replicate: 1, week: 3))
    var reasons: [String] = []
    let again = try StateStore(folder: "\(folder.path)/states", plan: plan, writer: "")
    #expect(again.latest(of: setting, replicate: 1, within: 1...9) { reasons.append($0) } == nil)
    #expect(reasons.count == 1 && reasons[0].contains("Input/output error"))
  }

  @Test func aFolderThatIsNoFolderIsNotEmpty() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "")
    #expect(try Disk.names(in: "\(folder.path)/none").isEmpty)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/circle", withDestinationPath: "\(folder.path)/circle")
    for read in [
      { _ = try Disk.names(in: "\(folder.path)/circle") },
      { _ = try Disk.status(of: "\(folder.path)/circle") },
      { _ = try Sample.batch(Sample.experiment(), in: "\(folder.path)/circle").run() },
    ] { #expect(throws: EnvironmentError.self) { try read() } }
  }
}

/// Checksums do not depend on how the bytes come, and builds are told apart.
struct ChecksumTests {
  @Test(arguments: [1, 7, 4096, 1 << 20, (1 << 20) + 1, 3 << 20]) func piecesAreTheWhole(size: Int) throws {
    let bytes = (0..<(2 << 20) + 5).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) }
    let folder = try TemporaryFolder()
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/bytes"))
    var checksum = FileChecksum()
    for start in stride(from: 0, to: bytes.count, by: size == 1 ? 1 << 16 : size) {
      checksum.add(Array(bytes[start..<min(bytes.count, start + (size == 1 ? 1 << 16 : size))]))
    }
    let read = try #require(try FileChecksum(path: "\(folder.path)/bytes"))
    #expect(WrittenTable(checksum) == WrittenTable(read) && checksum.bytes == bytes.count)
    checksum.add([0])
    #expect(WrittenTable(checksum).checksum != WrittenTable(read).checksum)
  }

  @Test func aBuildIsItsProgramAndItsLibraries() throws {
    let folder = try TemporaryFolder()
    for (name, text) in [("a", "program"), ("b", "program2"), ("c", "library")] {
      try folder.write(name, text)
    }
    func identity(_ names: String...) throws -> String {
      try BuildIdentity.identity(of: names.map { ("\(folder.path)/\($0)", nil) }).description
    }
    let known = try [
      identity("a"), identity("b"), identity("a", "c"), identity("b", "c"), identity("c", "a"),
    ]
    #expect(Set(known).count == 5)
    #expect(try identity("a", "c") == known[2])
    for files in [
      [("\(folder.path)/none", nil)], [("\(folder.path)/a", UInt64(1))], [("/proc/self/mem", nil)],
    ] as [[BuildIdentity.File]] {
      let error = #expect(throws: EnvironmentError.self) { try BuildIdentity.identity(of: files) }
      #expect(error?.message.hasPrefix("it is unknown which build of the program this is") == true)
    }
    #expect(try BuildIdentity.current() == BuildIdentity.current())
  }

  @Test func swiftLibrariesAreFoundAmongWhatIsMapped() {
    let maps = """
      55d0-55d1 r-xp 00000000 fe:01 77                         /home/a b/cogov
      7f00-7f01 r--p 00000000 fe:01 12                         /opt/swift 6/lib/libswiftCore.so
      7f01-7f02 r-xp 00001000 fe:01 12                         /opt/swift 6/lib/libswiftCore.so
      7f03-7f04 r-xp 00000000 fe:01 13                         /opt/libFoundation.so (deleted)
      7f05-7f06 r-xp 00000000 fe:01 14                         /lib/libc.so.6
      7f06-7f07 r-xp 00000000 fe:01 15                         /opt/lib_FoundationICU.so
      7f06-7f07 r-xp 00000000 fe:01 16                         /opt/libdispatch.so
      7f07-7f08 rw-p 00000000 00:00 0
      7fff-8000 r-xp 00000000 00:00 0                          [vdso]
      """
    let found = BuildIdentity.libraries(mapped: maps)
    #expect(
      found.map(\.path) == [
        "/opt/libFoundation.so (deleted)", "/opt/lib_FoundationICU.so", "/opt/libdispatch.so",
        "/opt/swift 6/lib/libswiftCore.so",
      ])
    #expect(found.map(\.inode) == [13, 15, 16, 12])
  }
}
