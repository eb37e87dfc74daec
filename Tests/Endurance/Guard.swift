import Foundation
import Synchronization

/// Ends the process with a word of what was going on, should a step crash, hang or take too much memory.
final class Guard: Sendable {
  /// Whether the program was built with a sanitizer, which tells crashes itself and takes time and memory.
  static let isSanitized = ["__asan_init", "__tsan_init"].contains { (name: String) in
    dlsym(dlopen(nil, RTLD_LAZY), name) != nil
  }
  /// Seconds of processor time that one step may take: how busy the machine is does not count.
  static let longest = isSanitized ? 200.0 : 10.0
  /// Peak of resident memory, in MB.
  static let mostMemory = isSanitized ? 3_000 : 300
  /// Address space, in MB: what must not be had is refused before the machine suffers.
  static let mostSpace = 4_000

  /// The words for a crash, ready before it happens: a signal may interrupt an allocation.
  nonisolated(unsafe) private static var words: UnsafeMutablePointer<CChar>?

  private struct Step {
    var name = ""
    var start: Double?
  }

  private let step = Mutex(Step())

  init() {
    if !Self.isSanitized { prepare() }
    Thread.detachNewThread { self.watch() }
  }

  /// Sees to it that crashes and a want of memory are told.
  private func prepare() {
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] {
      Foundation.signal(signal, Self.crash)
    }
    #if os(Linux)
      var limit = rlimit(rlim_cur: rlim_t(Self.mostSpace) << 20, rlim_max: rlim_t(Self.mostSpace) << 20)
      setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
      // Where the stack is full the signal needs another.
      var stack = stack_t()
      stack.ss_size = 1 << 16
      stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stack.ss_size, alignment: 16)
      sigaltstack(&stack, nil)
      var action = sigaction()
      action.__sigaction_handler.sa_handler = Self.crash
      action.sa_flags = SA_ONSTACK
      sigaction(SIGSEGV, &action, nil)
    #endif
  }

  private static let crash: @convention(c) (Int32) -> Void = { _ in
    if let words = Guard.words { _ = write(1, words, strlen(words)) }
    _exit(1)
  }

  /// Does one step under watch.
  func watch(_ name: String, _ work: () -> Void) {
    let words = strdup("crash: \(name)\n")
    let old = Self.words
    Self.words = words
    free(old)
    step.withLock { $0 = Step(name: name, start: Self.processorSeconds) }
    work()
    step.withLock { $0.start = nil }
  }

  private func watch() {
    while true {
      Thread.sleep(forTimeInterval: 0.5)
      let (name, start) = step.withLock { ($0.name, $0.start) }
      if let start, Self.processorSeconds - start > Self.longest {
        print("more than \(Self.longest) s of processor time: \(name)")
        exit(1)
      }
    }
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Peak of resident memory so far, in MB.
  static var peak: Int {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Int(usage.ru_maxrss) >> 10
    #else
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss) >> 20
    #endif
  }
}
