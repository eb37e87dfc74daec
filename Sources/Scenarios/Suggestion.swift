/// Finds what somebody meant by a misspelt word.
public enum Suggestion {
  /// Longest word that is compared, and most words that it is compared with: the search is quadratic in the one and
  /// linear in the other, and is made for many problems of a file.
  private static let (longest, most) = (60, 2_000)

  /// The candidate with the fewest edits (insertions, deletions, replacements, swaps of neighbours; case counts
  /// for little), if it is near enough to be meant; of equally near ones the first. If none is near, the only one
  /// that contains the word: `fund` for `autonomyFund`.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    guard word.utf8.count <= 4 * longest else { return nil }
    let letters = Array(word.lowercased().unicodeScalars)
    // A very long word is no slip of the hand.
    guard !letters.isEmpty, letters.count <= longest else { return nil }
    let candidates = candidates.prefix(most)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate.unicodeScalars.count <= longest {
      let other = Array(candidate.lowercased().unicodeScalars)
      let allowed = max(1, max(letters.count, other.count) / 3)
      if abs(letters.count - other.count) > allowed { continue }
      let distance = distance(letters, other)
      if distance <= allowed, distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    if let best { return best.candidate }
    guard letters.count >= 4 else { return nil }
    let containing = candidates.filter { $0.lowercased().contains(word.lowercased()) }
    return containing.count == 1 ? containing[0] : nil
  }

  /// What may stand here, and which of it was probably meant.
  /// - Parameter all: Whether a long list is shown whole.
  public static func allowed(_ choices: [String], near word: String, all: Bool = false) -> String {
    let shown = all || choices.count <= 12 ? choices : Array(choices.prefix(10))
    var text = choices.isEmpty ? "nothing is allowed here" : "allowed: " + shown.joined(separator: ", ")
    if shown.count < choices.count { text += ", … (\(choices.count) in all)" }
    if let meant = nearest(to: word, among: choices) { text += "; did you mean '\(meant)'?" }
    return text
  }

  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(second.count + 1)
      for (column, other) in second.enumerated() {
        var cost = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }
}
