/// What else than neighbourhoods has lots.
enum Lots: Int { case bodies, organs, founders }

extension RandomSource {
  func lots(of kind: Lots) -> RandomStream { stream(.lots).substream(kind.rawValue) }
}

extension Places {
  /// A number in [0, 1) for each neighbourhood, drawn once for a run: who comes first where one has to.
  func lots(_ random: RandomSource) -> [Double] {
    neighbourhoods.map { random.stream(.lots).uniform($0.key) }
  }

  /// The week of its year with which a body counts its sittings, by slot: drawn once for a run, so that sittings are
  /// spread over the year whatever the order of places.
  func sittingPhases(_ slots: ActorSlots, _ random: RandomSource) -> [UInt8] {
    (0..<slots.count).map { slot in
      let kind = slots.kinds[slot]
      let place = slots.place(slot)
      let key: Int
      switch kind.level {
      case .city, .block: return 0
      case .subdistrict: key = Places.key(subdistricts[place].district, subdistricts[place].name)
      case .neighbourhood: key = neighbourhoods[place].key
      }
      let draws = random.stream(.sittings).substream(kind.rawValue)
      return UInt8(draws.index(below: Calendar.weeksPerYear, key))
    }
  }
}
