/// A value of a JSON5 document that knows where it stands.
struct JSON5Value {
  indirect enum Content {
    case null
    case flag(Bool)
    /// The number and how it was written: a 64-bit seed does not fit a `Double`.
    case number(Double, text: String)
    case text(String)
    case list([JSON5Value])
    case object([Member])
  }

  struct Member {
    var key: String
    var keyPlace: Place
    var value: JSON5Value
  }

  var content: Content
  var place: Place
  /// Whether a program wrote it, in a table or a sample, with as many decimals as it likes.
  var isPrinted = false

  /// Members of an object; nil for anything else.
  var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  /// The value of a key of an object.
  subscript(key: String) -> JSON5Value? {
    members?.first { $0.key == key }?.value
  }

  /// What it is, for messages.
  var kind: String {
    switch content {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(_, let text): "the number \(text)"
    case .text("") where isPrinted: "an empty field"
    case .text(let text) where text.count <= 40 && !text.contains(where: \.isNewline): "the text '\(text)'"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}
