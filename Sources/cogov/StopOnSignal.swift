import Experiments
import Foundation

/// Turns Ctrl-C and a polite kill into a request to stop; a second one ends the process at once. What is
/// finished is on the disk either way.
struct StopOnSignal: ~Copyable {
  let stop = StopSignal()
  private let sources: [any DispatchSourceSignal]

  /// - Throws: ``EnvironmentError`` where too few files may be open, at which the library of signals would end the
  ///   process.
  init() throws(EnvironmentError) {
    try ProcessSetup.requireDescriptors()
    let stop = self.stop
    sources = [SIGINT, SIGTERM].map { number in
      // The source sees only what the default action does not take.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if stop.isRequested { _exit(ExitStatus.stopped.rawValue) }
        stop.request()
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}
