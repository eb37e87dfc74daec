import Experiments
import Tables

/// Shows how far a batch is: a bar on a terminal, a line for every tenth elsewhere.
struct ProgressDisplay {
  private let console: Console
  private let quiet: Bool
  private var lastTenth = -1
  private var lastDrawn = -Double.infinity
  private var drawn = false

  init(_ console: Console, quiet: Bool) {
    self.console = console
    self.quiet = quiet
  }

  /// Takes the newest state; draws at most ten times a second.
  /// - Parameters:
  ///   - what: what is in work, where that is one of several things.
  ///   - left: seconds that the rest takes, where more is known than the number of runs.
  mutating func update(_ progress: BatchProgress, what: String = "", left: Double? = nil) {
    guard !quiet else { return }
    if console.terminal {
      let last = progress.done == progress.total
      guard last || progress.elapsed - lastDrawn >= 0.1 else { return }
      lastDrawn = progress.elapsed
      drawn = true
      // Carriage return and "erase to the end of the line", so that a shorter line leaves nothing behind.
      console.raw("\r\(Self.bar(progress, what: what, left: left, width: console.width - 1))\u{1B}[K")
    } else {
      let tenth = progress.total == 0 ? 10 : progress.done * 10 / progress.total
      guard tenth > lastTenth else { return }
      // The start is worth a line only where earlier parts were found.
      if tenth > 0 || progress.reused > 0 { console.say(Self.line(progress, what: what, left: left)) }
      lastTenth = tenth
    }
  }

  /// Leaves the bar's line, so that messages start on one of their own.
  mutating func finish() {
    if drawn { console.raw("\n") }
    drawn = false
  }

  /// One line without a bar: "12 of 40 runs, 1.3 runs/s, about 21 s left".
  static func line(_ progress: BatchProgress, what: String = "", left: Double? = nil) -> String {
    var parts = [
      (what.isEmpty ? "" : "\(PlainText.line(what)): ")
        + "\(progress.done) of \(Readable.runs(progress.total))"
    ]
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    let rate = progress.rate
    if rate > 0 {
      parts.append(
        rate >= 1
          ? "\(Readable.fixed(rate, rate < 10 ? 1 : 0)) runs/s" : "\(Readable.fixed(1 / rate, 1)) s/run")
      if progress.done < progress.total {
        let left = left ?? Double(progress.total - progress.done) / rate
        parts.append("\(Readable.about(left)) left")
      }
    }
    return parts.joined(separator: ", ")
  }

  /// The bar with the same line behind it, in at most `width` columns.
  static func bar(
    _ progress: BatchProgress, what: String = "", left: Double? = nil, width: Int
  ) -> String {
    let text = line(progress, what: what, left: left)
    let room = min(30, width - text.count - 3)
    guard room >= 5 else { return TextLayout.fit(text, to: width) }
    let full = progress.total == 0 ? room : room * progress.done / progress.total
    return "[" + String(repeating: "#", count: full) + String(repeating: "-", count: room - full) + "] "
      + text
  }
}
