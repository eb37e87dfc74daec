import Foundation
import Testing

/// The built program where the system gives it little: each time an exit status of its own and a message.
struct ProcessLimitTests {
  /// Runs a line of bash, in which `$cogov` is the program.
  private func bash(_ line: String, in folder: TemporaryFolder) throws -> (status: Int32, messages: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(["cogov": ProcessTests.program.path]) {
      $1
    }
    let messages = try folder.write(".messages", "")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: messages)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "ended by signal \(process.terminationStatus): \(line)")
    return (process.terminationStatus, folder.text(".messages"))
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("hamlet.json5", FileCommandTests.scenario)
    return folder
  }

  /// AddressSanitizer and ThreadSanitizer need more address space than any limit leaves, and the latter a file of its
  /// own that is larger than the limit here.
  private static let hasLimits = ["__asan_init", "__tsan_init"].allSatisfy { (name: String) in
    dlsym(dlopen(nil, RTLD_LAZY), name) == nil
  }

  @Test(.enabled(if: hasLimits)) func aLimitOnTheSizeOfFilesIsAnError() throws {
    let folder = try folder()
    let result = try bash("ulimit -f 1; exec \"$cogov\" batch hamlet.json5 -n 20 -q -o out", in: folder)
    #expect(result.status == 4)
    #expect(result.messages.contains("File too large") && result.messages.contains("ulimit -f"))
    #expect(try bash("exec \"$cogov\" batch hamlet.json5 -n 20 -q -o out", in: folder).status == 0)
  }

  @Test(.enabled(if: hasLimits)) func threadsThatHaveNoRoomAreRefused() throws {
    let folder = try folder()
    let line = "ulimit -v 900000; exec \"$cogov\" batch hamlet.json5 -n 200 -q -o out -j"
    let result = try bash("\(line) 128", in: folder)
    #expect(result.status == 4)
    #expect(result.messages.contains("128 threads need 3072 MB of memory and more; the limit (ulimit -v)"))
    #expect(result.messages.contains("use fewer threads: --threads "))
    #expect(try bash("\(line) 2", in: folder).status == 0)
  }

  @Test(arguments: 4...12)
  func fewDescriptorsAreAnErrorOrEnough(count: Int) throws {
    let folder = try folder()
    let result = try bash("ulimit -n \(count); exec \"$cogov\" batch hamlet.json5 -q -o out -n 2", in: folder)
    // The loader of the system itself may fail for want of them.
    #expect([0, 4, 127].contains(result.status), "\(result.status): \(result.messages)")
    if result.status == 4 { #expect(result.messages.contains("error: ")) }
  }

  @Test func closedStreamsStayClosedForMessages() throws {
    let folder = try folder()
    let result = try bash("exec \"$cogov\" batch hamlet.json5 -n 300 -o out <&- >&- 2>&-", in: folder)
    #expect(result.status == 0)
    #expect(folder.names == [".messages", "hamlet.json5", "out"])
    // The first file that is opened would be taken for the stream of messages.
    let files = try bash(
      "strace -f -qq -o trace -e trace=openat,write \"$cogov\" batch hamlet.json5 -o two <&- >&- 2>&-; "
        + "grep -E '= [012]$' trace | grep -v /dev/null | grep -v '^[0-9]* *write' >&2", in: folder)
    #expect(files.messages.split(separator: "\n").allSatisfy { !$0.contains("two/") })
    // What was closed is no place for data, either.
    #expect(try bash("exec \"$cogov\" describe measures >&-", in: folder).status == 4)
  }

  @Test func wordsThatAreNotTextAreRefused() throws {
    let folder = try folder()
    for option in ["-o $'\\xff\\xfe'", "-o out --set $'\\xff=1'"] {
      let result = try bash("exec \"$cogov\" batch hamlet.json5 \(option)", in: folder)
      #expect(result.status == 2)
      #expect(result.messages.contains("is not valid UTF-8"))
    }
    #expect(folder.names == [".messages", "hamlet.json5"])
    let nowhere = try bash(
      "mkdir $'\\xff'; cd $'\\xff'; exec \"$cogov\" slurm ../hamlet.json5 --tasks 1 -o out", in: folder)
    #expect(nowhere.status == 4 && nowhere.messages.contains("the path of the working folder"))
  }

  @Test func noPipeIsWaitedFor() throws {
    let folder = try folder()
    try folder.write("with.json5", "{extends: 'pipe'}")
    for words in [
      "validate pipe", "validate with.json5", "run pipe", "list .", "compare results", "claims --folder .",
    ] {
      let result = try bash(
        "mkdir -p results; mkfifo pipe results/runs.csv 2> /dev/null; timeout -s KILL 60 \"$cogov\" \(words)",
        in: folder)
      #expect(words == "list ." ? result.status == 0 : [3, 4].contains(result.status), "\(words): \(result)")
    }
  }
}
