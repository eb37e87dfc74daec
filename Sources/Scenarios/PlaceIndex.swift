import Engine

/// Knows the places of a city by name: which names exist, and which places two names share.
///
/// Neighbourhoods that are drawn have no names yet. The engine gives them the subdistrict's name and a number; such
/// a name is let through, and the engine checks the number.
struct PlaceIndex {
  /// Numbers of the neighbourhoods that a name covers; a subdistrict whose neighbourhoods are drawn counts as one.
  private var cover: [String: Set<Int>] = [:]
  private(set) var names: [String] = []
  /// Subdistricts whose neighbourhoods are drawn, with their number.
  private var drawn: [String: Int] = [:]

  init(_ city: City) {
    var next = 0
    for subdistrict in city.subdistricts {
      if subdistrict.neighbourhoods.isEmpty {
        add(next, to: [subdistrict.district, subdistrict.name])
        drawn[subdistrict.name] = next
        next += 1
      }
      for neighbourhood in subdistrict.neighbourhoods {
        let names = [subdistrict.district, subdistrict.name, neighbourhood.block, neighbourhood.name]
        add(next, to: names.compactMap { $0 })
        next += 1
      }
    }
  }

  private mutating func add(_ leaf: Int, to names: [String]) {
    for name in names {
      if cover[name] == nil { self.names.append(name) }
      cover[name, default: []].insert(leaf)
    }
  }

  func isKnown(_ name: String) -> Bool { cover[name] != nil || drawnParent(of: name) != nil }

  /// Whether some neighbourhood belongs to both.
  func overlap(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    switch (cover[first], cover[second]) {
    case (let left?, let right?): return !left.isDisjoint(with: right)
    case (let left?, nil): return drawnParent(of: second).map { left.contains($0) } ?? false
    case (nil, let right?): return drawnParent(of: first).map { right.contains($0) } ?? false
    case (nil, nil): return false
    }
  }

  /// The subdistrict of a drawn neighbourhood: `Lingyun 07` lies in `Lingyun`.
  private func drawnParent(of name: String) -> Int? {
    guard let gap = name.lastIndex(of: " "), name[name.index(after: gap)...].allSatisfy(\.isNumber),
      name.index(after: gap) < name.endIndex
    else { return nil }
    return drawn[String(name[..<gap])]
  }
}
