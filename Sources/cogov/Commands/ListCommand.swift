import Experiments
import Foundation
import Scenarios

extension Command {
  static let list = Command(
    name: "list",
    summary: "List scenario, experiment and claim files with their titles.",
    operands: [
      OperandDeclaration("FOLDER", value: .folder, required: false, "Where to look; Scenarios by default.")
    ]
  ) { arguments, console in
    let folder = arguments.operands.first ?? "Scenarios"
    let paths = try scenarioFiles(in: folder)
    guard !paths.isEmpty else {
      console.say("There are no .json5 files in \(folder). 'cogov new NAME' writes one.")
      return .done
    }
    let column = min(44, (paths.map(TextLayout.width).max() ?? 0) + 2)
    for path in paths {
      let title = TextLayout.fit(title(of: path), to: 80 - column)
      try console.print([TextLayout.pad(path, to: column - 2) + "  " + title])
    }
    return .done
  }

  /// All files ending in `.json5` below a folder, sorted by path.
  private static func scenarioFiles(in folder: String) throws(EnvironmentError) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
      let names = try? FileManager.default.subpathsOfDirectory(atPath: folder)
    else {
      throw EnvironmentError(
        "there is no folder \(folder)", remedy: "Name the folder of your scenarios: cogov list FOLDER")
    }
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return names.filter { $0.hasSuffix(".json5") }.sorted().map { "\(base)/\($0)" }
  }

  private static func title(of path: String) -> String {
    do throws(InputFailure) {
      let experiment = try ExperimentReader.load(path)
      let count = experiment.variants.count
      let what = (ClaimReader.isClaim(path) ? ["claim"] : []) + (count > 1 ? [Readable.variants(count)] : [])
      return experiment.title + (what.isEmpty ? "" : " (\(what.joined(separator: ", ")))")
    } catch {
      return "(has problems: cogov validate \(path))"
    }
  }
}
