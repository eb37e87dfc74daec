/// Follows `extends` from file to file.
struct Inheritance {
  /// Longest chain of files.
  static let longest = 32
  /// What a file says about itself only.
  private static let ownKeys: Set<String> = ["title", "description", "extends", "$schema"]

  let files: SourceFiles

  /// The trees of a file and of those it extends, the file itself first; nil where one cannot be read, which has
  /// been reported.
  func layers(of path: String, named place: Place?) -> [JSON5Value]? {
    var layers: [JSON5Value] = []
    var chain: [(path: String, canonical: String)] = []
    var next: (path: String, place: Place?)? = (path, place)
    while let (path, place) = next {
      guard let tree = files.tree(path, named: place) else { return nil }
      layers.append(tree)
      chain.append((path, Paths.canonical(path)))
      guard let extends = tree["extends"] else { break }
      guard let name = files.diagnosis.text(extends, "extends") else { return nil }
      if name.isEmpty {
        files.diagnosis.report(extends.place, "'extends' is empty; the path of a scenario file is needed")
        return nil
      }
      let base = Paths.resolve(name, in: Paths.folder(of: path))
      if let start = chain.firstIndex(where: { $0.canonical == Paths.canonical(base) }) {
        let circle = (chain[start...].map(\.path) + [base]).joined(separator: " → ")
        files.diagnosis.report(extends.place, "'extends' goes round in a circle: \(circle)")
        return nil
      }
      if chain.count == Self.longest {
        files.diagnosis.report(extends.place, "more than \(Self.longest) files extend one another")
        return nil
      }
      next = (base, extends.place)
    }
    return layers
  }

  /// One tree out of a file and those it extends.
  static func merged(_ layers: [JSON5Value]) -> JSON5Value {
    var merged = layers[layers.count - 1]
    for (index, layer) in layers.enumerated().reversed() {
      if index < layers.count - 1 { merged = Merging.merge(layer, over: merged) }
      if index > 0, case .object(let members) = merged.content {
        merged.content = .object(members.filter { !ownKeys.contains($0.key) })
      }
    }
    return merged
  }
}
