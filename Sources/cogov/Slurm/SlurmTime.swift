/// A time limit as Slurm writes it: `HH:MM:SS`.
struct SlurmTime: Sendable, Equatable, Comparable, CustomStringConvertible {
  let seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  /// Reads `HH:MM:SS`, with as many hours as need be; nil for anything else and for no time at all.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      (1...6).contains(parts[0].count), parts[1].count == 2, parts[2].count == 2,
      let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60,
      let rest = Int(parts[2]), rest < 60, hours + minutes + rest > 0
    else { return nil }
    seconds = hours * 3600 + minutes * 60 + rest
  }

  /// A limit for work of about so many seconds: four times that, since machines differ, in whole ten minutes.
  init(forWorkOf seconds: Double) {
    self.seconds = max(1, Int((4 * min(seconds, 1e9) / 600).rounded(.up))) * 600
  }

  static func < (a: SlurmTime, b: SlurmTime) -> Bool { a.seconds < b.seconds }

  var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
