/// How a command ended, for scripts.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case done = 0
  case someRunsFailed = 1
  case usage = 2
  case badInput = 3
  case environment = 4
  /// 128 + SIGINT, as shells have it.
  case stopped = 130

  var meaning: String {
    switch self {
    case .done: "done"
    case .someRunsFailed: "some runs failed; the others are written"
    case .usage: "the command line is wrong"
    case .badInput: "a scenario or experiment file is wrong"
    case .environment: "disk, permission or folder in the way"
    case .stopped: "stopped; the same command goes on"
    }
  }
}
