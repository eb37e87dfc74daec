import Engine
import Foundation
import Scenarios

/// The smallest world that has everything: two hundred people in one neighbourhood.
enum Hamlet {
  static func setting() throws -> Setting {
    let path = FileManager.default.temporaryDirectory.path + "/cogov-hamlet-\(getpid()).json5"
    let text = "{city: {residents: 200, neighbourhoods: 1}, conditions: {publicNeeds: 0.0006}}"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    return try ExperimentReader.load(path).variants[0].scenario.setting
  }
}
