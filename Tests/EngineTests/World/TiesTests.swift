import Testing

@testable import Engine

@Suite struct TiesTests {
  @Test func meetingsMakeAndStrengthenATie() {
    var ties = Ties(residents: 3)
    #expect(ties.connect(0, 1, gain: 10) == Ties.Connection(isNew: true))
    #expect(ties.connect(1, 0, gain: 10) == Ties.Connection())
    #expect(ties.strength(0, 1) == 20 && ties.strength(1, 0) == 20)
    #expect(ties.connect(0, 1, gain: 250).isNew == false)
    #expect(ties.strength(0, 1) == 255)
    #expect(!ties.connect(2, 2, gain: 9).isNew && !ties.connect(1, 2, gain: 0).isNew)
    #expect(ties.contains(0, 1) && !ties.contains(0, 2))
  }

  @Test func aStrongerTieTakesThePlaceOfTheWeakest() {
    var ties = Ties(residents: 20)
    for other in 1...8 { _ = ties.connect(0, other, gain: UInt8(10 + other)) }
    // Equal or weaker newcomers find no place.
    #expect(!ties.connect(0, 9, gain: 11).isNew)
    let change = ties.connect(0, 9, gain: 12)
    #expect(change == Ties.Connection(isNew: true, displacedFromFirst: 1))
    #expect(!ties.contains(0, 1) && !ties.contains(1, 0) && ties.contains(9, 0))
    #expect(ties.firstAsymmetry() == nil)
  }

  @Test func fadingEndsTiesOnBothSides() {
    var ties = Ties(residents: 4)
    _ = ties.connect(0, 3, gain: 200)
    _ = ties.connect(1, 2, gain: 3)
    var lost: [[Int]] = []
    #expect(ties.fade(in: 0..<2, retention: 0.3) { lost.append([$0, $1]) } == 1)
    #expect(ties.fade(in: 2..<4, retention: 0.3) { lost.append([$0, $1]) } == 1)
    #expect(lost == [[1, 2], [2, 1]])
    #expect(ties.strength(0, 3) == 59 || ties.strength(0, 3) == 60)
    #expect(ties.firstAsymmetry() == nil)
    for _ in 0..<60 { ties.fade(in: 0..<4, retention: 0.95) }
    #expect(ties.degree(of: 0) == 0)
    _ = ties.connect(0, 1, gain: 40)
    #expect(ties.fade(in: 0..<4, retention: 1) == 0 && ties.strength(0, 1) == 40)
  }

  @Test func thousandsOfRandomChangesKeepBothSidesEqual() {
    var ties = Ties(residents: 60)
    let draws = RandomSource(seed: 3, replicate: 0).stream(.placement)
    var number = 0
    for step in 0..<6_000 {
      let change = ties.connect(
        draws.index(below: 60, step, 0), draws.index(below: 60, step, 1),
        gain: UInt8(draws.index(below: 256, step, 2)))
      number += change.isNew ? 1 : 0
      number -= change.displacedFromFirst != Ties.none ? 1 : 0
      number -= change.displacedFromSecond != Ties.none ? 1 : 0
      if step % 50 == 49 {
        number -= (ties.fade(in: 30..<60, retention: 0.8) + ties.fade(in: 0..<30, retention: 0.8)) / 2
        #expect(ties.firstAsymmetry() == nil)
      }
    }
    #expect(ties.firstAsymmetry() == nil)
    var sides = 0
    for resident in 0..<60 { sides += ties.degree(of: resident) }
    #expect(sides == 2 * number)
  }

  @Test func strengthTellsTheFrequencyOfContact() {
    for level in ContactFrequency.allCases {
      #expect(ContactFrequency(strength: level.leastStrength) == level)
      #expect(ContactFrequency(strength: level.initialStrengths.lowerBound) == level)
      #expect(ContactFrequency(strength: level.initialStrengths.upperBound) == level)
    }
  }
}
