import Testing

@testable import Engine

@Suite struct TimingWheelTests {
  @Test func everyEntryIsDueOnceAndInItsWeek() {
    var wheel = TimingWheel()
    var due: [Int: [Int32]] = [:]
    let draws = RandomSource(seed: 2, replicate: 0).stream(.placement)
    var entry = Int32(0)
    for week in 0..<300 {
      #expect(wheel.take(week: week) == due[week] ?? [], "week \(week)")
      #expect(wheel.take(week: week) == [])
      for k in 0..<draws.index(below: 4, week) {
        let delay = 1 + draws.index(below: TimingWheel.span - 1, week, k + 1)
        wheel.set(entry, week: week, delay: delay)
        due[week + delay, default: []].append(entry)
        entry += 1
      }
    }
    #expect(entry > 100)
  }

  @Test func delaysAreClamped() {
    var wheel = TimingWheel()
    wheel.set(1, week: 10, delay: 0)
    wheel.set(2, week: 10, delay: 1_000)
    #expect(wheel.take(week: 10) == [])
    #expect(wheel.take(week: 11) == [1])
    #expect(wheel.take(week: 10 + TimingWheel.span - 1) == [2])
  }
}

@Suite struct FingerprintTests {
  @Test func everyWordAndItsPlaceCount() {
    func hash(_ words: [UInt64]) -> Fingerprint {
      var hash = Fingerprint()
      for word in words { hash.combine(word) }
      return hash
    }
    let all = [[], [0], [0, 0], [1], [1, 2], [2, 1], [1, 2, 3]].map(hash)
    for (k, one) in all.enumerated() {
      for other in all[(k + 1)...] { #expect(one != other) }
    }
    #expect(hash([1, 2]) == hash([1, 2]))
    #expect(Fingerprint().description == "cbf29ce484222325" && hash([7]).description.count == 16)
  }

  @Test func numbersOfAllTypesCount() {
    var (one, two, three) = (Fingerprint(), Fingerprint(), Fingerprint())
    one.combine(1.0)
    two.combine(1)
    three.combine(-1)
    #expect(one != two && two != three)
  }
}

@Suite struct ColumnTests {
  @Test func valuesStayWhereTheyArePut() {
    var column = Column<UInt16>(100, fill: 7)
    for k in 0..<100 where k % 3 == 0 { column[k] = UInt16(k) }
    #expect((0..<100).allSatisfy { column[$0] == ($0 % 3 == 0 ? UInt16($0) : 7) })
    #expect(column.count == 100 && column.bytes == 200)
  }

  /// Any single byte shows in the fingerprint, also behind the last whole word.
  @Test func everyByteShowsInTheFingerprint() {
    var column = Column<UInt8>(21, fill: 0)
    var seen: Set<UInt64> = []
    for k in 0..<21 {
      column[k] = 1
      var hash = Fingerprint()
      column.combine(into: &hash)
      seen.insert(hash.value)
      column[k] = 0
    }
    #expect(seen.count == 21)
    var (hash, empty) = (Fingerprint(), Fingerprint())
    Column<Double>(0, fill: 0).combine(into: &hash)
    #expect(hash == empty)
    empty.combine(0)
    #expect(hash != empty)
  }

  /// Columns with one value for each class of bodies hold as many as there are classes, side by side.
  @Test func classesOfBodiesHaveAPlaceEach() {
    #expect(Residents.BodyClass.count == Residents.BodyClass.allCases.count)
    #expect(Residents.BodyClass.allCases.map(\.rawValue) == Array(0..<Residents.BodyClass.count))
    let stride = MemoryLayout<Residents.BodyClass.Values<Float>>.stride
    #expect(stride == Residents.BodyClass.count * MemoryLayout<Float>.stride)
  }
}
