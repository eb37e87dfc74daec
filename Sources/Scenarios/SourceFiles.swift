import Engine
import Foundation

/// The files that one reading opens: each is read and told of once, however many variants share it.
final class SourceFiles {
  /// Largest scenario file, in bytes.
  static let largest = 16 << 20

  let diagnosis: Diagnosis
  /// Paths of what has been read, in order.
  private(set) var read: [String] = []
  private var trees: [String: JSON5Value?] = [:]
  private var cities: [String: City?] = [:]
  private var bases: [String: Base?] = [:]

  /// A scenario with all that it extends, and the files it is made of.
  typealias Base = (tree: JSON5Value, files: [String])

  private var checked: Set<String> = []

  init(diagnosis: Diagnosis) {
    self.diagnosis = diagnosis
  }

  /// The document in a file; nil where there is none of use, which has been reported: at `place`, the value that
  /// names the file, or in the file itself.
  func tree(_ path: String, named place: Place?) -> JSON5Value? {
    if let known = trees[path] { return known }
    let tree = parse(path, named: place)
    trees[path] = .some(tree)
    return tree
  }

  private func parse(_ path: String, named place: Place?) -> JSON5Value? {
    guard let bytes = bytes(path, named: place, limit: Self.largest) else { return nil }
    let (value, problems, isBroken) = JSON5Parser.parse(bytes, at: .start(of: path))
    for problem in problems { diagnosis.add(problem) }
    return isBroken ? nil : value
  }

  /// A city made of a table, made once; `key` names the table and what was done to it.
  func city(_ key: String, make: () -> City?) -> City? {
    if let known = cities[key] { return known }
    let city = make()
    cities[key] = .some(city)
    return city
  }

  /// A scenario file with all that it extends, made once for all variants.
  func base(_ path: String, make: () -> Base?) -> Base? {
    if let known = bases[path] { return known }
    let base = make()
    bases[path] = .some(base)
    return base
  }

  /// True the first time it is asked about a file.
  func markChecked(_ path: String) -> Bool { checked.insert(path).inserted }

  /// All bytes of a file; nil where it cannot be read, which has been reported.
  func bytes(_ path: String, named place: Place?, limit: Int) -> [UInt8]? {
    let place = place ?? .start(of: path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      let hint =
        path.contains("\\") ? "; folders are parted by /: '\(path.replacing("\\", with: "/"))'" : ""
      diagnosis.report(place, "file '\(path)' does not exist\(hint)")
      return nil
    }
    guard !isFolder.boolValue else {
      diagnosis.report(place, "'\(path)' is a folder; a file is needed")
      return nil
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      diagnosis.report(place, "file '\(path)' cannot be read; check its permissions")
      return nil
    }
    note(path)
    do {
      var bytes: [UInt8] = []
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
        bytes += [UInt8](piece)
        if bytes.count > limit {
          diagnosis.report(place, "file '\(path)' is larger than \(limit >> 20) MB")
          return nil
        }
      }
      return bytes
    } catch {
      diagnosis.report(place, "file '\(path)' cannot be read to its end")
      return nil
    }
  }

  private func note(_ path: String) {
    if !read.contains(path) { read.append(path) }
  }
}

/// Paths as text: relative ones stay relative, so that messages show what the user wrote.
enum Paths {
  /// The folder of a file; empty for a file of the working directory.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `path` as seen from a folder.
  static func resolve(_ path: String, in folder: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// Last part without its ending.
  static func stem(_ path: String) -> String {
    let name = String(path.split(separator: "/").last ?? "")
    for ending in [".json5", ".json", ".csv"] where name.hasSuffix(ending) && name != ending {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// The one true path of an existing file, whatever links lead to it.
  static func canonical(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
