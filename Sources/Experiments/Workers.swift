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
  /// - Returns: why the system does not give so many threads; nil where it does. Those that were begun stop after the
  ///   piece that they are at.
  static func run(
    count: Int, threads: Int, stop: StopSignal, tick: () -> Void,
    work: @escaping @Sendable (Int) -> Void
  ) -> EnvironmentError? {
    let next = Counter()
    let ended = DispatchSemaphore(value: 0)
    let crew = max(1, min(threads, count))
    if let refusal = MemoryLimit.refusal(of: crew, stack: stackBytes) { return refusal }
    for number in 0..<crew {
      let code = start {
        while !stop.isRequested {
          let index = next.claim()
          guard index < count else { break }
          work(index)
        }
        ended.signal()
      }
      guard code == 0 else {
        stop.request()
        return EnvironmentError(
          "cannot start thread \(number + 1) of \(crew): \(String(cString: strerror(code)))",
          remedy:
            "Use fewer with --threads, or raise the limits of processes and memory (ulimit -u, ulimit -v).")
      }
    }
    var working = crew
    while working > 0, !stop.isRequested {
      if ended.wait(timeout: .now() + .milliseconds(100)) == .success { working -= 1 }
      tick()
    }
    return nil
  }

  /// Starts a thread; gives the code of the error, or 0. Foundation's own threads do not say that they cannot start.
  private static func start(_ body: @escaping @Sendable () -> Void) -> Int32 {
    let box = Unmanaged.passRetained(Body(body))
    let code = withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { space in
      guard let attributes = space.baseAddress else { return ENOMEM }
      pthread_attr_init(attributes)
      defer { pthread_attr_destroy(attributes) }
      pthread_attr_setstacksize(attributes, stackBytes)
      pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
      #if canImport(Darwin)
        var thread: pthread_t?
        return pthread_create(&thread, attributes, { Body.run($0) }, box.toOpaque())
      #else
        var thread: pthread_t = 0
        return pthread_create(&thread, attributes, { $0.flatMap { Body.run($0) } }, box.toOpaque())
      #endif
    }
    if code != 0 { box.release() }
    return code
  }

  /// What a thread does.
  private final class Body: Sendable {
    private let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    static func run(_ box: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
      Unmanaged<Body>.fromOpaque(box).takeRetainedValue().body()
      return nil
    }
  }

  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)
    func claim() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
  }
}
