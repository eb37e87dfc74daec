import Engine

/// Paths that set an option of a mechanism where it is off: they would switch it on unawares.
extension InputReading {
  /// Whether a mechanism is written in a tree and not switched off.
  static func isOn(_ id: String, in tree: JSON5Value) -> Bool {
    switch tree["mechanisms"]?[id]?.content {
    case nil, .null, .flag(false): false
    default: true
    }
  }

  /// Reports changes for all scenarios that none of them could take, and warns of those from the command line that
  /// only some could.
  func reportSkipped(_ patches: [Patch], in scenarios: [Scenario]) {
    for patch in patches {
      guard let id = patch.mechanismOfOption else { continue }
      let lacking = scenarios.filter { $0.skipped.contains(patch.path) }
      if lacking.isEmpty { continue }
      if lacking.count == scenarios.count {
        diagnosis.report(
          patch.keys[1].place,
          "'\(patch.path)' is an option of '\(id)', which is off "
            + (scenarios.count == 1 ? "here" : "in every variant") + "; " + patch.remedyWhereOff(id))
      } else if patch.keys[0].place.isCommandLine {
        diagnosis.warn(
          patch.keys[1].place,
          "'\(patch.path)' is set only where '\(id)' is on; it stays off in \(Notice.named(lacking.map(\.name)))"
        )
      }
    }
  }
}

extension Patch {
  /// Its keys joined by dots.
  var path: String { keys.map(\.text).joined(separator: ".") }

  /// How to switch the mechanism on in words of the place where the option was set.
  func remedyWhereOff(_ id: String) -> String {
    if keys[0].place.isCommandLine {
      let options = keys.count == 3 ? "{\(keys[2].text): \(value.text)}" : "{…}"
      return "to switch it on: --set 'mechanisms.\(id)=\(options)'"
    }
    // Without the value: one message for all values of a factor or a range.
    return "to switch it on, set all of it, \"mechanisms.\(id)\": {\(keys[2].text): …}, or write it into the "
      + "scenario that is changed, mechanisms: {\(id): true}"
  }
}
