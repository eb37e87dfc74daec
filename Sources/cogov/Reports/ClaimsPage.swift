import Experiments
import Scenarios
import Tables

/// The results of claims as a page of the documentation, made of `claims.csv` and `tests.csv` alone.
struct ClaimsPage {
  /// The folder with the tables.
  let folder: String
  /// Whether the tables were made in this execution, of results that were checked.
  let isVerified: Bool

  private static let title = "# Claims of the literature"

  func write(to path: String) throws(EnvironmentError) {
    try Self.examine(path)
    let claims = try Self.read("\(folder)/claims.csv")
    let tests = try Self.read("\(folder)/tests.csv")
    try FileSink.replace(path, with: Self.text(claims, tests, isVerified: isVerified))
  }

  /// Refuses to replace what is not such a page.
  static func examine(_ path: String) throws(EnvironmentError) {
    let bytes: [UInt8]
    do throws(InputFile.Problem) {
      bytes = try InputFile.bytes(of: path, limit: 1 << 24)
    } catch {
      if error == .missing { return }
      throw EnvironmentError(path, error)
    }
    guard bytes.starts(with: title.utf8) else {
      throw EnvironmentError(
        "\(path) is not a page of claims, and would be lost", remedy: "Choose another file with --page.")
    }
  }

  /// A row of a table by the names of its columns.
  struct Row {
    var values: [String: String]

    subscript(column: String) -> String { values[column] ?? "" }

    func number(_ column: String) -> Double { Double(self[column]) ?? .nan }

    func effect(_ prefix: String = "") -> String {
      let names =
        prefix.isEmpty ? ["effect", "low", "high"] : ["effect", "low", "high"].map { "\(prefix)_\($0)" }
      return Readable.effect(number(names[0]), low: number(names[1]), high: number(names[2]))
    }
  }

  private static func read(_ path: String) throws(EnvironmentError) -> [Row] {
    do throws(TableProblem) {
      var reader = try CSVReader(path: path)
      var rows: [Row] = []
      while let row = try reader.next() {
        let values = reader.header.enumerated().map { ($1, row.text($0)) }
        rows.append(Row(values: Dictionary(values, uniquingKeysWith: { first, _ in first })))
      }
      return rows
    } catch {
      throw EnvironmentError(
        "cannot read \(path):\(error)", remedy: "The same command without --page writes it.")
    }
  }

  // MARK: Text

