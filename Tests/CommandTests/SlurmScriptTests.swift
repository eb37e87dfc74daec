import Foundation
import Testing

@testable import cogov

/// The scripts for a cluster, as text and as bash reads them; `Tests/Cluster` runs them on a real Slurm.
struct SlurmScriptTests {
  private static let sample = SlurmScripts(
    name: "the sample/社区", program: "/opt/cogov", workingFolder: "/home/me",
    words: ["tradeoff", "--set", "parameters.x=it's"], results: "/home/me/R", folder: "/home/me/R.slurm",
    tasks: 8, timeLimit: SlurmTime(seconds: 5400), megabytes: 512, partition: "day", account: nil,
    command: "cogov slurm tradeoff\nexit")

  /// Runs bash with the signals that a shell begins with: this process and its threads ignore or block some.
  private func bash(_ words: String...) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--default-signal=TERM", "bash"] + words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_UNBLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  @Test func theArrayAsksForWhatItNeedsAndComputesOneShare() {
    let lines = Self.sample.array.split(separator: "\n").map(String.init)
    #expect(
      lines.filter { $0.hasPrefix("#SBATCH") } == [
        "#SBATCH --job-name=cogov-the-sample-社区",
        "#SBATCH --output=\"/home/me/R.slurm/task-%a.log\"",
        "#SBATCH --open-mode=append", "#SBATCH --ntasks=1", "#SBATCH --cpus-per-task=1",
        "#SBATCH --array=1-8", "#SBATCH --time=01:30:00", "#SBATCH --mem=512M", "#SBATCH --requeue",
        "#SBATCH --signal=B:USR1@60", "#SBATCH --partition=\"day\"",
      ])
    #expect(
      lines.contains(
        "/opt/cogov batch tradeoff --set 'parameters.x=it'\\''s' --threads 1 "
          + "--shard \"$SLURM_ARRAY_TASK_ID/8\" --out /home/me/R &"))
    #expect(lines.contains("cd /home/me || exit 4"))
    #expect(lines.contains("# cogov slurm tradeoff") && lines.contains("# exit"))
  }

  @Test func theMergeWaitsForEveryTaskHoweverItEnds() {
    #expect(Self.sample.merge.hasSuffix("\nexec /opt/cogov merge /home/me/R\n"))
    #expect(Self.sample.merge.contains("#SBATCH --time=00:30:00\n"))
    #expect(
      Self.sample.submit.contains(
        "sbatch --parsable --dependency=\"afterany:$array\" /home/me/R.slurm/merge.sh"))
  }

  @Test func namesMayHoldSpacesQuotesAndSigns() throws {
    let folder = try TemporaryFolder()
    let odd = "it's \"50%\" # $HOME 社区"
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/\(odd)", withIntermediateDirectories: true)
    try folder.write("\(odd)/hamlet.json5", FileCommandTests.scenario)
    let path = "\(folder.path)/\(odd)/hamlet.json5"
    let out = "\(folder.path)/\(odd)/R"
    let result = Captured.run("slurm", path, "--tasks", "1", "--out", out, "--account", "a \"b\"")
    #expect(result.status == .done)
    let array = folder.text("\(odd)/R.slurm/array.sh")
    #expect(
      array.contains(
        "#SBATCH --output=\"\(folder.path)/it's \\\"50%%\\\" # $HOME 社区/R.slurm/task-%a.log\"\n"))
    #expect(array.contains("#SBATCH --account=\"a \\\"b\\\"\"\n"))
    for name in ["array.sh", "merge.sh", "submit.sh"] {
      #expect(try bash("-n", "\(folder.path)/\(odd)/R.slurm/\(name)") == (0, ""))
    }
    // What bash makes of the line that computes: every word as it was given.
    let line = try #require(array.split(separator: "\n").first { $0.contains(" batch ") }).dropLast(2)
    try folder.write("words.sh", "SLURM_ARRAY_TASK_ID=1\nfor word in \(line); do echo \"$word\"; done\n")
    let words = try bash("\(folder.path)/words.sh").output.split(separator: "\n").dropFirst().map(String.init)
    #expect(words == ["batch", path, "--threads", "1", "--shard", "1/1", "--out", out])
  }

  /// Runs the script of a task with stand-ins for cogov, which works until it is stopped, and for scontrol.
  private func task(signal: String, restarts: Int) throws -> (status: Int32, output: String) {
    let folder = try TemporaryFolder()
    let works = signal == "CONT" ? "" : "for _ in {1..6000}; do sleep 0.1; done\n"
    try folder.write("cogov", "#!/bin/bash\ntrap 'exit 130' TERM\nkill -\(signal) $PPID\n\(works)exit 0\n")
    try folder.write("scontrol", "#!/bin/bash\necho \"scontrol $*\"\n")
    for name in ["cogov", "scontrol"] { chmod("\(folder.path)/\(name)", 0o755) }
    var scripts = Self.sample
    scripts.program = "\(folder.path)/cogov"
    scripts.workingFolder = folder.path
    try folder.write("array.sh", scripts.array)
    let environment =
      "PATH=\(folder.path):$PATH SLURM_ARRAY_JOB_ID=7 SLURM_ARRAY_TASK_ID=3 SLURM_RESTART_COUNT=\(restarts)"
    return try bash("-c", "\(environment) exec bash \(folder.path)/array.sh")
  }

  @Test func aTaskNearItsTimeLimitRequeuesItselfUnlessItMakesNoHeadway() throws {
    let near = try task(signal: "USR1", restarts: 19)
    #expect(near.status == 130 && near.output.contains("scontrol requeue 7_3\n"))
    let often = try task(signal: "USR1", restarts: 20)
    #expect(often.status == 130 && !often.output.contains("scontrol"))
    #expect(often.output.contains("The time limit came 21 times before the end"))
    let preempted = try task(signal: "TERM", restarts: 0)
    #expect(preempted.status == 130 && !preempted.output.contains("scontrol"))
    #expect(try task(signal: "CONT", restarts: 0).status == 0)
  }
}
