import Foundation
import Synchronization

/// Threads that share out numbered pieces of work.
enum Workers {
  /// A run may recurse deeper than the small default stack of secondary threads allows.
  private static let stackBytes = 16 << 20

  /// Calls `work` once for every number below `count`, from `threads` threads, until it is done or `stop`
  /// says so; `tick` is called about every tenth of a second and at the end, from the calling thread.
  ///
  /// After a stop it returns at once: work that has begun goes on in the background and must leave nothing
  /// behind.
  static func run(
    count: Int, threads: Int, stop: StopSignal, tick: () -> Void,
    work: @escaping @Sendable (Int) -> Void
  ) {
    let next = Counter()
    let ended = DispatchSemaphore(value: 0)
    let crew = max(1, min(threads, count))
    for _ in 0..<crew {
      let thread = Thread {
        while !stop.isRequested {
          let index = next.claim()
          guard index < count else { break }
          work(index)
        }
        ended.signal()
      }
      thread.stackSize = stackBytes
      thread.start()
    }
    var working = crew
    while working > 0, !stop.isRequested {
      if ended.wait(timeout: .now() + .milliseconds(100)) == .success { working -= 1 }
      tick()
    }
  }

  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)
    func claim() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
  }
}
