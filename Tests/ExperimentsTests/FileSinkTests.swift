import Foundation
import Testing

@testable import Experiments

/// A file that is being written is a new one, whatever lies there under its name.
struct FileSinkTests {
  @Test func linksAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", "precious")
    #expect(symlink("precious", "\(folder.path)/runs.csv.tmp") == 0)
    try FileSink.replace("\(folder.path)/runs.csv", with: "rows\n")
    #expect(folder.text("precious") == "precious")
    #expect(folder.names == ["precious", "runs.csv"])
    var status = stat()
    #expect(lstat("\(folder.path)/runs.csv", &status) == 0 && status.st_mode & S_IFMT == S_IFREG)
    // Nor does one that leads to nothing make a file there.
    #expect(symlink("elsewhere", "\(folder.path)/runs.csv.tmp") == 0)
    try FileSink.replace("\(folder.path)/runs.csv", with: "more rows\n")
    #expect(folder.names == ["precious", "runs.csv"])
    #expect(folder.text("runs.csv") == "more rows\n")
  }

  @Test func whatAKilledProcessLeftIsReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("runs.csv.tmp", "half of a longer table than the new one\n")
    try FileSink.replace("\(folder.path)/runs.csv", with: "rows\n")
    #expect(folder.names == ["runs.csv"] && folder.text("runs.csv") == "rows\n")
  }

  @Test func nothingElseIsRemoved() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo("\(folder.path)/runs.csv.tmp", 0o644) == 0)
    for path in ["\(folder.path)/runs.csv.tmp", "/dev/full", folder.path] {
      do throws(EnvironmentError) {
        _ = try FileSink(path: path)
        Issue.record("\(path) was written")
      } catch {
        #expect(error.message.contains("something else than a file has this name"))
      }
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func noResultsFollowALinkOfTheirFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", "precious")
    let out = "\(folder.path)/out"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    for name in ["manifest.json.tmp", "runs.csv.tmp"] {
      #expect(symlink("../precious", "\(out)/\(name)") == 0)
    }
    var batch = Sample.batch(Sample.experiment(), in: out)
    batch.existing = .resume
    // Links that are no files of a batch are refused like any other file, or replaced; never written through.
    _ = try? batch.run()
    #expect(folder.text("precious") == "precious")
    #expect(folder.names == ["out", "precious"])
  }

  @Test func aLockIsNoLink() throws {
    let folder = try TemporaryFolder()
    #expect(symlink("elsewhere", "\(folder.path)/.lock") == 0)
    do throws(EnvironmentError) {
      let lock = try FolderLock(folder: folder.path)
      withExtendedLifetime(lock) {}
      Issue.record("a link was locked")
    } catch {
      #expect(error.message.hasSuffix("/.lock is a link, not a lock of cogov"))
    }
    #expect(folder.names == [".lock"])
  }
}
