import Experiments
import Foundation
import Scenarios

extension Command {
  static let new = Command(
    name: "new",
    summary: "Write a commented scenario file or table to start from.",
    discussion: [
      "NAME may be a path. Without a folder in it, the file goes to Scenarios/ if there is such a folder here, "
        + "else to the current one. The ending .json5, or .csv of a table, is added where it is missing."
    ],
    operands: [
      OperandDeclaration(
        "NAME", value: .file, required: false,
        "Name or path of the new file; a table is called places by default.")
    ],
    options: [
      OptionDeclaration("table", "Write a table of neighbourhoods, with all columns explained."),
      OptionDeclaration("force", short: "f", "Replace the file if there is one."),
    ],
    examples: [
      ("cogov new mine", "Write Scenarios/mine.json5."),
      ("cogov new --table mine", "Write Scenarios/mine.csv, a table of neighbourhoods."),
    ]
  ) { arguments, console in
    let isTable = arguments.has("table")
    guard let operand = arguments.operands.first ?? (isTable ? "places" : nil) else {
      throw UsageError(command: "new", message: "NAME is missing: cogov new NAME")
    }
    let path = try newFilePath(operand, ending: isTable ? ".csv" : ".json5")
    let url = URL(fileURLWithPath: path)
    let name = url.deletingPathExtension().lastPathComponent
    guard arguments.has("force") || !FileManager.default.fileExists(atPath: path) else {
      throw EnvironmentError(
        "\(path) is there already", remedy: "Choose another name, or replace it with --force.")
    }
    try FileSink.replace(
      path,
      with: isTable
        ? CityTemplate.text() : ScenarioTemplate.text(name: name, extends: shippedBase(from: path)))
    console.say("Wrote \(path).")
    console.say(
      isTable
        ? "Next: put your rows into it, then name it in a scenario beside it: city: {table: \"\(url.lastPathComponent)\"}."
        : "Next: edit it, then 'cogov validate \(path)' and 'cogov run \(path)'.")
    return .done
  }

  private static func newFilePath(_ operand: String, ending: String) throws(UsageError) -> String {
    let stem = operand.hasSuffix(ending) ? String(operand.dropLast(ending.count)) : operand
    let last = stem.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard !last.isEmpty, !last.hasPrefix("-"), !last.hasPrefix(".") else {
      throw UsageError(
        command: "new",
        message: "'\(operand)' is no name for a file: it would be empty, hidden or look like an option")
    }
    let name = stem + ending
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
