import Foundation

/// The sources of the package, found from where this file lies.
struct SourceFile {
  let path: String
  let text: String
  /// The text without comments and without what stands in string literals.
  let code: String

  var lines: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }
  var name: String { String(path.split(separator: "/").last ?? "") }

  /// The words of the code: identifiers and keywords.
  var words: Set<String> {
    Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
  }

  var imports: [String] {
    code.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
      guard words.first == "import" else { return nil }
      return words.last.map(String.init)
    }
  }
}

enum SourceTree {
  static let root: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Swift files below a folder of the package, in the order of their paths.
  static func files(_ folder: String) -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let file = base.appendingPathComponent(path)
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
      return SourceFile(path: folder + "/" + path, text: text, code: code(of: text))
    }
  }

  /// Blanks out comments and the contents of string literals, except what is interpolated into them.
  static func code(of text: String) -> String {
    var code = ""
    let characters = Array(text)
    var k = 0
    // One entry per open literal: parentheses that are open within its interpolation; −1 outside of one.
    var literals: [Int] = []
    func starts(_ mark: String) -> Bool {
      String(characters[k..<min(k + mark.count, characters.count)]) == mark
    }
    while k < characters.count {
      let isText = literals.last == -1
      if isText {
        if starts("\\(") {
          literals[literals.count - 1] = 1
          k += 2
          code += "("
          continue
        }
        if characters[k] == "\\" {
          k += 2
          continue
        }
        if characters[k] == "\"" {
          literals.removeLast()
          code += "\""
        }
        k += 1
        continue
      }
      if starts("//") {
        while k < characters.count && characters[k] != "\n" { k += 1 }
        continue
      }
      if characters[k] == "\"" {
        literals.append(-1)
      } else if let open = literals.last {
        if characters[k] == "(" { literals[literals.count - 1] = open + 1 }
        if characters[k] == ")" { literals[literals.count - 1] = open == 1 ? -1 : open - 1 }
      }
      code.append(characters[k])
      k += 1
    }
    return code
  }
}
