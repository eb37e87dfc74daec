import Engine

/// A Latin hypercube sample (McKay, Beckman and Conover 1979): each range is cut into as many equal intervals as there
/// are points, and each interval is hit once, anywhere in it.
///
/// The draws of a range hang on the sample's own seed and on the path alone: they stay when the seed of the runs
/// changes and when other ranges come or go.
enum LatinHypercube {
  static func read(_ value: JSON5Value, diagnosis: Diagnosis) -> Design {
    let keys = ["ranges", "points", "seed"]
    guard let object = StrictObject(value, "latinHypercube", keys: keys, diagnosis: diagnosis) else {
      return Design()
    }
    let ranges = SampleRange.read(object, diagnosis: diagnosis)
    _ = object.required("points")
    let points = object.count("points", in: 1...Design.mostPoints, unit: "points")
    let seed =
      object.has("seed")
      ? object["seed"].flatMap { SettingReader.seed($0, diagnosis, "latinHypercube.seed") } : 1
    guard let points, let seed, !ranges.isEmpty else { return Design(columns: ranges.map(\.column)) }
    guard
      Design.isPossible(points: points, of: ranges.count, "ranges", at: object.place, diagnosis: diagnosis)
    else { return Design(columns: ranges.map(\.column)) }
    return design(ranges, points: points, seed: seed)
  }

  /// The sample of so many points over these ranges.
  static func design(_ ranges: [SampleRange], points: Int, seed: UInt64) -> Design {
    let source = RandomSource(seed: seed, replicate: 0)
    let position = source.stream(.samplePosition)
    let entities = ranges.map(entity)
    let orders = entities.map { order(of: points, source.stream(.sampleOrder), $0) }
    return Design(ranges, points: points) { point, range in
      (Double(orders[range][point]) + position.uniform(entities[range], point)) / Double(points)
    }
  }

  /// A number of a path that no other path has.
  private static func entity(_ range: SampleRange) -> Int {
    var hash = Fingerprint()
    for key in range.column.keys {
      for byte in key.text.utf8 { hash.combine(UInt64(byte)) }
      hash.combine(UInt64(UInt8(ascii: ".")))
    }
    return Int(bitPattern: UInt(hash.value))
  }

  /// All numbers below `count` in a random order (Fisher and Yates).
  private static func order(of count: Int, _ stream: RandomStream, _ entity: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, stream.index(below: last + 1, entity, last))
    }
    return order
  }
}
