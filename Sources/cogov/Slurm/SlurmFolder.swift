import Experiments
import Foundation
import Tables

/// The folder of the scripts, beside the results, with what the jobs print.
struct SlurmFolder {
  let path: String

  /// Refuses a folder that holds anything but what a `slurm` command and its jobs put there.
  func examine() throws(EnvironmentError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    let names: [String]?
    do throws(InputFile.Problem) { names = try FileSystem.names(in: path) } catch {
      throw EnvironmentError(path, error, "folder")
    }
    guard let names else {
      throw EnvironmentError("\(path) is no folder", remedy: "Choose other results with --out.")
    }
    if let foreign = names.first(where: { !isOwn($0) }) {
      throw EnvironmentError(
        "\(path) holds other files (such as \(foreign))",
        remedy: "Move them away, or choose other results with --out: the scripts go beside them.")
    }
  }

  private func isOwn(_ name: String) -> Bool {
    // Hidden files are of the file system.
    if name.hasPrefix(".") || name.hasSuffix(".log") { return true }
    let names = SlurmScripts.names
    guard [names.array, names.merge, names.submit].contains(where: { name == $0 || name == $0 + ".tmp" })
    else {
      return false
    }
    if name.hasSuffix(".tmp") { return true }
    // What cannot be read is not known to be one of ours.
    let bytes = try? InputFile.bytes(of: "\(path)/\(name)", limit: 1 << 24)
    return bytes.map { String(decoding: $0, as: UTF8.self).contains(SlurmScripts.mark) } ?? false
  }

  /// Writes the scripts, each as a whole.
  func write(_ scripts: SlurmScripts) throws(EnvironmentError) {
    try examine()
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw EnvironmentError("make the folder", path, code: errno)
    }
    for file in scripts.files { try FileSink.replace("\(path)/\(file.name)", with: file.text) }
  }
}
