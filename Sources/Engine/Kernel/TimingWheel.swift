/// Weeks in which something is due: each entry waits in the list of its week, so that a week costs what is due
/// in it and not what is waiting.
struct TimingWheel: Sendable {
  /// Entries lie at most this many weeks ahead.
  static let span = 64
  private var lists: [[Int32]] = Array(repeating: [], count: TimingWheel.span)

  /// Entries due in a week, in the order in which they were set; the list is emptied.
  mutating func take(week: Int) -> [Int32] {
    let slot = week % Self.span
    let due = lists[slot]
    lists[slot].removeAll(keepingCapacity: true)
    return due
  }

  /// Sets an entry `delay` weeks ahead (1 … span − 1; clamped).
  mutating func set(_ entry: Int32, week: Int, delay: Int) {
    lists[(week + min(max(delay, 1), Self.span - 1)) % Self.span].append(entry)
  }

  /// - Parameter entries: how many there can be.
  mutating func archive(_ archive: inout Archive, entries: Int) {
    archive.each(&lists) { archive, list in archive.indices(&list, below: entries) }
  }

  /// Everything that waits, for the fingerprint.
  func combine(into fingerprint: inout Fingerprint) {
    for list in lists {
      fingerprint.combine(list.count)
      for entry in list { fingerprint.combine(Int(entry)) }
    }
  }
}
