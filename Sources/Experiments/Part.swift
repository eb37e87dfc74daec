/// What one finished run gives to the tables: its rows, ready to be copied.
struct Part: Equatable {
  /// Everything the rows are a function of; a part with another identity is computed again.
  var identity: String
  /// Whether the run failed, so that its only row is one of `failures.csv`.
  var failed: Bool
  /// Rows by table, each ending with a line feed.
  var rows: [Envelope.Piece]

  private static let kind = "cogov-part 2"

  init(identity: String, failed: Bool, rows: [Envelope.Piece]) {
    self.identity = identity
    self.failed = failed
    self.rows = rows
  }

  var encoded: [UInt8] {
    Envelope(Self.kind, [.init("identity", identity), .init("failed", failed ? "yes" : "no")] + rows).encoded
  }

  /// Reads a part; nil where the bytes are torn, changed or something else.
  init?(_ bytes: [UInt8]) {
    guard let pieces = Envelope(bytes, kind: Self.kind)?.pieces, pieces.count >= 2,
      pieces[0].name == "identity", pieces[1].name == "failed"
    else { return nil }
    self.init(
      identity: pieces[0].text, failed: pieces[1].text == "yes", rows: Array(pieces[2...]))
  }
}
