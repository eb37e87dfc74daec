import Engine
import Foundation
import Scenarios

/// Saved states of runs on disk: from which a run that was stopped goes on, and to which weeks can be added.
///
/// A state is found by what it is a function of: the history of a setting up to its week, seed and replicate. So any
/// variant may take it up that shares this history, whoever saved it. What does not fit – torn, changed, of another
/// build – is not used, and said.
struct StateStore: Sendable {
  /// States of finished runs, kept in the folder of results on request.
  static let keptFolder = ".states"
  private static let kind = "cogov-state 1"
  private static let ending = ".state"

  let folder: String
  let plan: Plan
  /// Keeps files that are being written apart from those of other processes in the same folder.
  let writer: String
  /// Names of the states that were there at the beginning, by replicate, latest weeks first.
  private let found: [Int: [Name]]

  private struct Name: Sendable {
    var week: Int
    var file: String
  }

  /// - Throws: ``EnvironmentError`` where there is a folder of states whose names cannot be read.
  init(folder: String, plan: Plan, writer: String) throws(EnvironmentError) {
    self.folder = folder
    self.plan = plan
    self.writer = writer
    var found: [Int: [Name]] = [:]
    for file in try Disk.names(in: folder) where file.hasSuffix(Self.ending) {
      let words = file.dropLast(Self.ending.count).split(separator: "-")
      guard words.count == 3, let replicate = Int(words[1].dropFirst()), let week = Int(words[2].dropFirst())
      else { continue }
      found[replicate, default: []].append(Name(week: week, file: file))
    }
    self.found = found.mapValues { $0.sorted { ($0.week, $0.file) > ($1.week, $1.file) } }
  }

  private func file(_ history: String, _ replicate: Int, _ week: Int) -> String {
    "\(history)-r\(replicate)-w\(week)\(Self.ending)"
  }

  private func identity(_ history: String, _ replicate: Int, _ week: Int) -> String {
    [plan.version, history, String(plan.seed), String(replicate), String(week)].joined(separator: "\n")
  }

  /// Saves a state; returns where.
  /// - Parameter unit: keeps files that are being written apart from those of other threads, which may come to the
  ///   same state.
  func save(
    _ state: [UInt8], of setting: Setting, replicate: Int, week: Int, unit: Int = 0
  ) throws(EnvironmentError) -> String {
    // Not those above it: where the results have gone there is no place for states either.
    if mkdir(folder, 0o755) == 0 {
      try FileSink.syncFolder(of: folder)
    } else if errno != EEXIST {
      throw EnvironmentError("make", folder, code: errno)
    }
    let history = SettingDigest().of(setting.history(before: week))
    let path = "\(folder)/\(file(history, replicate, week))"
    let envelope = Envelope(
      Self.kind, [.init("identity", identity(history, replicate, week)), .init("state", state)])
    try FileSink.replace(path, with: envelope.encoded, temporary: "\(writer).u\(unit).tmp")
    return path
  }

  /// A state and the week that it is of.
  struct Found {
    var week: Int
    var state: [UInt8]
    var path: String
    /// Whether it goes when its run is finished.
    var isCheckpoint: Bool
  }

  /// The latest saved state that a setting can take up within these weeks; nil where there is none.
  /// - Parameter refused: told why a state that is there cannot be used.
  func latest(
    of setting: Setting, replicate: Int, within weeks: ClosedRange<Int>, refused: (String) -> Void
  ) -> Found? {
    for name in found[replicate] ?? [] where weeks.contains(name.week) {
      let history = SettingDigest().of(setting.history(before: name.week))
      guard name.file == file(history, replicate, name.week) else { continue }
      let bytes: [UInt8]
      do throws(EnvironmentError) {
        guard let found = try Disk.bytes(of: "\(folder)/\(name.file)") else { continue }
        bytes = found
      } catch {
        // A state only saves time.
        refused(error.message)
        continue
      }
      guard let pieces = Envelope(bytes, kind: Self.kind)?.pieces, pieces.count == 2,
        pieces.map(\.name) == ["identity", "state"]
      else {
        refused("torn, changed, or of another version of cogov")
        continue
      }
      guard pieces[0].text == identity(history, replicate, name.week) else {
        refused("made by another build of cogov, or with another seed")
        continue
      }
      return Found(
        week: name.week, state: pieces[1].bytes, path: "\(folder)/\(name.file)",
        isCheckpoint: !folder.hasSuffix(Self.keptFolder))
    }
    return nil
  }

  /// Removes all but the last states of these runs: those of shorter runs have served.
  func keepLast(of runs: [RunID], settings: [Setting]) {
    let names = Set(
      runs.map { id in
        let total = settings[id.variant].schedule.total
        return file(SettingDigest().of(settings[id.variant].history(before: total)), id.replicate, total)
      })
    for name in found.values.joined() where !names.contains(name.file) { unlink("\(folder)/\(name.file)") }
  }
}
