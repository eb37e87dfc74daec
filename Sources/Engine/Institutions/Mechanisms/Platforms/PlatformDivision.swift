/// 功能区分与合作机制: which matters go to which platform, and how platforms work together.
struct PlatformDivision: Mechanism {
  static let description = MechanismDescription(
    id: "platformDivision", chinese: "功能区分, 合作机制",
    summary:
      "Divides matters between the platforms of a place, from full overlap to full specialisation, with referral, joint sittings and merged seats.",
    source: "Huang Xiaochun, on platforms without division of labour or links; Ruan Yunqiang (ed.)",
    options: [
      OptionDescription(
        name: "division", kind: .number(0...1, unit: "share"), value: .number(0.8),
        meaning: "0 every platform takes every matter, 1 each matter has one platform"),
      OptionDescription(
        name: "referral", kind: .flag, value: .flag(true),
        meaning: "a platform hands on what another may decide, with the work already done"),
      OptionDescription(
        name: "jointSittings", kind: .flag, value: .flag(false),
        meaning: "platforms of a place sit in the same week"),
      OptionDescription(
        name: "mergedSeats", kind: .number(0...1, unit: "share"), value: .number(0.5),
        meaning: "share of doubly held seats that are given to other people"),
    ],
    null: [
      "division": .number(0), "referral": .flag(false), "jointSittings": .flag(false),
      "mergedSeats": .number(0),
    ],
    needs: [
      Need(
        "something to divide or hand on: a platform beside the residents' assembly (residentsCouncils, jointConference and the like), or decisions that are released (empowerment)"
      ) { options, structure, area, _ in
        area.subdistricts.contains { s in
          hasWork(options, wide, released: structure.wideRights[s].releasedDecisions, structure, s)
        }
          || area.neighbourhoods.contains { n in
            hasWork(options, local, released: structure.rights[n].releasedDecisions, structure, n)
          }
      }
    ])

  private static func hasWork(
    _ options: Options, _ kinds: [ActorKind], released: Double, _ structure: Structure, _ place: Int
  ) -> Bool {
    let platforms = divided(kinds, structure, place).compactMap { structure[platform: $0, place] }
    return platforms.count > 1
      || platforms.contains {
        $0.overlap > 0 || options.flag("jointSittings")
          || options.flag("referral") && max($0.decides, released) > 0
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

  private let division: Double
  private let referral: Bool
  private let jointSittings: Bool
  private let mergedSeats: Double

  init(_ options: Options) {
    division = options.number("division")
    referral = options.flag("referral")
    jointSittings = options.flag("jointSittings")
    mergedSeats = options.number("mergedSeats")
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
