import Experiments
import Foundation
import Scenarios
import Tables

/// The command line tool.
@main
struct Cogov {
  static func main() {
    ProcessSetup.prepare()
    let status = run(.standard()) { () throws(UsageError) in try ProcessSetup.words() }
    exit(status.rawValue)
  }

  /// Finds the command, reads its arguments, does its work and tells what went wrong.
  static func run(_ words: [String], _ console: Console) -> ExitStatus {
    run(console) { () throws(UsageError) in words }
  }

  private static func run(_ console: Console, words: () throws(UsageError) -> [String]) -> ExitStatus {
    do {
      return try perform(words(), console)
    } catch let error as UsageError {
      console.error(error.message)
      let topic = error.command.map { " \($0)" } ?? ""
      console.say("Try 'cogov\(topic) --help'.")
      return .usage
    } catch let failure as InputFailure {
      for diagnostic in failure.diagnostics { console.say(PlainText.line(diagnostic.description)) }
      if failure.others > 0 { console.say("and \(failure.others) more") }
      let count = failure.count
      console.error(count == 1 ? "the input has 1 problem" : "the input has \(count) problems")
      return .badInput
    } catch let error as EnvironmentError {
      // Who stopped reading our output wants no message about it.
      guard error != .closedOutput else { return .environment }
      console.error(error.message)
      if !error.remedy.isEmpty { console.say(error.remedy) }
      return .environment
    } catch {
      console.error("\(error)")
      return .environment
    }
  }

  private static func perform(_ words: [String], _ console: Console) throws -> ExitStatus {
    guard let first = words.first else {
      console.raw(HelpText.overview(Command.all))
      return .usage
    }
    switch first {
    case "--help", "-h":
      try console.data(HelpText.overview(Command.all))
      return .done
    case "--version":
      try console.print(["cogov \(Version.number)"])
      return .done
    default: break
    }
    guard !first.hasPrefix("-") else {
      throw UsageError(message: "unknown option '\(first)' before a command")
    }
    let command = try Command.named(first)
    let arguments = try ArgumentParser.parse(words.dropFirst(), for: command)
    if arguments.has("help") {
      try console.data(HelpText.page(of: command))
      return .done
    }
    return try command.work(arguments, console)
  }
}

extension EnvironmentError {
  /// What writing to a pipe gives whose reader has gone.
  fileprivate static let closedOutput = EnvironmentError("write", "standard output", code: EPIPE)
}
