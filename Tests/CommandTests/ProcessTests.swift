import Foundation
import Testing

/// The built program as a process: what only the outside can see.
struct ProcessTests {
  /// The program lies beside the test bundle.
  static let program: URL = {
    let test = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = test.deletingLastPathComponent().appendingPathComponent("cogov")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
      "cogov")
  }()

  private struct Result {
    var status: Int32
    var output: String
    var messages: String
  }

  /// Runs the program with its streams in files, so that no pipe can fill up.
  private func run(
    _ words: [String], in folder: TemporaryFolder, output: String? = nil, environment: [String: String] = [:],
    whileRunning: (Process) throws -> Void = { _ in }
  ) throws -> Result {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let outputPath = try output ?? folder.write(".stdout", "")
    let messagesPath = try folder.write(".stderr", "")
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle(forWritingAtPath: messagesPath)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    try whileRunning(process)
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: output == nil ? folder.text(".stdout") : "",
      messages: folder.text(".stderr"))
  }

  @Test func exitStatusesAreThoseOfTheHelp() throws {
    let folder = try TemporaryFolder()
    try folder.write("bad.json5", "{nonsense: 1}")
    try folder.write("hamlet.json5", FileCommandTests.scenario)
    #expect(try run(["--version"], in: folder).status == 0)
    #expect(try run(["run", "hamlet.json5", "-q"], in: folder).status == 0)
    #expect(folder.names.contains("Results"))
    #expect(try run([], in: folder).status == 2)
    #expect(try run(["run"], in: folder).status == 2)
    #expect(try run(["validate", "bad.json5"], in: folder).status == 3)
    #expect(try run(["run", "hamlet.json5", "--out", "hamlet.json5/x"], in: folder).status == 4)
  }

  @Test func dataAndMessagesGoApart() throws {
    let folder = try TemporaryFolder()
    try folder.write("hamlet.json5", FileCommandTests.scenario)
    let result = try run(["run", "hamlet.json5", "--out", "-"], in: folder, environment: ["NO_COLOR": "1"])
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 2)
    #expect(result.messages.contains("1 of 1 run"))
    #expect(!result.messages.contains("\u{1B}"))
  }

  @Test func aFullOutputIsTold() throws {
    let folder = try TemporaryFolder()
    let result = try run(["describe", "measures"], in: folder, output: "/dev/full")
    #expect(result.status == 4)
    #expect(result.messages.contains("No space left on device"))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalStopsAndTheSameCommandGoesOn(signal: Int32) throws {
    let folder = try TemporaryFolder()
    try folder.write("hamlet.json5", FileCommandTests.scenario)
    let words = ["batch", "hamlet.json5", "-n", "300000", "-j", "2", "-o", "out"]
    func finished() -> Int {
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out/.parts")) ?? []).count {
        $0.hasSuffix(".part")
      }
    }
    let result = try run(words, in: folder) { process in
      while finished() < 4, process.isRunning { usleep(10_000) }
      kill(process.processIdentifier, signal)
    }
    #expect(result.status == 130)
    #expect(result.messages.contains("The same command goes on from there."))
    #expect(folder.text("out/manifest.json").contains("\"stopped\""))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/out/runs.csv"))
    let kept = finished()
    #expect(kept >= 4)
    let shorter = words.map { $0 == "300000" ? "2" : $0 }
    let again = try run(shorter, in: folder)
    #expect(again.status == 0)
    #expect(folder.text("out/runs.csv").split(separator: "\n").count == 3)
  }

  @Test func claimsThatAreStoppedGoOn() throws {
    let folder = try TemporaryFolder()
    try ClaimsCommandTests.write(to: folder)
    let words = ["claims", "--folder", "claims", "--out", "out", "-j", "2"]
    func finished() -> Int {
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out/A1/.parts")) ?? []).count {
        $0.hasSuffix(".part")
      }
    }
    let result = try run(words + ["-n", "300000"], in: folder) { process in
      while finished() < 4, process.isRunning { usleep(10_000) }
      kill(process.processIdentifier, SIGINT)
    }
    #expect(result.status == 130)
    #expect(result.messages.contains("are finished and kept in out."))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/out/claims.csv"))
    #expect(try run(words + ["-n", "2"], in: folder).status == 0)
    #expect(folder.text("out/claims.csv").split(separator: "\n").count == 3)
  }

  @Test func aKilledBatchGoesOnWithTheSameBytes() throws {
    let folder = try TemporaryFolder()
    try folder.write("hamlet.json5", FileCommandTests.scenario)
    func words(_ count: Int, _ out: String) -> [String] {
      ["batch", "hamlet.json5", "-n", String(count), "-o", out, "-q"]
    }
    let killed = try run(words(300_000, "killed"), in: folder) { process in
      let parts = "\(folder.path)/killed/.parts"
      while ((try? FileManager.default.contentsOfDirectory(atPath: parts)) ?? []).count < 4, process.isRunning
      {
        usleep(10_000)
      }
      kill(process.processIdentifier, SIGKILL)
    }
    #expect(killed.status == SIGKILL)
    #expect(try run(words(20, "killed"), in: folder).status == 0)
    #expect(try run(words(20, "whole"), in: folder).status == 0)
    for name in ["runs.csv", "series.csv", "flows.csv", "datapackage.json"] {
      #expect(folder.text("killed/\(name)") == folder.text("whole/\(name)"))
    }
  }

  @Test func bashTakesTheCompletions() throws {
    guard FileManager.default.isExecutableFile(atPath: "/bin/bash") else { return }
    let folder = try TemporaryFolder()
    let script = try run(["completions", "bash"], in: folder).output
    try folder.write(
      "try.sh",
      script + """
        try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _cogov; echo "${COMPREPLY[*]}"; }
        try cogov va
        try cogov batch --th
        try cogov help compl
        try cogov describe param
        try cogov completions f
        """)
    let bash = Process()
    bash.executableURL = URL(fileURLWithPath: "/bin/bash")
    bash.arguments = ["\(folder.path)/try.sh"]
    let pipe = Pipe()
    bash.standardOutput = pipe
    try bash.run()
    bash.waitUntilExit()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(output == "validate\n--threads\ncompletions\nparameters\nfish\n")
  }
}
