/// 功能区分与合作机制: which matters go to which platform, and how platforms work together.
struct PlatformDivision: Mechanism {
  static let about = About(
    id: "platformDivision", chinese: "功能区分, 合作机制",
    summary:
      "Divides matters between the platforms of a place, from full overlap to full specialisation, with referral, joint sittings and merged seats.",
    source: "Huang Xiaochun, on platforms without division of labour or links; Ruan Yunqiang (ed.)",
    needs: [
      Need(
        "something to divide or hand on: a platform beside the residents' assembly (residentsCouncils, jointConference and the like), or decisions that are released (empowerment)"
      ) { (division: PlatformDivision, structure, area, _) in
        area.subdistricts.contains { s in
          division.hasWork(wide, released: structure.wideRights[s].releasedDecisions, structure, s)
        }
          || area.neighbourhoods.contains { n in
            division.hasWork(local, released: structure.rights[n].releasedDecisions, structure, n)
          }
      }
    ])

  @Option(
    "0 every platform takes every matter, 1 each matter has one platform", in: 0...1, unit: "share", null: 0)
  var division = 0.8
  @Option("a platform hands on what another may decide, with the work already done", null: false)
  var referral = true
  @Option("platforms of a place sit in the same week", null: false)
  var jointSittings = false
  @Option("share of doubly held seats that are given to other people", in: 0...1, unit: "share", null: 0)
  var mergedSeats = 0.5

  private func hasWork(
    _ kinds: [ActorKind], released: Double, _ structure: Structure, _ place: Int
  ) -> Bool {
    let platforms = Self.divided(kinds, structure, place).compactMap { structure[platform: $0, place] }
    return platforms.count > 1
      || platforms.contains {
        $0.overlap > 0 || jointSittings
          || referral && max($0.decides, released) > 0
      }
  }

  /// What the committee or the office decides is theirs by right and is not divided.
  private static let wide = ActorKind.widePlatforms.filter { $0 != .subdistrictOffice }
  private static let local = ActorKind.localPlatforms.filter {
    $0 != .residentsCommittee && $0 != .ownersCommittee
  }

  private static func divided(_ kinds: [ActorKind], _ structure: Structure, _ place: Int) -> [ActorKind] {
    kinds.filter { structure[platform: $0, place] != nil }
  }

  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord) {
    for s in area.subdistricts { divide(&structure, Self.wide, s) }
    for n in area.neighbourhoods { divide(&structure, Self.local, n) }
  }

  /// What a platform has as a field of its own is not divided.
  private func divide(_ structure: inout Structure, _ kinds: [ActorKind], _ place: Int) {
    let present = Self.divided(kinds, structure, place)
    let general = present.filter { structure[platform: $0, place]?.takesEverything == true }
    for (index, kind) in general.enumerated() {
      structure[platform: kind, place]?.access = matters(of: index, among: general.count)
    }
    for kind in present {
      if referral { structure[platform: kind, place]?.refers = true }
      if jointSittings { structure[platform: kind, place]?.jointSittings = true }
      structure[platform: kind, place]?.overlap *= 1 - mergedSeats
    }
  }

  /// The kinds of matters of one of several platforms: its own, and of the others' as many as are not divided.
  private func matters(of platform: Int, among platforms: Int) -> MatterSet {
    var own: MatterSet = []
    var others: [DemandKind] = []
    for kind in DemandKind.allCases {
      if Int(kind.rawValue) % platforms == platform {
        own.insert(MatterSet(kind))
      } else {
        others.append(kind)
      }
    }
    let kept = Int((1 - division) * Double(others.count) + 0.5)
    for kind in others.prefix(kept) { own.insert(MatterSet(kind)) }
    return own
  }
}