  private static func text(_ claims: [Row], _ tests: [Row], isVerified: Bool) -> String {
    let kinds = Verdict.Kind.allCases.map(\.rawValue)
    var lines = [
      Self.title, "",
      "What came of each claim of the sources in the model. `cogov claims` makes this page of its tables; how claims "
        + "are tried, and what a verdict means and does not, is in <doc:Claims-method>."
        + (isVerified ? "" : " The tables were read as they are, unverified."), "",
      "| verdict | claims | of these emergent |", "|---|---|---|",
    ]
    for kind in kinds {
      let those = claims.filter { $0["verdict"] == kind }
      lines.append("| \(kind) | \(those.count) | \(those.count { $0["origin"] == "emergent" }) |")
    }
    lines += [
      "",
      "Effects are those of a claim's first contrast, with the 95 % interval over replicates; *smallest* is the "
        + "smallest effect of interest, registered beforehand; that there is no effect is judged by the 90 % interval, that of two one-sided tests at "
        + "5 %. The other columns are of all contrasts: *p* is the largest "
        + "of theirs, adjusted for all \(claims.count) claims (Holm); *robust* is the share of draws of all free parameters "
        + "in which each has the expected sign.",
    ]
    for kind in kinds {
      let those = claims.filter { $0["verdict"] == kind }
      if !those.isEmpty { lines += section(kind, those, tests) }
    }
    lines += origins(claims, tests) + frames(claims, tests)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ kind: String, _ claims: [Row], _ tests: [Row]) -> [String] {
    let isContradicted = kind == Verdict.Kind.contradicted.rawValue
    var lines = ["", "## \(kind.prefix(1).uppercased() + kind.dropFirst())", ""]
    if isContradicted { lines += [ways(claims, tests), ""] }
    lines += [
      "| claim | what is claimed | expected | measure | effect | smallest | p | robust | where, or why |",
      "|---|---|---|---|---|---|---|---|---|",
    ]
    for claim in claims {
      let cells = [
        claim["claim"], cell("\(claim["title"]) (\(claim["source"]))"),
        claim["shape"] + (claim["origin"] == "emergent" ? "" : ", \(claim["origin"])"),
        "`\(claim["measure"])` [\(claim["unit"])]", claim.effect(), claim["smallest"],
        probability(claim.number("p_holm")), Readable.fixed(claim.number("robustness"), 2),
        cell(isContradicted ? why(claim, tests) : claim["condition"]),
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines
  }

  /// The contrasts of a claim that fail as registered, and how.
  private static func misses(_ claim: Row, _ tests: [Row]) -> [(measure: String, miss: Miss)] {
    tests.compactMap { test in
      guard test["claim"] == claim["claim"], test["frame_kind"] == Claim.Frame.Kind.registered.rawValue,
        test["outcome"] == Outcome.fails.rawValue, let expect = Claim.Expectation(rawValue: test["expect"])
      else { return nil }
      let miss = Miss(
        test.number("effect"), low: test.number("low"), high: test.number("high"), expect: expect,
        smallest: test.number("smallest"))
      return (test["measure"], miss)
    }
  }

  private static func why(_ claim: Row, _ tests: [Row]) -> String {
    misses(claim, tests).map { "`\($0.measure)`: \($0.miss.rawValue)" }.joined(separator: "; ")
  }

  /// How many claims are contradicted because the opposite is true, and how many because there is too little.
  private static func ways(_ claims: [Row], _ tests: [Row]) -> String {
    // A claim counts once, by the gravest of its misses.
    let gravity: [Miss] = [.otherWay, .difference, .rightButSmall, .otherWayButSmall]
    let all = claims.map { claim in
      let found = misses(claim, tests).map(\.miss)
      return gravity.first(where: found.contains) ?? .nothing
    }
    func number(_ miss: Miss) -> Int { all.count { $0 == miss } }
    return
      "Contradicted says that an effect as large as is of interest can be ruled out, not that the opposite is "
      + "true. Of \(claims.count), in \(number(.otherWay)) something goes the other way by as much as is of interest; in "
      + "\(number(.difference)) more there is a difference where none was expected; in \(number(.rightButSmall)) more "
      + "something goes as claimed but less than is of interest; in \(number(.otherWayButSmall)) more something goes the "
      + "other way, but less than is of interest; in the other \(number(.nothing)) there is no difference to be told."
  }

  /// How many effects come from where the claim says, and which hang on size.
  private static func origins(_ claims: [Row], _ tests: [Row]) -> [String] {
    func name(_ test: Row) -> String { "\(test["claim"]) (contrast \(test["contrast"]))" }
    func directed(_ kind: Claim.Frame.Kind) -> [String: Row] {
      let those = tests.filter { $0["frame_kind"] == kind.rawValue && $0["expect"] != "none" }
      return Dictionary(those.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (registered, neutral, larger) = (directed(.registered), directed(.neutral), directed(.larger))
    let emergent = Set(claims.filter { $0["origin"] == Claim.Origin.emergent.rawValue }.map { $0["claim"] })
    let order = tests.filter { $0["frame_kind"] == Claim.Frame.Kind.registered.rawValue }.map(name)
    let holding = order.filter {
      emergent.contains(registered[$0]?["claim"] ?? "") && neutral[$0] != nil
        && registered[$0]?["outcome"] == Outcome.holds.rawValue
    }
    let staying = holding.filter { neutral[$0]?["outcome"] != Outcome.fails.rawValue }
    let grown = order.filter { registered[$0] != nil && larger[$0] != nil }
    let turned = grown.filter {
      guard let small = registered[$0], let large = larger[$0] else { return false }
      return small.number("low") > 0 && large.number("high") < 0
        || small.number("high") < 0 && large.number("low") > 0
    }
    func named(_ names: [String]) -> String { names.isEmpty ? "" : ": " + names.joined(separator: ", ") }
    return [
      "", "## Where effects come from, and size", "",
      "Of \(holding.count) contrasts of emergent claims that expect a direction and hold as registered, the effect is gone in "
        + "\(holding.count - staying.count) where the laws that carry the claim do nothing; it stays in "
        + "\(staying.count)\(named(staying)).", "",
      "In \(turned.count) of \(grown.count) contrasts that expect a direction and were also run in a world four times as large, the sign is the "
        + "opposite there, with both intervals leaving out 0\(named(turned)).",
    ]
  }

  private static func frames(_ claims: [Row], _ tests: [Row]) -> [String] {
    var lines = [
      "", "## Frames", "",
      "What each frame says of the claim's contrasts, in their order.", "",
      "| claim | frames | neutral setting | larger world | public money, hours |", "|---|---|---|---|---|",
    ]
    for claim in claims {
      var names: [String] = []
      var outcomes: [String: [String]] = [:]
      for test in tests where test["claim"] == claim["claim"] {
        if outcomes[test["frame"]] == nil { names.append(test["frame"]) }
        outcomes[test["frame"], default: []].append(test["outcome"])
      }
      let frames = names.map { "\($0): \((outcomes[$0] ?? []).joined(separator: ", "))" }
      let gone = ["true": "gone, ", "false": "stays, "][claim["gone"]] ?? ""
      let neutral =
        claim["neutral_laws"].isEmpty ? "-" : "\(claim["neutral_laws"]): \(gone)\(claim.effect("neutral"))"
      let resources = ["money_difference", "hours_difference"].map { percent(claim.number($0)) }
      let cells = [
        claim["claim"], cell(frames.joined(separator: "; ")), neutral, claim.effect("larger"),
        resources.joined(separator: ", "),
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines
  }

  /// Text that keeps to its cell.
  private static func cell(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 }).split(separator: "|").joined(separator: "\\|")
  }

  private static func probability(_ p: Double) -> String {
    p < 0.001 ? "< 0.001" : Readable.fixed(p, 3)
  }

  private static func percent(_ share: Double) -> String {
    share.isFinite ? (share > 0 ? "+" : "") + Readable.fixed(share * 100, 1) + " %" : "-"
  }
}
