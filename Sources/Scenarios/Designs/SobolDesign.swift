import Engine

/// Points of the Sobol sequence (Sobol' 1967), which fill the ranges more evenly than random ones.
///
/// Its balance holds for a power of two of points that starts with the first one, the lower corner of all ranges, so
/// nothing is left out unless the file says so (Owen 2020). `scramble` draws a random version that is as even, by
/// nested uniform scrambling (Owen 1995); several of them tell how exact a mean is.
enum SobolDesign {
  /// Most points left out at the start, so that all numbers fit 32 bits.
  static let mostSkipped = 1 << 30

  static func read(_ value: JSON5Value, diagnosis: Diagnosis) -> Design {
    let keys = ["ranges", "points", "skip", "scramble"]
    guard let object = StrictObject(value, "sobol", keys: keys, diagnosis: diagnosis) else {
      return Design()
    }
    let ranges = SampleRange.read(object, diagnosis: diagnosis)
    let none = Design(columns: ranges.map(\.column))
    let sizePlace = object.required("points")?.place
    let points = object.count("points", in: 1...Design.mostPoints, unit: "points")
    let skip = object.has("skip") ? object.count("skip", in: 0...mostSkipped, unit: "points") : 0
    let scramble = object["scramble"].flatMap { SettingReader.seed($0, diagnosis, "sobol.scramble") }
    if ranges.count > SobolSequence.mostDimensions {
      diagnosis.report(
        object.place,
        "'sobol' has \(ranges.count) ranges; at most \(SobolSequence.mostDimensions) are allowed; a Latin hypercube "
          + "takes any number")
      return none
    }
    guard let points, let skip, let sizePlace, !ranges.isEmpty, object.has("scramble") == (scramble != nil)
    else { return none }
    if points & (points - 1) != 0 {
      diagnosis.warn(
        sizePlace,
        "'sobol.points' is \(points); the sequence is balanced for powers of two only, such as "
          + "\(1 << (Int.bitWidth - points.leadingZeroBitCount))")
    }
    if skip % points != 0, let place = object["skip"]?.place {
      diagnosis.warn(
        place,
        "'sobol.skip' is \(skip); the points are balanced only if a multiple of their number, \(points), is skipped"
      )
    }
    let dimensions = ranges.indices.map { SobolSequence(dimension: $0) }
    let stream = RandomSource(seed: scramble ?? 0, replicate: 0).stream(.scrambling)
    return Design(ranges, points: points) { point, range in
      let word = dimensions[range].word(skip + point)
      return Double(scramble == nil ? word : scrambled(word, stream, range)) * 0x1p-32
    }
  }

  /// Flips each binary digit at random, by a coin that hangs on the digits before it.
  private static func scrambled(_ word: UInt32, _ stream: RandomStream, _ dimension: Int) -> UInt32 {
    var result = word
    for digit in 0..<32 {
      let before = Int(UInt64(word) >> UInt64(32 - digit)) | 1 << digit
      if stream.bits(dimension, before) >> 63 == 1 { result ^= 1 << UInt32(31 - digit) }
    }
    return result
  }
}

/// One dimension of the Sobol sequence in Gray-code order (Antonov and Saleev 1979), from 0.
struct SobolSequence {
  static let mostDimensions = SobolDirections.rows.count + 1

  /// Direction numbers as binary fractions of 32 digits.
  private let directions: [UInt32]

  init(dimension: Int) {
    guard dimension > 0 else {
      directions = (0..<32).map { 1 << (31 - $0) }
      return
    }
    let row = SobolDirections.rows[dimension - 1]
    let degree = row.count - 1
    var directions = row.dropFirst().enumerated().map { $1 << UInt32(31 - $0) }
    for index in degree..<32 {
      var next = directions[index - degree] ^ directions[index - degree] >> UInt32(degree)
      for k in 1..<degree where row[0] >> UInt32(degree - k) & 1 == 1 { next ^= directions[index - k] }
      directions.append(next)
    }
    self.directions = directions
  }

  /// The point of a number, as a binary fraction of 32 digits.
  func word(_ number: Int) -> UInt32 {
    var gray = number ^ number >> 1
    var word: UInt32 = 0
    while gray != 0 {
      word ^= directions[gray.trailingZeroBitCount]
      gray &= gray - 1
    }
    return word
  }
}
