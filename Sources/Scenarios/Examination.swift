import Engine
import Tables

extension Experiment {
  /// Variants whose mechanisms are looked at: in a large sample the first tell enough.
  static let mostExamined = 1000
  /// Notices of which a warning is made.
  static let mostTold = 20

  /// Finds what its variants will not do, and warns of it.
  public mutating func examine() {
    let start = Place.start(of: files.first ?? name)
    var examination = Examination(seed: seed, start: start)
    for variant in variants.prefix(Self.mostExamined) { examination.examine(variant) }
    examination.compare(variants)
    notices = examination.found.map(\.notice)
    warnings += examination.found.prefix(Self.mostTold).map { found in
      let notice = found.notice
      let isOfAll = notice.kind == .sameSetting || notice.variants.count == variants.count
      return found.place.warning(notice.message + (isOfAll ? "" : " (in \(Notice.named(notice.variants)))"))
    }
    if notices.count > Self.mostTold {
      warnings.append(
        start.warning(
          "\(notices.count - Self.mostTold) further warnings are not told here; manifest.json of the results has all"
        ))
    }
    if variants.count > Self.mostExamined {
      warnings.append(
        start.warning(
          "only the first \(Self.mostExamined) of \(variants.count) variants were looked at for mechanisms that change "
            + "nothing"))
    }
  }
}

extension Place {
  fileprivate func warning(_ message: String) -> Diagnostic {
    Diagnostic(file: file, line: line, column: column, severity: .warning, message: message)
  }
}

/// One look at the variants of an experiment, before they are run.
private struct Examination {
  let seed: UInt64
  /// Where what has no better place is told.
  let start: Place
  /// Each with the place where it is written.
  private(set) var found: [(notice: Notice, place: Place)] = []
  /// The places of the variant before, which most share.
  private var last: (city: City, conditions: Conditions, foresight: Foresight)?

  init(seed: UInt64, start: Place) {
    self.seed = seed
    self.start = start
  }

  mutating func examine(_ variant: Variant) {
    let scenario = variant.scenario
    do throws(SimulationError) {
      let foresight = try self.foresight(scenario.setting)
      for finding in try foresight.findings(scenario.setting) {
        let place = finding.use < scenario.usePlaces.count ? scenario.usePlaces[finding.use] : start
        add(Notice(finding, of: scenario.setting.mechanisms[finding.use], variant.name, foresight), at: place)
      }
      for notice in Notice.ofPlaces(foresight, variant) { add(notice, at: scenario.cityPlace ?? start) }
    } catch {
      add(
        Notice(.impossible, [variant.name], "no world can be made of it: \(error.reason)"),
        at: scenario.cityPlace ?? start)
    }
  }

  private mutating func foresight(_ setting: Setting) throws(SimulationError) -> Foresight {
    if let last, last.city == setting.city, last.conditions == setting.conditions { return last.foresight }
    let foresight = try Foresight(setting, seed: seed)
    last = (setting.city, setting.conditions, foresight)
    return foresight
  }

  /// Finds variants that are one setting.
  mutating func compare(_ variants: [Variant]) {
    var groups: [String: Int] = [:]
    var same: [[String]] = []
    for variant in variants {
      if let group = groups[variant.scenario.digest] {
        same[group].append(variant.name)
      } else {
        groups[variant.scenario.digest] = same.count
        same.append([variant.name])
      }
    }
    for names in same where names.count > 1 {
      found.append(
        (
          Notice(
            .sameSetting, names,
            "the variants \(Notice.named(names)) are the same setting: they have the same runs"), start
        ))
    }
  }

  /// One notice for all variants in which the same thing at the same place is amiss.
  private mutating func add(_ notice: Notice, at place: Place) {
    let index = found.firstIndex {
      $0.notice.kind == notice.kind && $0.notice.mechanism == notice.mechanism && $0.place == place
    }
    guard let index else { return found.append((notice, place)) }
    if found[index].notice.variants.last != notice.variants.last {
      found[index].notice.variants += notice.variants
    }
  }
}

extension Notice {
  /// What is unusual about the places of a variant.
  fileprivate static func ofPlaces(_ foresight: Foresight, _ variant: Variant) -> [Notice] {
    [size(foresight, variant), scale(foresight, variant)].compactMap { $0 }
  }

  private static func size(_ foresight: Foresight, _ variant: Variant) -> Notice? {
    let plausible = Foresight.plausibleHouseholds
    let odd = foresight.neighbourhoods.filter { !plausible.contains($0.households) }
    guard let most = odd.max(by: { oddness($0) < oddness($1) }) else { return nil }
    return Notice(
      .size, [variant.name],
      "\(odd.count) of \(foresight.neighbourhoods.count) neighbourhoods have fewer than \(plausible.lowerBound) or more "
        + "than \(plausible.upperBound) households, such as '\(most.name)' with \(most.households); a residents' committee "
        + "is for 1,000 to 2,700, and budgets and platforms come by the committee: split or join such places, or compare "
        + "them only with their like")
  }

  /// How far a size is from the middle of the usual.
  private static func oddness(_ place: Foresight.Neighbourhood) -> Double {
    let ratio = Double(max(place.households, 1)) / 1_600
    return max(ratio, 1 / ratio)
  }

  private static func scale(_ foresight: Foresight, _ variant: Variant) -> Notice? {
    guard let scale = variant.scenario.scale, scale < 1, foresight.subdistricts > 1 else { return nil }
    var numbers = [Int](repeating: 0, count: foresight.subdistricts)
    for neighbourhood in foresight.neighbourhoods { numbers[neighbourhood.subdistrict] += 1 }
    let single = numbers.count { $0 == 1 }
    guard single * 2 > numbers.count else { return nil }
    return Notice(
      .scale, [variant.name],
      "at 'city.scale' \(NumberText.shortest(scale)) \(single) of \(numbers.count) subdistricts have one neighbourhood "
        + "each: what a subdistrict shares out has nobody to be shared among; take a larger scale, or one subdistrict "
        + "(preset: \"lingyun\")")
  }
}
