import Testing

@testable import cogov

struct PlaneTests {
  private func plane(_ points: [Plane.Point]) -> Plane {
    Plane(xTitle: "vitality", yTitle: "order", points: points)
  }

  @Test func drawsPointsWhereTheyAre() {
    var plane = plane([
      .init(name: "low", x: 0, y: 0), .init(name: "high", x: 10, y: 10), .init(name: "side", x: 10, y: 0),
    ])
    plane.width = 40
    plane.height = 5
    #expect(
      plane.lines() == [
        "order",
        "10 +                                B",
        "   |",
        " 5 +",
        "   |",
        " 0 +  A                             C",
        "   +--+-----+-----+-----+-----+-----+--",
        "      0     2     4     6     8    10",
        "                                vitality",
        "  A low (0.000, 0.000)",
        "  B high (10.0, 10.0)",
        "  C side (10.0, 0.000)",
      ])
  }

  @Test func drawsIntervals() {
    let lines = plane([
      .init(name: "a", x: 50, y: 50, xHalf: 5, yHalf: 5), .init(name: "b", x: 60, y: 60, xHalf: 1, yHalf: 1),
    ]).lines()
    let row = lines.first { $0.contains("A") && $0.contains("|") || $0.contains("A") && $0.contains("+") }!
    #expect(row.contains(".A."))
    #expect(lines.contains { $0.contains(":") })
    #expect(lines.contains { $0.hasPrefix("Dots show 95 % intervals") })
  }

  @Test(arguments: [1, 2, 40, 70])
  func fitsEightyColumns(count: Int) {
    let points = (0..<count).map {
      Plane.Point(
        name: "a long name of a variant, number \($0), with 自治金 and much more that does not fit",
        x: Double($0 * $0) * 1000, y: -Double($0) / 1000, xHalf: 10, yHalf: 0.001)
    }
    let lines = plane(points).lines()
    #expect(lines.allSatisfy { TextLayout.width($0) <= 80 })
    #expect(lines.filter { $0.contains("a long name") }.count == count)
  }

  @Test func allInOnePlace() {
    let lines = plane((0..<3).map { .init(name: "v\($0)", x: 61.2, y: 40, xHalf: 0, yHalf: 0) }).lines()
    #expect(lines.contains { $0.contains("*") && $0.contains("|") || $0.contains("*") && $0.contains("+") })
    #expect(lines.suffix(3) == ["  A v0 (61.2, 40.0)", "  B v1 (61.2, 40.0)", "  C v2 (61.2, 40.0)"])
  }

  @Test func intervalsDoNotStretchBeyondWhatMeasuresCanBe() {
    var plane = plane([
      .init(name: "a", x: 40, y: 60), .init(name: "b", x: 50, y: 55, xHalf: 252, yHalf: 90),
    ])
    #expect(plane.lines().contains { $0.contains("300") })
    plane.bounds = 0...100
    let lines = plane.lines()
    #expect(
      !lines.contains {
        $0.contains("300") || $0.contains("-") && $0.contains("100 +") && $0.contains("-100")
      })
    #expect(lines.contains("Dots show 95 % intervals. They are cut at 0 and 100."))
    // Measures that are not of that range are drawn as they are.
    plane.points.append(.init(name: "c", x: 400, y: 60))
    #expect(plane.lines().contains { $0.contains("400") })
  }

  @Test func oneVariantWithOneReplicate() {
    let lines = plane([.init(name: "only", x: 61.2, y: 40)]).lines()
    #expect(lines.contains { $0.contains("A") })
    #expect(!lines.contains { $0.contains("Dots") })
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func missingValuesAreOnlyInTheLegend() {
    let lines = plane([.init(name: "gone", x: .nan, y: 1), .init(name: "here", x: 1, y: 1)]).lines()
    #expect(lines.contains("  A gone (no value)"))
    #expect(lines.contains { $0.hasSuffix("B") || $0.contains("B ") })
    #expect(plane([.init(name: "gone", x: .nan, y: .nan)]).lines().count == 1)
    #expect(plane([]).lines().count == 1)
  }

  @Test(arguments: [(0.0, 100.0), (61.2, 61.3), (-5, 5), (0, 1e-5), (1e6, 2e6), (42, 42), (0, 0)])
  func axesHaveRoundNumbersInTheirRange(low: Double, high: Double) {
    let axis = Axis(values: [(low, .nan), (high, .nan)], cells: 60, ticks: 6)
    #expect(axis.low < low && axis.high > high)
    #expect((2...13).contains(axis.ticks.count))
    #expect(axis.ticks.allSatisfy { $0 >= axis.low && $0 <= axis.high })
    let labels = axis.ticks.map(axis.label)
    #expect(Set(labels).count == labels.count)
    #expect(axis.cell(low) >= 0 && axis.cell(high) <= 59)
    #expect(axis.cell(-.infinity) == 0)
  }
}
