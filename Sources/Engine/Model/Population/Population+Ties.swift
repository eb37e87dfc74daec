extension Ties {
  /// Draws the ties of week 0.
  ///
  /// 1. Each resident gets a class of contact with neighbours, so that the classes have the shares of row 49;
  ///    the retired, owners and members have more contact, migrants less.
  /// 2. Residents of a class pair up with the next of their class, mostly in the same building group: that
  ///    tie has the strength of their class. Further ties, whose number rises with the class, come from a
  ///    configuration model within groups and within the neighbourhood and from friends of friends; none is
  ///    stronger than the weaker of the two classes. So the strongest tie of a resident to a neighbour tells the class.
  /// 3. Colleagues at a unit and acquaintances beyond the neighbourhood follow; they never link neighbours.
  ///
  /// Above the default density the number of ties grows less and less, as places fill up; below it residents
  /// also lose all contact.
  ///
  /// Two places of eight are kept free of ties with neighbours. Time and memory grow with the residents.
  init(
    _ people: borrowing Residents, _ places: Places, conditions: Conditions, random: RandomSource
  ) {
    self.init(residents: people.count)
    let density = conditions[.tieDensity]
    var scratch = Scratch()
    for place in places.neighbourhoods {
      addNeighbours(place, places, people, density: density, random, &scratch)
    }
    addColleagues(people, places, density: density, random)
    addFar(people, places, density: density, random)
  }

  /// Storage of one neighbourhood, used again for the next.
  private struct Scratch {
    var classes: [UInt8] = []
    /// Residents of each class, counted within the neighbourhood.
    var lists: [[Int32]] = [[], [], [], []]
    var groupStubs: [Int32] = []
    var stubs: [Int32] = []
    /// Residents who look for a tie with a friend of a friend.
    var closing: [Int32] = []
  }

  /// Most ties to neighbours at week 0.
  private static let neighbourLimit = 6

  private mutating func addNeighbours(
    _ place: Places.Neighbourhood, _ places: Places, _ people: borrowing Residents, density: Double,
    _ random: RandomSource, _ scratch: inout Scratch
  ) {
    let first = place.residents.lowerBound
    let contact = random.stream(.sociability).substream(place.key)
    let draws = random.stream(.neighbourTies).substream(place.key)
    scratch.classes.removeAll(keepingCapacity: true)
    for list in 0..<4 { scratch.lists[list].removeAll(keepingCapacity: true) }
    for resident in place.residents {
      let local = resident - first
      var level = Self.contact(of: people.traits[resident], u: contact.uniform(local))
      // Below the default density some lose even their first tie.
      if density < 1 && contact.uniform(local, 1) >= density { level = 0 }
      scratch.classes.append(level)
      scratch.lists[Int(level)].append(Int32(local))
    }
    pairUp(first: first, draws.substream(-2), &scratch)

    scratch.stubs.removeAll(keepingCapacity: true)
    scratch.closing.removeAll(keepingCapacity: true)
    for group in place.groups {
      scratch.groupStubs.removeAll(keepingCapacity: true)
      for resident in places.groups[group].residents {
        let local = resident - first
        let level = Int(scratch.classes[local])
        if level == 0 { continue }
        let further =
          (Profiles.neighbourTies[level] - 1) * (density < 1 ? 1 : density)
          + (density > 1 ? density - 1 : 0)
        let number = min(Self.neighbourLimit - 1, draws.rounded(further, local, 1))
        for stub in 0..<number {
          let u = draws.uniform(local, 16 + stub)
          if u < Profiles.closing {
            // A tie uses up an end on both sides, so only every second one looks for the other side.
            if u < 0.5 * Profiles.closing { scratch.closing.append(Int32(local)) }
          } else if u < Profiles.closing + Profiles.sameGroup {
            scratch.groupStubs.append(Int32(local))
          } else {
            scratch.stubs.append(Int32(local))
          }
        }
      }
      join(
        &scratch.groupStubs, scratch.classes, first: first, draws.substream(group - place.groups.lowerBound))
    }
    join(&scratch.stubs, scratch.classes, first: first, draws.substream(-1))
    close(scratch, first: first, draws.substream(-3))
  }

  /// Class of contact (raw value of ``ContactFrequency``) by a cumulative logit.
  private static func contact(of trait: Traits, u: Double) -> UInt8 {
    var shift = -Profiles.contactMean
    shift += trait.occupation == .retired ? Profiles.contactRetired : 0
    shift += trait.isOwner ? Profiles.contactOwner : 0
    shift += trait.isMember ? Profiles.contactMember : 0
    shift += trait.isMigrant ? Profiles.contactMigrant : 0
    if u < FixedMath.logistic(Profiles.contactLogits.daily + shift) { return 3 }
    if u < FixedMath.logistic(Profiles.contactLogits.weekly + shift) { return 2 }
    return u < FixedMath.logistic(Profiles.contactLogits.occasional + shift) ? 1 : 0
  }

  /// Ties each resident to the next of the same class; where their number is odd, one that is drawn has a tie to both
  /// sides. Whoever is alone in the class joins the class below.
  private mutating func pairUp(first: Int, _ draws: RandomStream, _ scratch: inout Scratch) {
    for level in [3, 2, 1] {
      let list = scratch.lists[level]
      if list.count == 1 {
        scratch.classes[Int(list[0])] = UInt8(level - 1)
        scratch.lists[level - 1].append(list[0])
        continue
      }
      let range = ContactFrequency.allCases[level].initialStrengths
      // The second of two, between whom and the next nobody is left out.
      let odd = list.count % 2 == 1 ? 1 + 2 * draws.index(below: list.count / 2, -1, level) : -1
      var index = 1
      while index < list.count {
        tie(list[index - 1], list[index], range, first: first, draws)
        index += index == odd ? 1 : 2
      }
    }
  }

  /// Shuffles stubs and joins each with the next; a pair that is one person or has a tie already is dropped.
  private mutating func join(_ stubs: inout [Int32], _ classes: [UInt8], first: Int, _ draws: RandomStream) {
    var last = stubs.count - 1
    while last > 0 {
      stubs.swapAt(last, draws.index(below: last + 1, last))
      last -= 1
    }
    var index = 1
    while index < stubs.count {
      let level = min(classes[Int(stubs[index - 1])], classes[Int(stubs[index])])
      let most = ContactFrequency.allCases[Int(level)].initialStrengths.upperBound
      tie(stubs[index - 1], stubs[index], 16...most, first: first, draws)
      index += 2
    }
  }

  /// Ties residents to friends of friends, which makes circles: at most four tries each.
  private mutating func close(_ scratch: Scratch, first: Int, _ draws: RandomStream) {
    for (index, local) in scratch.closing.enumerated() {
      let resident = first + Int(local)
      for attempt in 0..<4 {
        let friend = end(of: resident, draws.index(below: Self.slots, index, 2 * attempt))
        if friend == Self.none { continue }
        let far = end(of: Int(friend), draws.index(below: Self.slots, index, 2 * attempt + 1))
        if far == Self.none || Int(far) == resident { continue }
        let level = min(scratch.classes[Int(local)], scratch.classes[Int(far) - first])
        let most = ContactFrequency.allCases[Int(level)].initialStrengths.upperBound
        if tie(local, Int32(Int(far) - first), 16...most, first: first, draws) { break }
      }
    }
  }

  /// One of a resident's ties, counted round and round; ``none`` where there is none.
  private func end(of resident: Int, _ index: Int) -> UInt32 {
    let number = degree(of: resident)
    // Ties of week 0 fill the places from the first on.
    return number == 0 ? Self.none : other[resident * Self.slots + index % number]
  }

  /// Adds a tie between two residents of a neighbourhood with a strength from a range.
  @discardableResult
  @inline(__always)
  private mutating func tie(
    _ a: Int32, _ b: Int32, _ range: ClosedRange<UInt8>, first: Int, _ draws: RandomStream
  ) -> Bool {
    let value = Int(range.lowerBound) + draws.index(below: range.count, Int(a), 16 &+ Int(b))
    return add(first + Int(a), first + Int(b), strength: UInt8(value), limit: Self.neighbourLimit)
  }
}
