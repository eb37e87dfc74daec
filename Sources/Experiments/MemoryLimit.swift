import Foundation

/// The limit on the memory of this process (`ulimit -v`), looked at before threads are started: where it is met in
/// mid-work, nothing but an abort is left.
enum MemoryLimit {
  /// What a thread takes beside its stack, at least: a small run and the allocator's own.
  private static let perThread = 8 << 20

  /// Why so many threads clearly have no room; nil where they may have it.
  static func refusal(of threads: Int, stack: Int) -> EnvironmentError? {
    guard let room else { return nil }
    let each = stack + perThread
    guard threads * each > room else { return nil }
    let most = room / each
    return EnvironmentError(
      "\(threads == 1 ? "1 thread needs" : "\(threads) threads need") \(threads * each >> 20) MB of memory and more; "
        + "the limit (ulimit -v) leaves \(room >> 20) MB",
      remedy: most > 0
        ? "Raise the limit, or use fewer threads: --threads \(most) or less." : "Raise the limit: ulimit -v.")
  }

  /// Bytes of address space that this process may still take; nil where there is no limit or none is known.
  private static var room: Int? {
    #if os(Linux)
      var limit = rlimit()
      guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < Int.max,
        let file = fopen("/proc/self/statm", "r")
      else { return nil }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 128)
      guard fgets(&line, Int32(line.count), file) != nil else { return nil }
      let pages = strtol(line, nil, 10)
      return max(0, Int(limit.rlim_cur) - pages * sysconf(Int32(_SC_PAGESIZE)))
    #else
      return nil
    #endif
  }
}
