extension City.Subdistrict {
  /// Neighbourhoods in the order of their blocks: named blocks in the order of their names, then the others.
  func inBlocks(_ sites: [Site]) -> [(name: String, sites: [Site])] {
    var blocks: [(name: String, sites: [Site])] = []
    let named = sites.filter { $0.row.block != nil }
      .map { (block: $0.row.block ?? "", site: $0) }
      .sorted { $0.block.comesBefore($1.block) }
    for (block, site) in named {
      if blocks.last.map({ $0.name.comesBefore(block) }) ?? true { blocks.append((block, [])) }
      blocks[blocks.count - 1].sites.append(site)
    }
    let rest = sites.filter { $0.row.block == nil }
    let ordered = neighbourhoods.isEmpty ? rest : Self.ploughed(rest)
    for range in Self.cuts(ordered.map { Double($0.households) }) {
      blocks.append(("\(name) block \(blocks.count + 1)", Array(ordered[range])))
    }
    return blocks
  }

  /// Sites in strips from south to north, each walked in the opposite direction to the one before.
  private static func ploughed(_ sites: [Site]) -> [Site] {
    var strips = 1
    while strips * strips < sites.count { strips += 1 }
    let south = sites.indices.sorted { (sites[$0].y, $0) < (sites[$1].y, $1) }
    let width = max(1, (sites.count + strips - 1) / strips)
    var ordered: [Site] = []
    for (strip, start) in stride(from: 0, to: sites.count, by: width).enumerated() {
      let part = south[start..<min(start + width, sites.count)]
      let west = part.sorted { (sites[$0].x, $0) < (sites[$1].x, $1) }
      for index in strip % 2 == 0 ? west : west.reversed() { ordered.append(sites[index]) }
    }
    return ordered
  }

  /// Cuts a row of neighbourhoods into blocks whose households are as near as possible to the size of row 1,
  /// by the least sum of squares (dynamic programming over the place of the last cut).
  static func cuts(_ households: [Double]) -> [Range<Int>] {
    let aim = Profiles.householdsPerBlock
    var best = [0.0]
    var from = [0]
    for end in 1..<(households.count + 1) {
      var cost = Double.infinity
      var cut = end - 1
      var sum = 0.0
      var start = end - 1
      while start >= 0 {
        sum += households[start]
        // Beyond twice the aim a longer block can only be worse.
        if sum > 2 * aim && start < end - 1 { break }
        let miss = (sum - aim) / aim
        if best[start] + miss * miss < cost {
          cost = best[start] + miss * miss
          cut = start
        }
        start -= 1
      }
      best.append(cost)
      from.append(cut)
    }
    var cuts: [Range<Int>] = []
    var end = households.count
    while end > 0 {
      cuts.append(from[end]..<end)
      end = from[end]
    }
    return cuts.reversed()
  }
}
