/// JSON whose keys stay in the order in which they are given, so that the same content is the same bytes.
public indirect enum OrderedJSON: Sendable {
  case null
  case flag(Bool)
  /// A finite number; anything else is written as `null`.
  case number(Double)
  case text(String)
  case list([OrderedJSON])
  case object([(String, OrderedJSON)])

  /// The whole document, indented by two spaces, with a line feed at the end.
  public var document: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number.isFinite ? NumberText.shortest(number) : "null"
    case .text(let content): Self.quote(content, to: &text)
    case .list(let entries):
      Self.enclose("[", "]", entries, to: &text, indent: indent) { entry, text in
        entry.write(to: &text, indent: indent + 1)
      }
    case .object(let members):
      Self.enclose("{", "}", members, to: &text, indent: indent) { member, text in
        Self.quote(member.0, to: &text)
        text += ": "
        member.1.write(to: &text, indent: indent + 1)
      }
    }
  }

  private static func enclose<Entry>(
    _ opening: String, _ closing: String, _ entries: [Entry], to text: inout String, indent: Int,
    _ write: (Entry, inout String) -> Void
  ) {
    text += opening
    for (index, entry) in entries.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: indent + 1)
      write(entry, &text)
    }
    if !entries.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += closing
  }

  private static func quote(_ content: String, to text: inout String) {
    text += "\""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
