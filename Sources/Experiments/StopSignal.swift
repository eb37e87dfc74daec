import Synchronization

/// A request to stop, which any thread or a signal handler may make.
public final class StopSignal: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  public func request() { flag.store(true, ordering: .releasing) }
  public var isRequested: Bool { flag.load(ordering: .acquiring) }
}
