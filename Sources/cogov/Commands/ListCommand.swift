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
    let column = (paths.map(TextLayout.width).max() ?? 0) + 2
    // Beside their files where there is room for them, else below.
    let isBeside = console.width - column >= 24
    let indent = isBeside ? column : 4
    for path in paths {
      let titles = TextLayout.wrap(
        title(of: path), width: max(console.width, indent + 20), indent: indent)
      guard isBeside else {
        try console.print([path] + titles)
        continue
      }
      let first = titles.first.map { String($0.dropFirst(column)) } ?? ""
      try console.print([TextLayout.pad(path, to: column) + first] + titles.dropFirst())
    }
    return .done
  }

  /// All files ending in `.json5` below a folder, sorted by path.
  private static func scenarioFiles(in folder: String) throws(EnvironmentError) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw EnvironmentError(
        "there is no folder \(folder)", remedy: "Name the folder of your scenarios: cogov list FOLDER")
    }
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    var unread: EnvironmentError?
    let root = URL(fileURLWithPath: base).resolvingSymlinksInPath()
    let places = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) { place, error in
      unread = EnvironmentError("the folder \(place.path) cannot be read: \(error.localizedDescription)")
      return false
    }
    let names = (places?.allObjects ?? []).compactMap { place in
      (place as? URL)?.path.dropFirst(root.path.count).drop { $0 == "/" }
    }
    if let unread { throw unread }
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
