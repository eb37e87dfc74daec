import Engine
import Tables

/// A path and the range that a sample covers.
struct SampleRange {
  /// The path and its column of the results.
  var column: Design.Column
  /// Where the range is written.
  var place: Place
  var from: Double
  var to: Double
  /// Whether only whole numbers are drawn, each from `from` to `to` equally often.
  var isWhole = false
  /// Whether equal ratios, not equal differences, are equally likely.
  var isLogarithmic = false

  /// The value at a share of the range; shares lie in 0..<1.
  func value(at share: Double) -> Double {
    // A whole number stands for the unit interval that starts at it.
    let end = isWhole ? to + 1 : to
    var value: Double
    if isLogarithmic {
      let start = FixedMath.log(from)
      value = FixedMath.exp(start + share * (FixedMath.log(end) - start))
    } else {
      // Two products, not a difference, which could be too large for a number.
      value = from * (1 - share) + end * share
    }
    if isWhole { value = value.rounded(.down) }
    return min(max(value, from), to)
  }

  /// Reads the ranges of a design; empty where one is wrong, which has been reported.
  static func read(_ object: StrictObject, diagnosis: Diagnosis) -> [SampleRange] {
    guard let value = object.required("ranges") else { return [] }
    return Design.members(
      value, object.path("ranges"), ("ranges", "{\"path\": [from, to]}"), diagnosis: diagnosis,
      column: \.column
    ) { read($0, "\(object.path("ranges")).\($0.key)", diagnosis) }
  }

  private static func read(_ member: JSON5Value.Member, _ name: String, _ diagnosis: Diagnosis)
    -> SampleRange?
  {
    guard let keys = Design.keys(member.key, at: member.keyPlace, diagnosis: diagnosis),
      let (from, to, object) = ends(member.value, name, diagnosis)
    else { return nil }
    let finite = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    guard let low = diagnosis.number(from, "\(name).from", in: finite, unit: ""),
      let high = diagnosis.number(to, "\(name).to", in: finite, unit: "")
    else { return nil }
    guard low < high else {
      diagnosis.report(
        to.place,
        "'\(name)' ends at \(NumberText.shortest(high)), not above its start, \(NumberText.shortest(low))")
      return nil
    }
    var range = SampleRange(
      column: Design.Column(name: member.key, keys: keys), place: member.value.place, from: low, to: high)
    if let object {
      if let value = object["whole"] {
        guard let flag = diagnosis.flag(value, object.path("whole")) else { return nil }
        range.isWhole = flag
      }
      if let value = object["logarithmic"] {
        guard let flag = diagnosis.flag(value, object.path("logarithmic")) else { return nil }
        range.isLogarithmic = flag
      }
    }
    guard range.isPossible(from, to, name, diagnosis) else { return nil }
    diagnosis.sample(
      at: range.place, hint: "write {from: …, to: …, whole: true} to draw whole numbers only")
    return range
  }

  /// The two ends, and the object they stand in if there is one.
  private static func ends(
    _ value: JSON5Value, _ name: String, _ diagnosis: Diagnosis
  ) -> (JSON5Value, JSON5Value, StrictObject?)? {
    let wanted = "a list [from, to] or an object {from, to, whole, logarithmic}"
    switch value.content {
    case .list(let entries):
      if entries.count == 2 { return (entries[0], entries[1], nil) }
      diagnosis.report(value.place, "'\(name)' has \(entries.count) entries; it must be \(wanted)")
    case .object:
      let keys = ["from", "to", "whole", "logarithmic"]
      guard let object = StrictObject(value, name, keys: keys, diagnosis: diagnosis) else { return nil }
      let (from, to) = (object.required("from"), object.required("to"))
      if let from, let to { return (from, to, object) }
    default:
      diagnosis.wrongType(value, name, wanted: wanted)
    }
    return nil
  }

  private func isPossible(
    _ start: JSON5Value, _ end: JSON5Value, _ name: String, _ diagnosis: Diagnosis
  ) -> Bool {
    // Whole numbers beyond 2⁵³ have gaps.
    let exact = -0x1p53...0x1p53
    for (value, number) in [(start, from), (end, to)] where isWhole {
      guard number == number.rounded(), exact.contains(number) else {
        diagnosis.report(
          value.place,
          "'\(name)' is whole; \(NumberText.shortest(number)) is no whole number of up to 16 digits")
        return false
      }
    }
    if isLogarithmic, from <= 0 {
      diagnosis.report(
        start.place, "'\(name)' is logarithmic; it must start above 0, not at \(NumberText.shortest(from))")
      return false
    }
    return true
  }
}

extension Design {
  /// The design of a sample: `shares` gives the place of a point in a range, in 0..<1.
  init(_ ranges: [SampleRange], points: Int, share: (_ point: Int, _ range: Int) -> Double) {
    columns = ranges.map(\.column)
    self.points = (0..<points).map { number in
      let values = ranges.indices.map { range in
        ranges[range].value(at: share(number, range))
      }
      let levels = values.map { NumberText.shortest($0) }
      let patches = ranges.indices.map { index in
        let content = JSON5Value.Content.number(values[index], text: levels[index])
        return Patch(
          keys: ranges[index].column.keys,
          value: JSON5Value(content: content, place: ranges[index].place, isPrinted: true))
      }
      return Point(name: Design.name(number + 1), levels: levels, patches: patches)
    }
  }
}
