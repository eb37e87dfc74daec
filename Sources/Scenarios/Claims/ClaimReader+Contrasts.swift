import Engine
import Tables

/// A contrast and where its parts are written.
struct PlacedContrast {
  var contrast: Claim.Contrast
  var place: Place
  var measure: Place
}

extension ClaimReading {
  /// All contrasts that could be read; problems are reported.
  func contrasts(_ object: StrictObject, _ experiment: Experiment?) -> [PlacedContrast] {
    guard let value = object.required("contrasts"),
      let entries = diagnosis.list(
        value, "contrasts",
        like: "[{measure: \"order\", weights: {with: 1, without: -1}, expect: \"increase\", smallest: 0.5}]")
    else {
      return []
    }
    if entries.isEmpty { diagnosis.report(value.place, "'contrasts' is empty; at least one is needed") }
    return entries.enumerated().compactMap { contrast($1, "contrasts.\($0)", experiment) }
  }

  private func contrast(_ value: JSON5Value, _ path: String, _ experiment: Experiment?) -> PlacedContrast? {
    let keys = ["measure", "weights", "expect", "smallest", "weeks", "spread"]
    guard let object = StrictObject(value, path, keys: keys, diagnosis: diagnosis) else { return nil }
    let measure = object.required("measure").flatMap {
      diagnosis.choice($0, object.path("measure"), of: Measure.table.map(\.id))
    }
    let weights = object.required("weights").flatMap { self.weights($0, object.path("weights"), experiment) }
    let expect: Claim.Expectation? = word(object, "expect")
    let smallest = object.required("smallest").flatMap { self.smallest($0, object.path("smallest")) }
    let isSpread = object["spread"].map { diagnosis.flag($0, object.path("spread")) } ?? false
    var weeks: ClosedRange<Int>?
    if let value = object["weeks"] {
      guard let read = self.weeks(value, object.path("weeks"), experiment) else { return nil }
      weeks = read
      if let measure, Measure.table.contains(where: { $0.id == measure && !$0.isOfIntervals }) {
        diagnosis.report(
          value.place, "'\(measure)' has a value for whole runs only; leave '\(object.path("weeks"))' out")
      }
    }
    guard let measure, let weights, let expect, let smallest, let isSpread else { return nil }
    if isSpread, weights.map(\.weight).sorted() != [-1, 1] {
      diagnosis.report(
        object["weights"]?.place ?? object.place,
        "'\(object.path("weights"))' of a contrast of spreads must be 1 for one variant and -1 for another")
    }
    return PlacedContrast(
      contrast: Claim.Contrast(
        measure: measure, weights: weights, expect: expect, smallest: smallest, weeks: weeks,
        isSpread: isSpread),
      place: value.place, measure: object["measure"]?.place ?? value.place)
  }

  private func smallest(_ value: JSON5Value, _ path: String) -> Double? {
    guard let number = diagnosis.number(value, path, in: 0...Double.greatestFiniteMagnitude, unit: "") else {
      return nil
    }
    if number > 0 { return number }
    diagnosis.report(value.place, "'\(path)' is 0; an effect above 0 is needed, in the unit of the measure")
    return nil
  }

  // MARK: Weights

  private func weights(_ value: JSON5Value, _ path: String, _ experiment: Experiment?) -> [Claim.Weight]? {
    guard let members = value.members else {
      diagnosis.wrongType(value, path, wanted: "an object {variant: weight}")
      return nil
    }
    let names = experiment?.variants.map(\.name)
    let known = names.map { Set($0) }
    var isGood = true
    var weights: [Claim.Weight] = []
    for member in members {
      if let names, known?.contains(member.key) == false {
        diagnosis.report(
          member.keyPlace,
          "'\(path)' names '\(member.key)', which is no variant; \(Suggestion.allowed(names, near: member.key))"
        )
        isGood = false
      }
      guard let weight = diagnosis.number(member.value, "\(path).\(member.key)", in: -1e6...1e6, unit: "")
      else {
        isGood = false
        continue
      }
      if weight != 0 { weights.append(Claim.Weight(member.key, weight)) }
    }
    guard isGood else { return nil }
    guard weights.count >= 2 else {
      diagnosis.report(value.place, "'\(path)' must weigh two or more variants against each other")
      return nil
    }
    let sum = weights.reduce(0) { $0 + $1.weight }
    // Thirds and tenths do not add up exactly.
    guard sum.magnitude < 1e-9 else {
      diagnosis.report(
        value.place, "the weights in '\(path)' add up to \(NumberText.shortest(sum)); they must add up to 0")
      return nil
    }
    // The order of the variants, not of the file: the same sums to the last bit.
    let ranks = Dictionary(
      (names ?? members.map(\.key)).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return weights.sorted { ranks[$0.variant, default: 0] < ranks[$1.variant, default: 0] }
  }

  // MARK: Weeks

  private func weeks(_ value: JSON5Value, _ path: String, _ experiment: Experiment?) -> ClosedRange<Int>? {
    guard let entries = diagnosis.list(value, path, like: "[1, 52]") else { return nil }
    guard entries.count == 2 else {
      diagnosis.report(value.place, "'\(path)' has \(entries.count) entries; it must be a list [from, to]")
      return nil
    }
    let schedule = experiment?.variants.first?.scenario.setting.schedule
    let allowed = 1...(schedule?.observed ?? Limits.observed.upperBound)
    guard let from = diagnosis.count(entries[0], "\(path).0", in: allowed, unit: "observed weeks"),
      let to = diagnosis.count(entries[1], "\(path).1", in: allowed, unit: "observed weeks")
    else { return nil }
    guard from <= to else {
      diagnosis.report(entries[1].place, "'\(path)' ends in week \(to), before its start, week \(from)")
      return nil
    }
    if let interval = schedule?.interval, to / interval == (from - 1) / interval {
      diagnosis.report(
        value.place,
        "no interval of the series ends in '\(path)', weeks \(from) to \(to); one ends every \(interval) weeks"
      )
      return nil
    }
    return from...to
  }
}
