import Experiments
import Foundation
import Testing

@testable import cogov

/// Words reach a shell as they are, whatever is in them.
struct ShellTests {
  /// Words with every control character, line separator, quote and override of direction, alone, in company and with a
  /// mark that makes one Character of two scalars.
  static let words: [String] = {
    let values = Array(1...0x2F) + Array(0x7F...0xA0) + [0x85, 0xAD, 0x200B, 0x2060, 0xFEFF, 0x1F3D8]
    let hidden = Array(0x2028...0x202E) + Array(0x2066...0x2069)
    let scalars = (values + hidden + [0x5C, 0x60, 0x7B, 0x7E]).compactMap { Unicode.Scalar(UInt32($0)) }
    let single = scalars.flatMap { scalar in
      ["\(scalar)", "a\(scalar)1'\(scalar)\"", "\(scalar)\u{301}", "$(touch no)\(scalar)touch no\(scalar)#"]
    }
    return single + [
      "\r\n", "a\r\ntouch no #", "\\", "a\\", "'", "''", "", "é", "'\u{301}; touch no #", "\u{1}7",
    ]
  }()

  @Test func everyWordComesBack() throws {
    let folder = try TemporaryFolder()
    let quoted = Self.words.map(Shell.quoted)
    for (word, text) in zip(Self.words, quoted) {
      #expect(
        !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x85 }, "\(word.debugDescription)")
    }
    // A word a line, each ended by NUL.
    try folder.write("words.sh", quoted.map { "printf '%s\\0' \($0)\n" }.joined())
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["words.sh"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = FileHandle(forWritingAtPath: try folder.write("output", ""))
    try process.run()
    process.waitUntilExit()
    let read = folder.text("output").utf8.split(separator: 0, omittingEmptySubsequences: false).map(
      Array.init)
    #expect(read.dropLast() == Self.words.map { Array($0.utf8) }[...])
    #expect(folder.names == ["output", "words.sh"])
  }

  @Test func scriptsHoldNoLineOfTheirWords() throws {
    let folder = try TemporaryFolder()
    var scripts = SlurmScripts(
      name: "x", program: "/bin/true", workingFolder: folder.path, words: [], results: "/R",
      folder: "/R.slurm",
      tasks: 1, timeLimit: SlurmTime(seconds: 600), megabytes: 16, partition: nil, account: nil, command: "")
    let plain = scripts.files.map { $0.text.utf8.count { $0 == 0x0A } }
    for word in Self.words {
      scripts.name = word
      scripts.words = [word]
      scripts.results = "/\(word)"
      scripts.workingFolder = word
      scripts.command = "cogov slurm \(Shell.quoted(word))"
      #expect(scripts.files.map { $0.text.utf8.count { $0 == 0x0A } } == plain, "\(word.debugDescription)")
      #expect(scripts.files.allSatisfy { !$0.text.utf8.contains(0x0D) })
    }
    // A comment stays one, should a command ever hold such characters.
    for word in Self.words {
      scripts.command = word
      for file in scripts.files {
        let lines = file.text.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        #expect(!lines.contains { $0.utf8.starts(with: "touch".utf8) || $0.utf8.contains(0x0D) })
      }
    }
  }

  @Test func whatIsInNamesAndOverridesIsNotRun() throws {
    let folder = try TemporaryFolder()
    for end in ["\r\n", "\n", "\r", "\u{2028}", "\u{85}", "'\u{301};"] {
      // The folder's name is no name of results, which would be refused.
      let name = "ev\(end)touch pwned #/hamlet.json5"
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/ev\(end)touch pwned #", withIntermediateDirectories: true)
      try folder.write(name, FileCommandTests.scenario)
      let out = "\(folder.path)/out"
      let result = Captured.run(
        "slurm", "\(folder.path)/\(name)", "--tasks", "1", "-o", out, "--set", "seed=1/*\(end)touch pwned #*/"
      )
      #expect(result.status == .done, "\(result.messages)")
      // Stands in for sbatch: the task's script ends where it misses what Slurm would set.
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = [
        "-c", "sbatch() { bash \"${@: -1}\" > /dev/null; }; . out.slurm/submit.sh > /dev/null 2>&1",
      ]
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      try process.run()
      process.waitUntilExit()
      #expect(!folder.names.contains { $0.hasPrefix("pwned") })
    }
  }

  @Test(arguments: ["a\\", "a\nb", "a\r\nb", "\u{2028}", "\u{1B}[31m"])
  func directivesTakePlainWordsOnly(word: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("hamlet.json5", FileCommandTests.scenario)
    for option in ["--partition", "--account", "--out"] {
      let value = option == "--out" ? "\(folder.path)/\(word)" : word
      let result = Captured.run(
        ["slurm", path, "--tasks", "1", option, value]
          + (option == "--out" ? [] : ["-o", "\(folder.path)/R"]))
      #expect(result.status == .usage)
      #expect(result.messages.contains("backslash, line break or control character"))
    }
    #expect(folder.names == ["hamlet.json5"])
  }
}
