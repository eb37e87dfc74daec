import Engine
import Scenarios

/// What variants of an experiment have in common from their first week on: one stem up to the week in which they
/// begin to differ, then a branch for each group that still agrees.
///
/// A stem is simulated once for every replicate, and its state taken up by each branch: the same bytes as from the
/// start (``Engine/Setting/history(before:)``), in less time.
struct HistoryTree: Sendable, Equatable {
  /// All variants of the tree, by their place in the design; those of a leaf are the same in everything.
  var variants: [Int]
  /// Weeks done where it branches; of a leaf, all its weeks.
  var end: Int
  var branches: [HistoryTree] = []

  /// Trees that hold each of these settings once. Two settings are in one tree if they share at least a week.
  static func trees(of settings: [Setting]) -> [HistoryTree] {
    // Without anything that begins in the course of a run there is nothing to share, and to look takes time.
    guard settings.contains(where: { !$0.onsets.isEmpty }) else {
      return settings.indices.map { HistoryTree(variants: [$0], end: settings[$0].schedule.total) }
    }
    return groups(Array(settings.indices), of: settings, before: 1).map { tree($0, of: settings) }
  }

  private static func tree(_ variants: [Int], of settings: [Setting]) -> HistoryTree {
    let shortest = variants.map { settings[$0].schedule.total }.min() ?? 0
    guard variants.count > 1 else { return HistoryTree(variants: variants, end: shortest) }
    var end = 0
    let onsets = Set(variants.flatMap { settings[$0].onsets }.filter { $0 < shortest }).sorted()
    for week in onsets + [shortest] {
      let groups = groups(variants, of: settings, before: week)
      if groups.count > 1 {
        return HistoryTree(variants: variants, end: end, branches: groups.map { tree($0, of: settings) })
      }
      end = week
    }
    // Some may go on for longer than others.
    let longer = variants.filter { settings[$0].schedule.total > end }
    let ended = variants.filter { settings[$0].schedule.total == end }
    guard !longer.isEmpty else { return HistoryTree(variants: variants, end: end) }
    let rest = groups(longer, of: settings, before: .max).map { tree($0, of: settings) }
    return HistoryTree(
      variants: variants, end: end, branches: [HistoryTree(variants: ended, end: end)] + rest)
  }

  /// Variants with equal histories, in the order of the first of each group.
  private static func groups(_ variants: [Int], of settings: [Setting], before week: Int) -> [[Int]] {
    let digest = SettingDigest()
    var places: [String: Int] = [:]
    var groups: [[Int]] = []
    for variant in variants {
      let last = min(week, settings[variant].schedule.total)
      let history = digest.of(settings[variant].history(before: last))
      if let place = places[history] {
        groups[place].append(variant)
      } else {
        places[history] = groups.count
        groups.append([variant])
      }
    }
    return groups
  }

  /// The part of the tree that leads to these variants; nil where none of them is in it.
  func pruned(to wanted: Set<Int>) -> HistoryTree? {
    let kept = variants.filter(wanted.contains)
    if kept.isEmpty { return nil }
    let branches = branches.compactMap { $0.pruned(to: wanted) }
    // A stem with one branch left is the beginning of that branch.
    if branches.count == 1 { return branches[0] }
    return HistoryTree(variants: kept, end: end, branches: branches)
  }

  /// Weeks that are simulated for it, from so many on.
  func weeks(from start: Int = 0) -> Int {
    end - start + branches.reduce(0) { $0 + $1.weeks(from: end) }
  }
}
