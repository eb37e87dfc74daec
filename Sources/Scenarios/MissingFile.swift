import Foundation

/// What may have been meant by the path of a file that is not there.
enum MissingFile {
  /// Folders below that of the path are searched to this depth, and no more than so many names are looked at.
  private static let depth = 3
  private static let mostNames = 5_000

  /// "; did you mean '…'?" or nothing: a file of the same name in a folder below, or one beside with a like name.
  static func hint(_ path: String) -> String {
    if path.contains("\\") {
      return "; folders are parted by /: '\(path.replacing("\\", with: "/"))'"
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, !name.isEmpty else { return "" }
    let folder = parts.dropLast().joined(separator: "/")
    guard !folder.isEmpty || parts.count == 1 else { return "" }
    let files = below(folder.isEmpty ? "." : folder)
    let same = files.filter { $0 == name || $0.hasSuffix("/\(name)") }
    // The nearest of those with the same name; of equally near ones the one of the question itself.
    let order = { (file: String) in
      (file.split(separator: "/").count, file.contains("tradeoff/") ? 0 : 1, file)
    }
    let meant =
      same.min { order($0) < order($1) }
      ?? Suggestion.nearest(to: name, among: files.filter { !$0.contains("/") })
    return meant.map { "; did you mean '\(folder.isEmpty ? $0 : "\(folder)/\($0)")'?" } ?? ""
  }

  /// Paths of the files below a folder, as seen from it, without hidden ones.
  private static func below(_ folder: String) -> [String] {
    var found: [String] = []
    var folders = [""]
    var looked = 0
    for _ in 0...depth {
      var next: [String] = []
      for prefix in folders {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(prefix)")) ?? []
        for name in names.sorted() where !name.hasPrefix(".") {
          looked += 1
          guard looked <= mostNames else { return found }
          var isFolder: ObjCBool = false
          let path = prefix + name
          guard FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder) else {
            continue
          }
          if isFolder.boolValue { next.append(path + "/") } else { found.append(path) }
        }
      }
      folders = next
    }
    return found
  }
}
