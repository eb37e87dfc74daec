// A count of allocations by the process itself. On Linux the linker lets `countedMalloc` stand in for `malloc` in
// this program and in the libraries it loads (see Package.swift); the C library's own allocator does the work.
// Elsewhere nothing is counted, and the report says so.
#if os(Linux)
  nonisolated(unsafe) private var allocationCount = 0

  @_silgen_name("__libc_malloc")
  private func libcMalloc(_ size: Int) -> UnsafeMutableRawPointer?

  /// Called for every allocation of every thread: counts are exact while one thread works, as it does here.
  @_cdecl("countedMalloc")
  public func countedMalloc(_ size: Int) -> UnsafeMutableRawPointer? {
    allocationCount &+= 1
    return libcMalloc(size)
  }

  /// Allocations of this process so far.
  var allocations: Int? { allocationCount }
#else
  var allocations: Int? { nil }
#endif
