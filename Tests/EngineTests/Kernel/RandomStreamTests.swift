import Testing

@testable import Engine

@Suite struct RandomStreamTests {
  private let source = RandomSource(seed: 42, replicate: 3)

  @Test func aNumberIsAFunctionOfItsAddressAlone() {
    let one = source.stream(.voice, week: 7)
    _ = one.bits(1, 1)
    _ = source.stream(.needCount, week: 7).uniform(9)
    let again = RandomSource(seed: 42, replicate: 3).stream(.voice, week: 7)
    for entity in 0..<50 {
      #expect(one.bits(entity, 2) == again.bits(entity, 2))
      #expect(one.substream(entity).bits(1) == again.substream(entity).bits(1))
    }
  }

  /// Numbers at neighbouring addresses: equal bits are as frequent as in coin tosses, and each bit is fair.
  @Test(arguments: ["seed", "replicate", "stream", "week", "entity", "count", "substream"])
  func neighbouringAddressesGiveUnrelatedNumbers(part: String) {
    func bits(_ k: Int) -> UInt64 {
      switch part {
      case "seed": RandomSource(seed: UInt64(k), replicate: 0).stream(.voice, week: 1).bits(5, 0)
      case "replicate": RandomSource(seed: 42, replicate: k).stream(.voice, week: 1).bits(5, 0)
      case "stream": source.stream(StreamID.allCases[k % StreamID.allCases.count], week: k / 32).bits(5)
      case "week": source.stream(.voice, week: k).bits(5)
      case "entity": source.stream(.voice, week: 1).bits(k)
      case "count": source.stream(.voice, week: 1).bits(5, k)
      default: source.stream(.voice, week: 1).substream(k).bits(0)
      }
    }
    let number = 4_096
    var ones = [Int](repeating: 0, count: 64)
    var flips = [Int](repeating: 0, count: 64)
    for k in 0..<number {
      let word = bits(k)
      let change = word ^ bits(k + 1)
      for b in 0..<64 {
        ones[b] += Int(word >> UInt64(b) & 1)
        flips[b] += Int(change >> UInt64(b) & 1)
      }
    }
    for counts in [ones, flips] {
      // 64 normal deviates squared: mean 64, standard deviation about 11.3.
      let statistic = counts.reduce(0.0) {
        let z = (Double($1) - Double(number) / 2) / (Double(number) / 4).squareRoot()
        return $0 + z * z
      }
      #expect(statistic > 20 && statistic < 130, "\(part): \(statistic)")
    }
  }

  @Test func noTwoAddressesOfAWorldShareTheirNumber() {
    var seen: Set<UInt64> = []
    var asked = 0
    for id in StreamID.allCases {
      for week in 0..<20 {
        let stream = source.stream(id, week: week)
        for entity in 0..<20 {
          for count in 0..<3 {
            seen.insert(stream.bits(entity, count))
            asked += 1
          }
          seen.insert(stream.substream(entity).bits(0))
          asked += 1
        }
      }
    }
    #expect(seen.count == asked)
  }

  @Test func streamsAreNumberedOnce() {
    let numbers = StreamID.allCases.map(\.rawValue)
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func uniformNumbersAreUniform() {
    let stream = source.stream(.participation, week: 9)
    var sweep = [Int](repeating: 0, count: 64)
    var plain = [Int](repeating: 0, count: 64)
    var index = [Int](repeating: 0, count: 7)
    var pairs = [Int](repeating: 0, count: 64)
    for k in 0..<64_000 {
      let u = stream.sweepUniform(UInt32(k))
      let v = stream.uniform(k)
      #expect(u >= 0 && u < 1 && v >= 0 && v < 1)
      sweep[Int(u * 64)] += 1
      plain[Int(v * 64)] += 1
      index[stream.index(below: 7, k)] += 1
      pairs[Int(u * 8) * 8 + Int(stream.sweepUniform(UInt32(k + 1)) * 8)] += 1
    }
    for counts in [sweep, plain, index, pairs] { #expect(chiSquareExcess(counts) < 4) }
  }

  @Test func sweepsOfTwoWeeksAreUnrelated() {
    var cells = [Int](repeating: 0, count: 64)
    let (one, two) = (source.stream(.participation, week: 1), source.stream(.participation, week: 2))
    for k in UInt32(0)..<64_000 {
      cells[Int(one.sweepUniform(k) * 8) * 8 + Int(two.sweepUniform(k) * 8)] += 1
    }
    #expect(chiSquareExcess(cells) < 4)
  }

  @Test func chancesOfZeroAndOneAreCertain() {
    let stream = source.stream(.veto)
    for k in 0..<2_000 { #expect(!stream.happens(0, k) && stream.happens(1, k)) }
  }
}
