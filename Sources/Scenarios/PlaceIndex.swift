import Engine

/// Knows the places of a city by name: which names exist, and which places two names share.
///
/// Neighbourhoods and blocks that are drawn have no names yet. The engine gives them the subdistrict's name and a
/// number, `Lingyun 7` and `Lingyun block 2`; where their number is not known yet the engine checks it.
struct PlaceIndex {
  /// Numbers of the neighbourhoods that a name covers; a subdistrict whose neighbourhoods are drawn counts as one.
  private var cover: [String: Set<Int>] = [:]
  private(set) var names: [String] = []
  /// Subdistricts whose neighbourhoods are drawn: their place in `cover`, and how many neighbourhoods if known.
  private var drawn: [String: (leaf: Int, neighbourhoods: Int?)] = [:]

  init(_ city: City) {
    var next = 0
    for subdistrict in city.subdistricts {
      if subdistrict.neighbourhoods.isEmpty {
        add(next, to: [subdistrict.district, subdistrict.name])
        drawn[subdistrict.name] = (next, subdistrict.committees)
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

  /// The subdistrict of a drawn neighbourhood or block: `Lingyun 7` lies in `Lingyun`.
  private func drawnParent(of name: String) -> Int? {
    guard let gap = name.lastIndex(of: " "), let number = Int(name[name.index(after: gap)...]), number > 0,
      name[name.index(after: gap)...] == "\(number)"
    else { return nil }
    let place = name[..<gap]
    if place.hasSuffix(" block") { return drawn[String(place.dropLast(6))]?.leaf }
    guard let parent = drawn[String(place)], number <= parent.neighbourhoods ?? Int.max else { return nil }
    return parent.leaf
  }
}
