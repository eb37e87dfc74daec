import Foundation
import Scenarios
import Testing

/// A folder that lives as long as a test.
final class Folder {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("scenarios-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    let file = path + "/" + name
    let parent = URL(fileURLWithPath: file).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: file, contents: Data(bytes))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }
}

/// Reads a scenario text.
func load(_ text: String, set: [String] = []) throws -> Scenario {
  let folder = Folder()
  return try ScenarioReader.load(
    folder.write("trial.json5", text), overrides: set.compactMap { Override($0) })
}

/// Problems of a scenario text as `line:column: message`; those of overrides start with `--set:`.
func problems(_ text: String, set: [String] = []) -> [String] {
  problems(Array(text.utf8), set: set)
}

func problems(_ bytes: [UInt8], set: [String] = []) -> [String] {
  let folder = Folder()
  let path = folder.write("trial.json5", bytes)
  return problems { () throws(InputFailure) in
    try ScenarioReader.load(path, overrides: set.compactMap { Override($0) })
  }
}

/// Problems with the names of files cut to their last part; that of `trial.json5` left out.
func problems<Value>(_ read: () throws(InputFailure) -> Value) -> [String] {
  do {
    _ = try read()
    return []
  } catch {
    return error.diagnostics.map { problem in
      let name = problem.file.split(separator: "/").last.map(String.init) ?? ""
      return (name == "trial.json5" ? "" : name + ":")
        + "\(problem.line):\(problem.column): \(problem.message)"
    }
  }
}

/// Expects exactly these problems, each by its start and perhaps, after `…`, by a part of its rest.
func expect(
  _ found: [String], _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, "\(found)", sourceLocation: sourceLocation)
  for (problem, wanted) in zip(found, expected) {
    let parts = wanted.components(separatedBy: "…")
    #expect(problem.hasPrefix(parts[0]), "\(problem) has not \(wanted)", sourceLocation: sourceLocation)
    for part in parts.dropFirst() {
      #expect(problem.contains(part), "\(problem) has not \(part)", sourceLocation: sourceLocation)
    }
  }
}
