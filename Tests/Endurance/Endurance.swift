import Foundation

/// Long trials that no single test could hold: run by hand or by a script, deterministic from their seeds.
@main
struct Endurance {
  /// A trial by name: its words after the name, what it does, and the trial, which gives false for a failure.
  struct Command: Sendable {
    var name: String
    var words: String
    var summary: String
    var run: @Sendable ([String]) throws -> Bool
  }

  /// A message for who typed the words.
  struct Misuse: Error { var message: String }

  static let commands = [
    ReaderTrial.command, StateTrial.command, BatchTrial.command, FuzzTrial.command, ExchangeTrial.command,
  ]

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    guard let name = words.first, let command = commands.first(where: { $0.name == name }) else {
      for command in commands { print("Endurance \(command.name) \(command.words)\n    \(command.summary)") }
      exit(2)
    }
    do {
      exit(try command.run(Array(words.dropFirst())) ? 0 : 1)
    } catch let misuse as Misuse {
      print("Endurance \(name) \(command.words)\n\(misuse.message)")
      exit(2)
    } catch {
      print("Endurance \(name): \(error)")
      exit(1)
    }
  }

  /// A whole number among the words; `standard` where there are fewer words.
  static func number(_ words: [String], _ index: Int, _ name: String, standard: Int? = nil) throws -> Int {
    if index >= words.count, let standard { return standard }
    guard index < words.count, let number = Int(words[index]), number >= 0 else {
      throw Misuse(message: "\(name) must be a whole number, 0 or more")
    }
    return number
  }
}
