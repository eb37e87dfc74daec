import Engine

/// What it takes to save a run and to take it up again: without mechanisms and with all of them.
struct SavingTimes {
  let rows: [String]

  init(weeks: Int) throws {
    var rows = ["\nsaving          bytes/resident       save (ms)    restore (ms)"]
    for (name, given) in [("plain", Setting()), ("all mechanisms", .withAllMechanisms)] {
      var setting = given
      setting.schedule.observed = max(1, weeks - setting.schedule.burnIn)
      var run = try SimulationRun(setting, seed: 1, replicate: 1)
      try run.advance(to: weeks)
      let saved = measure { run.state() }
      let taken = try measure {
        try SimulationRun(setting, seed: 1, replicate: 1, state: saved.value).week
      }
      let label = name + String(repeating: " ", count: max(0, 16 - name.count))
      rows.append(
        label + Row.number(Double(saved.value.count) / Double(setting.city.residents), 14)
          + Row.number(saved.seconds * 1e3, 16) + Row.number(taken.seconds * 1e3, 16))
    }
    self.rows = rows
  }
}
