import Experiments
import Foundation
import Scenarios

extension Command {
  static let new = Command(
    name: "new",
    summary: "Write a commented scenario file to start from.",
    discussion: [
      "NAME may be a path. Without a folder in it, the file goes to Scenarios/ if there is such a folder here, "
        + "else to the current one. The ending .json5 is added where it is missing."
    ],
    operands: [OperandDeclaration("NAME", value: .file, "Name or path of the new file.")],
    options: [OptionDeclaration("force", short: "f", "Replace the file if there is one.")],
    examples: [("cogov new mine", "Write Scenarios/mine.json5.")]
  ) { arguments, console in
    let path = try newFilePath(arguments.operands[0])
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    guard arguments.has("force") || !FileManager.default.fileExists(atPath: path) else {
      throw EnvironmentError(
        "\(path) is there already", remedy: "Choose another name, or replace it with --force.")
    }
    try FileSink.replace(path, with: ScenarioTemplate.text(name: name, extends: shippedBase(from: path)))
    console.say("Wrote \(path).")
    console.say("Next: edit it, then 'cogov validate \(path)' and 'cogov run \(path)'.")
    return .done
  }

  private static func newFilePath(_ operand: String) throws(UsageError) -> String {
    let stem = operand.hasSuffix(".json5") ? String(operand.dropLast(6)) : operand
    let last = stem.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard !last.isEmpty, !last.hasPrefix("-"), !last.hasPrefix(".") else {
      throw UsageError(
        command: "new",
        message: "'\(operand)' is no name for a file: it would be empty, hidden or look like an option")
    }
    let name = operand.hasSuffix(".json5") ? operand : operand + ".json5"
    var isFolder: ObjCBool = false
    let here =
      FileManager.default.fileExists(atPath: "Scenarios", isDirectory: &isFolder) && isFolder.boolValue
    return !name.contains("/") && here ? "Scenarios/\(name)" : name
  }

  /// The shipped baseline as seen from the folder of the new file; nil outside the project.
  private static func shippedBase(from path: String) -> String? {
    let shipped = "Scenarios/tradeoff/baseline.json5"
    guard FileManager.default.fileExists(atPath: shipped), !path.hasPrefix("/") else { return nil }
    let folders = path.split(separator: "/").dropLast().filter { $0 != "." }
    guard !folders.contains("..") else { return nil }
    let common = folders.first == "Scenarios" ? 1 : 0
    let up = String(repeating: "../", count: folders.count - common)
    return up + shipped.split(separator: "/").dropFirst(common).joined(separator: "/")
  }
}
