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
    let path = newFilePath(arguments.operands[0])
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    guard arguments.has("force") || !FileManager.default.fileExists(atPath: path) else {
      throw EnvironmentError(
        "\(path) is there already", remedy: "Choose another name, or replace it with --force.")
    }
    try FileSink.replace(path, with: ScenarioTemplate.text(name: name))
    console.say("Wrote \(path).")
    console.say("Next: edit it, then 'cogov validate \(path)' and 'cogov run \(path)'.")
    return .done
  }

  private static func newFilePath(_ operand: String) -> String {
    let name = operand.hasSuffix(".json5") ? operand : operand + ".json5"
    var isFolder: ObjCBool = false
    let here =
      FileManager.default.fileExists(atPath: "Scenarios", isDirectory: &isFolder) && isFolder.boolValue
    return !name.contains("/") && here ? "Scenarios/\(name)" : name
  }
}
