import Foundation
import Tables

extension Batch {
  /// What a batch would find in its folder.
  public enum Outlook: Sendable, Equatable {
    case new
    /// Goes on with this many finished runs.
    case goesOn(finished: Int)
    case alreadyComplete
    /// Takes over what fits of the results there.
    case takesOver
  }

  /// Checks everything that can be checked before computing, and changes nothing.
  /// - Throws: ``EnvironmentError`` where ``run(stop:progress:)`` would refuse the folder.
  public func outlook() throws(EnvironmentError) -> Outlook {
    let results = ResultsFolder(path: folder)
    let plan = self.plan
    let finding = try results.examine(for: plan, existing)
    try results.requireWritable()
    switch finding {
    case .complete(let found): return retriesFailed && found.failed > 0 ? .takesOver : .alreadyComplete
    case .otherReplicates:
      // What is taken over is made parts again.
      try requireSpace(for: plan.runs.count)
      return .takesOver
    case .empty:
      try requireSpace(for: plan.runs.count)
      return .new
    case .unfinished:
      let histories = self.histories
      let work = try BatchWork(
        batch: self, plan: plan, store: PartStore(in: folder), runs: runs(of: plan, histories),
        histories: histories)
      try requireSpace(for: work.missing.count)
      return .goesOn(finished: work.runs.count - work.missing.count)
    }
  }
}

extension ResultsFolder {
  /// Refuses a folder, or a place for one, that cannot be written.
  func requireWritable() throws(EnvironmentError) {
    var place = URL(fileURLWithPath: path).standardizedFileURL
    var status = try Disk.status(of: place.path)
    while status == nil, place.path != "/" {
      place.deleteLastPathComponent()
      status = try Disk.status(of: place.path)
    }
    guard status?.kind == .folder else {
      throw EnvironmentError("make the folder", path, code: ENOTDIR)
    }
    guard access(place.path, W_OK | X_OK) == 0 else {
      throw EnvironmentError("write in", place.path, code: errno)
    }
  }
}
