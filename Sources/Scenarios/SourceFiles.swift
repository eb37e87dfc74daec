import Engine
import Foundation
import Tables

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
    do throws(InputFile.Problem) {
      let bytes = try InputFile.bytes(of: path, limit: limit)
      note(path)
      return bytes
    } catch {
      let hint = error == .missing ? MissingFile.hint(path) : ""
      diagnosis.report(place ?? .start(of: path), error.message(path) + hint)
      return nil
    }
  }

  private func note(_ path: String) {
    if !read.contains(path) { read.append(path) }
  }
}

/// Paths as text: relative ones stay relative, so that messages show what the user wrote.
///
/// They are taken apart as the system does it, byte by byte: with a mark upon it a slash would be another character.
enum Paths {
  private static let slash = UInt8(ascii: "/")

  /// The folder of a file; empty for a file of the working directory.
  static func folder(of path: String) -> String {
    guard let last = path.utf8.lastIndex(of: slash) else { return "" }
    return last == path.startIndex ? "/" : String(path[..<last])
  }

  /// `path` as seen from a folder.
  static func resolve(_ path: String, in folder: String) -> String {
    if path.utf8.first == slash || folder.isEmpty { return path }
    return folder.utf8.last == slash ? folder + path : folder + "/" + path
  }

  /// Last part.
  static func last(_ path: String) -> String {
    path.utf8.split(separator: slash).last.map { String(Substring($0)) } ?? ""
  }

  /// Last part without its ending.
  static func stem(_ path: String) -> String {
    let name = last(path)
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
