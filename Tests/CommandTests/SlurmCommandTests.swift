import Testing

@testable import cogov

/// What `slurm` plans, asks for and refuses.
struct SlurmCommandTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("hamlet.json5", FileCommandTests.scenario)
    try folder.write("hamlets.json5", FileCommandTests.experiment)
    return folder
  }

  @Test func memoryGrowsWithTheCityAndWithSavedStates() throws {
    let folder = try folder()
    let path = "\(folder.path)/hamlet.json5"
    func memory(_ words: String...) -> String? {
      _ = Captured.run(["slurm", path, "--tasks", "1", "-o", "\(folder.path)/R"] + words)
      return folder.text("R.slurm/array.sh").split(separator: "\n").first { $0.hasPrefix("#SBATCH --mem=") }
        .map { String($0.dropFirst(14)) }
    }
    // 256 MiB and 200 or 600 bytes a resident, in whole steps of 256 MiB.
    #expect(memory() == "512M")
    let large = "city={residents: 4000000, neighbourhoods: 2000}"
    #expect(memory("--set", large) == "1024M")
    #expect(memory("--set", large, "--keep-states") == "2560M")
  }

  @Test func shortTasksAreJoined() throws {
    let folder = try folder()
    func tasks(_ words: String...) -> String {
      let all = ["slurm", "\(folder.path)/hamlets.json5", "-n", "1000", "-o", "\(folder.path)/R"] + words
      return Captured.run(all).messages
    }
    #expect(tasks("--tasks", "50").contains("1 task instead of 50: more would be too short"))
    #expect(!tasks("--tasks", "50", "--shortest", "0").contains("instead"))
    #expect(folder.text("R.slurm/array.sh").contains("--array=1-50\n"))
    #expect(tasks("--tasks", "9000", "--shortest", "0").contains("2000 tasks instead of 9000: there are no"))
  }

  @Test func optionsGoToTheTasksAndTheHeader() throws {
    let folder = try folder()
    let path = "\(folder.path)/hamlets.json5"
    let result = Captured.run(
      "slurm", path, "--tasks", "2", "--out", "\(folder.path)/R", "--places", "--seed", "9", "--weeks", "4",
      "--time", "100:00:00", "--memory", "300", "--set", "city.residents=700", "--shortest", "0")
    #expect(result.messages.contains("Next: bash \(folder.path)/R.slurm/submit.sh\n"))
    let array = folder.text("R.slurm/array.sh")
    #expect(array.contains("batch \(path) --weeks 4 --seed 9 --set city.residents=700 --places --threads 1 "))
    #expect(array.contains("--time=100:00:00\n") && array.contains("--mem=300M\n"))
    #expect(
      array.contains(
        "# cogov slurm \(path) --tasks 2 --time 100:00:00 --memory 300 --shortest 0 --out \(folder.path)/R "))
  }

  @Test func aRunLongerThanItsTimeNeedsCheckpoints() throws {
    let folder = try folder()
    try folder.write(
      "long.json5",
      "{extends: \"hamlet.json5\", weeks: {observed: 5200}, city: {residents: 100000, neighbourhoods: 50}}")
    let words = ["slurm", "\(folder.path)/long.json5", "--tasks", "1", "-o", "\(folder.path)/R"]
    #expect(!Captured.run(words).messages.contains("headway"))
    let short = words + ["--time", "00:01:01"]
    #expect(Captured.run(short).messages.contains("makes no headway without --checkpoint-every"))
    #expect(!Captured.run(short + ["--checkpoint-every", "100"]).messages.contains("headway"))
    #expect(folder.text("R.slurm/array.sh").contains(" --checkpoint-every 100 --threads 1 "))
  }

  @Test(arguments: ["5m", "1:2:3", "00:60:00", "00:00:00", "-1:00:00", "1-00:00:00", "00:10"])
  func timesAreHoursMinutesSeconds(text: String) throws {
    let folder = try folder()
    let result = Captured.run(
      "slurm", "\(folder.path)/hamlet.json5", "--tasks", "1", "--time=\(text)", "-o", "\(folder.path)/R")
    #expect(result.status == .usage)
    #expect(result.messages.contains("'\(text)' is not HH:MM:SS, such as 02:30:00"))
  }

  @Test func defaultTimeIsFourfoldInTenMinutes() {
    #expect(SlurmTime(forWorkOf: 1).description == "00:10:00")
    #expect(SlurmTime(forWorkOf: 151).description == "00:20:00")
    #expect(SlurmTime(forWorkOf: 86_400).description == "96:00:00")
  }

  @Test func whatCannotWorkIsRefused() throws {
    let folder = try folder()
    let path = "\(folder.path)/hamlets.json5"
    func refused(_ words: String...) -> String { Captured.run(["slurm", path] + words).messages }
    #expect(refused().contains("--tasks is missing"))
    #expect(refused("--tasks", "0").contains("is not a whole number from 1"))
    #expect(refused("--tasks", "1", "-o", "-").contains("--out must be a folder"))
    #expect(refused("--tasks", "1", "-o", "\(folder.path)/a\\b").contains("no backslash"))
    try folder.write(
      "precise.json5",
      "{base: \"hamlet.json5\", variants: [{name: \"a\"}], precision: {order: 0.5}}")
    let precise = Captured.run("slurm", "\(folder.path)/precise.json5", "--tasks", "1")
    #expect(precise.status == .usage && precise.messages.contains("give their number with --replicates"))
  }

  @Test func onlyOwnScriptsAreWrittenAgain() throws {
    let folder = try folder()
    let words = ["slurm", "\(folder.path)/hamlet.json5", "--tasks", "1", "-o", "\(folder.path)/R"]
    #expect(Captured.run(words).status == .done)
    try folder.write("R.slurm/task-1.log", "")
    #expect(Captured.run(words + ["--memory", "999"]).status == .done)
    #expect(folder.text("R.slurm/array.sh").contains("--mem=999M"))
    try folder.write("R.slurm/merge.sh", "echo mine\n")
    let result = Captured.run(words)
    #expect(result.status == .environment)
    #expect(result.messages.contains("R.slurm holds other files (such as merge.sh)"))
    #expect(folder.text("R.slurm/merge.sh") == "echo mine\n")
  }
}
