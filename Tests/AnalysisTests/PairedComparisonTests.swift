import Analysis
import Testing

/// The statistics of comparisons give SciPy's and statsmodels' numbers.
struct PairedComparisonTests {
  @Test func pairsGiveTheNumbersOfSciPy() {
    for example in ReferenceExamples.all.pairs {
      let comparison = PairedComparison(example.x, against: example.y)
      #expect(comparison.count == example.n)
      #expect(agree(comparison.mean, example.mean))
      #expect(agree(comparison.deviation, example.deviation))
      #expect(agree(comparison.t, example.t))
      #expect(agree(comparison.p, example.p))
      #expect(agree(comparison.p, example.pPaired))
      #expect(agree(comparison.standardisedByDifferences, example.dz))
      #expect(agree(comparison.standardised, example.d))
      #expect(agree(comparison.correlation, example.correlation))
      for limits in example.intervals {
        let interval = comparison.interval(level: limits[0])
        #expect(agree(interval.low, limits[1]) && agree(interval.high, limits[2]))
      }
      #expect(agree(Equivalence(comparison, smallest: example.smallest).p, example.pEquivalence))
    }
  }

  @Test func spreadsGiveTheNumbersOfSciPy() {
    for example in ReferenceExamples.all.pairs {
      let spread = SpreadComparison(example.x, against: example.y)
      #expect(agree(spread.t, example.spreadT))
      #expect(agree(spread.p, example.spreadP))
      #expect(agree(spread.difference, example.spreadDifference))
      #expect(spread.low < spread.difference && spread.difference < spread.high)
      // The limits and the test say the same.
      #expect((spread.low > 0 || spread.high < 0) == (spread.p < 0.05))
    }
  }

  @Test func contrastsGiveTheNumbersOfSciPy() {
    for example in ReferenceExamples.all.contrasts {
      let comparison = PairedComparison(zip(example.arms, example.weights).map { ($0, $1) })
      #expect(agree(comparison.mean, example.mean))
      #expect(agree(comparison.p, example.p))
      #expect(agree(comparison.standardised, example.d))
      #expect(agree(comparison.varianceSpared, example.spared))
      #expect(agree(comparison.low, example.intervals[1][1]))
      #expect((comparison.correlation.isNaN) == (example.arms.count != 2))
    }
  }

  @Test func adjustmentsGiveTheNumbersOfStatsmodels() {
    for family in ReferenceExamples.all.holm {
      #expect(zip(Holm.adjusted(family.p), family.adjusted).allSatisfy(agree))
    }
    let some = Holm.adjusted([0.01, .nan, 0.04, 0.9])
    #expect(agree(some[0], 0.03) && some[1].isNaN && agree(some[2], 0.08) && some[3] == 0.9)
  }

  /// Nine figures of a probability, however small it is.
  @Test func tailsGiveTheNumbersOfSciPy() {
    for tail in ReferenceExamples.all.tails {
      let p = StudentT.beyond(tail[1], freedom: Int(tail[0]))
      #expect(abs(p - tail[2]) <= 1e-9 * tail[2], "t \(tail[1]) with \(tail[0]): \(p), not \(tail[2])")
      #expect(agree(StudentT.upper(tail[1], freedom: Int(tail[0])), tail[2] / 2))
      #expect(agree(StudentT.upper(-tail[1], freedom: Int(tail[0])), 1 - tail[2] / 2))
    }
  }

  @Test func armsThatAreTheSameDoNotDiffer() {
    let same = PairedComparison([3, 4, 5], against: [3, 4, 5])
    #expect(same.mean == 0 && same.p == 1 && same.standardised == 0 && same.low == 0)
    #expect(Equivalence(same, smallest: 0.1).p == 0)
    #expect(SpreadComparison([3, 4, 5], against: [3, 4, 5]).p == 1)
    let shifted = PairedComparison([4, 5, 6], against: [3, 4, 5])
    #expect(shifted.p == 0 && shifted.mean == 1 && shifted.correlation == 1)
    #expect(Equivalence(shifted, smallest: 0.5).p == 1)
  }

  @Test func fewPairsHaveNoIntervals() {
    let one = PairedComparison([3, .nan], against: [1, 2])
    #expect(one.mean == 2 && one.count == 1)
    #expect(one.p.isNaN && one.low.isNaN && one.standardised.isNaN)
    #expect(Equivalence(one, smallest: 1).p.isNaN)
    #expect(PairedComparison([], against: []).mean.isNaN)
    #expect(SpreadComparison([1, 2], against: [1, 3]).p.isNaN)
  }

  @Test func replicatesArePairedByTheirNumber() {
    var table = RunTable(measures: ["order"])
    for (replicate, base) in [(1, 10.0), (2, 50), (3, 90)] {
      table.add(variant: "base", replicate: replicate, values: [base])
    }
    for (replicate, value) in [(3, 93.0), (1, 11), (2, 52), (4, 1000)] {
      table.add(variant: "other", replicate: replicate, values: [value])
    }
    let comparison = PairedComparison(of: "order", variant: "other", against: "base", in: table)
    #expect(comparison.mean == 2 && comparison.count == 3)
    #expect(comparison.interval == Summary.difference(of: "order", variant: "other", from: "base", in: table))
    #expect(PairedComparison(of: "order", variant: "none", against: "base", in: table).count == 0)
  }

  @Test func findingsTellDifferenceAndEquivalenceApart() {
    let sure = PairedComparison([1.01, 2.02, 3.01, 4.02], against: [1, 2, 3, 4])
    #expect(Equivalence(sure, smallest: 1).finding(p: sure.p) == .both)
    #expect(Equivalence(sure, smallest: 0.001).finding(p: sure.p) == .different)
    #expect(Equivalence(sure, smallest: 1).finding(p: 0.3) == .equivalent)
    #expect(Equivalence(sure, smallest: 0.001).finding(p: .nan) == .open)
    #expect(Equivalence(sure, smallest: 0).p.isNaN)
  }

  /// A tenth three times adds up to more than three tenths: rounding is no variance.
  @Test func equalValuesVaryByNothing() throws {
    let constant = PairedComparison([
      (values: [0.1, 0.1, 0.1], weight: 1), (values: [0.3, 0.3, 0.3], weight: -1),
    ])
    #expect(constant.deviation == 0 && Interval(of: [0.1, 0.1, 0.1]).halfWidth == 0)
    var table = RunTable(measures: ["x"])
    for replicate in 1...10 {
      table.add(variant: "a", replicate: replicate, values: [0.1])
      table.add(variant: "b", replicate: replicate, values: [0.2])
      table.add(variant: "up", replicate: replicate, values: [Double(replicate)])
      table.add(variant: "higher", replicate: replicate, values: [Double(replicate) + 1])
    }
    for (one, other) in [("a", "b"), ("up", "higher")] {
      let spread = SpreadComparison(of: "x", variant: one, against: other, in: table)
      #expect(spread.t == 0 && spread.p == 1, "\(one)")
    }
  }
}
