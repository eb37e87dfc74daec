import Engine
import Tables

/// A frame and where it is written; the larger world is written nowhere.
struct PlacedFrame {
  var frame: Claim.Frame
  var place: Place
}

extension ClaimReading {
  static let registeredName = "as registered"
  static let neutralName = "neutral"
  static let largerName = "larger"
  static let mostConditions = 3
  /// How many times as many residents and neighbourhoods the larger world has.
  static let enlargement = 4.0

  /// All frames but the registered one that could be read; problems are reported.
  func frames(_ object: StrictObject, _ registered: Experiment?) -> [PlacedFrame] {
    rivals(object, registered) + neutral(object) + conditions(object, registered)
      + (registered.flatMap(larger).map { [$0] } ?? [])
  }

  /// The claim's experiment read again with changes.
  private func frame(
    _ kind: Claim.Frame.Kind, _ name: String, _ patches: [Patch], at place: Place
  ) -> PlacedFrame? {
    let forAll = patches.map { patch in
      var patch = patch
      patch.isForAll = true
      return patch
    }
    let loading = ExperimentLoading(input: input, overrides: forAll + overrides)
    return loading.experiment(path).map { experiment in
      PlacedFrame(
        frame: Claim.Frame(
          kind: kind, name: name, changes: patches.map(\.text), experiment: experiment), place: place)
    }
  }

  // MARK: Rival forms

  /// Forms by their keys in `forms`, with the values that they may have and that of a setting.
  private static let forms: [(key: String, values: [String], value: @Sendable (LawForms) -> String)] = [
    ("matching", LawForms.Matching.allCases.map(\.rawValue), { $0.matching.rawValue }),
    ("mediation", LawForms.Mediation.allCases.map(\.rawValue), { $0.mediation.rawValue }),
    ("veto", LawForms.Veto.allCases.map(\.rawValue), { $0.veto.rawValue }),
    (
      "crossAppointment", LawForms.CrossAppointment.allCases.map(\.rawValue),
      { $0.crossAppointment.rawValue }
    ),
  ]

  static var formKeys: [String] { forms.map(\.key) }

  private func rivals(_ object: StrictObject, _ registered: Experiment?) -> [PlacedFrame] {
    guard let value = object.required("rivals"),
      let entries = diagnosis.list(value, "rivals", like: "[\"matching\"]")
    else {
      return []
    }
    var seen: Set<String> = []
    return entries.enumerated().flatMap { index, entry -> [PlacedFrame] in
      guard let key = diagnosis.choice(entry, "rivals.\(index)", of: Self.formKeys),
        let form = Self.forms.first(where: { $0.key == key })
      else { return [] }
      guard seen.insert(key).inserted else {
        diagnosis.report(entry.place, "'rivals' names '\(key)' twice")
        return []
      }
      guard let registered else { return [] }
      let used = registered.variants.map { form.value($0.scenario.setting.forms) }
      guard used.allSatisfy({ $0 == used.first }) else {
        diagnosis.report(
          entry.place, "the variants differ in the form '\(key)'; it can be no rival of what they compare")
        return []
      }
      return form.values.filter { $0 != used.first }.compactMap { value in
        frame(
          .rival, "\(key) \(value)",
          [Patch(path: ["forms", key], content: .text(value), place: entry.place)],
          at: entry.place)
      }
    }
  }

  // MARK: Neutral setting and conditions

  private func neutral(_ object: StrictObject) -> [PlacedFrame] {
    guard let value = object["neutral"],
      let members = StrictObject(value, "neutral", keys: ["laws", "set"], diagnosis: diagnosis)
    else { return [] }
    if let laws = members.required("laws"),
      let entries = diagnosis.list(laws, "neutral.laws", like: "[\"Mobilisation\"]")
    {
      if entries.isEmpty {
        diagnosis.report(laws.place, "'neutral.laws' is empty; name the law that does nothing")
      }
      for (index, entry) in entries.enumerated() {
        _ = diagnosis.choice(entry, "neutral.laws.\(index)", of: LawDescription.table.map(\.id))
      }
    }
    guard let set = members.required("set"), let patches = patches(set, "neutral.set") else { return [] }
    return frame(.neutral, Self.neutralName, patches, at: set.place).map { [$0] } ?? []
  }

  /// The laws that the neutral setting names; empty where there is none.
  func neutralLaws(_ object: StrictObject) -> [String] {
    guard case .list(let entries) = object["neutral"]?["laws"]?.content else { return [] }
    return entries.compactMap { if case .text(let law) = $0.content { law } else { nil } }
  }

  private func conditions(_ object: StrictObject, _ registered: Experiment?) -> [PlacedFrame] {
    guard let value = object["conditions"] else { return [] }
    guard let members = value.members else {
      diagnosis.wrongType(value, "conditions", wanted: "an object {\"name\": {\"path\": value}}")
      return []
    }
    if members.count > Self.mostConditions {
      diagnosis.report(
        value.place,
        "'conditions' has \(members.count) entries; at most \(Self.mostConditions) are allowed")
    }
    return members.prefix(Self.mostConditions).compactMap { member in
      let path = "conditions.\(member.key)"
      let taken =
        [Self.registeredName, Self.neutralName, Self.largerName]
        + Self.forms.flatMap { form in form.values.map { "\(form.key) \($0)" } }
      if taken.contains(member.key) || member.key.allSatisfy(\.isWhitespace)
        || member.key.contains(where: { $0.isNewline || $0 == "/" })
      {
        diagnosis.report(
          member.keyPlace, "'\(member.key)' is no name for a condition; a short line is needed, without '/'")
      } else if let problem = ResultText.problem(withName: member.key) {
        diagnosis.report(member.keyPlace, "the condition '\(member.key)' \(problem)")
      }
      return patches(member.value, path).flatMap { frame(.condition, member.key, $0, at: member.value.place) }
    }
  }

  /// Changes of a frame; nil where they cannot be read or there are none, which is reported.
  private func patches(_ value: JSON5Value, _ path: String) -> [Patch]? {
    guard let members = value.members else {
      diagnosis.wrongType(value, path, wanted: "an object {\"path\": value}")
      return nil
    }
    if members.isEmpty { diagnosis.report(value.place, "'\(path)' is empty; a frame must change something") }
    let patches = members.compactMap { member in
      Design.keys(member.key, at: member.keyPlace, diagnosis: diagnosis)
        .map { Patch(keys: $0, value: member.value) }
    }
    return patches.isEmpty ? nil : patches
  }

  // MARK: Larger world

  /// The claim in a world four times as large; nil where its city is not one that has a scale, or is too large.
  private func larger(_ registered: Experiment) -> PlacedFrame? {
    guard let scale = registered.variants.first?.scenario.scale,
      registered.variants.allSatisfy({ $0.scenario.scale == scale }), scale * Self.enlargement <= 1
    else { return nil }
    let large = scale * Self.enlargement
    return frame(
      .larger, Self.largerName,
      [
        Patch(
          path: ["city", "scale"], content: .number(large, text: NumberText.shortest(large)),
          place: .start(of: path))
      ], at: .start(of: path))
  }
}

extension Patch {
  /// A change that no file writes.
  fileprivate init(path: [String], content: JSON5Value.Content, place: Place) {
    self.init(
      keys: path.map { Key(text: $0, place: place) }, value: JSON5Value(content: content, place: place))
  }

  /// As `--set` takes it.
  var text: String { path + "=" + value.text }
}

extension JSON5Value {
  /// The value in one line of JSON5.
  var text: String {
    switch content {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(_, let text): text
    case .text(let text): OrderedJSON.text(text).document.trimmingLineEnd
    case .list(let entries): "[" + entries.map(\.text).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.map { "\(OrderedJSON.text($0.key).document.trimmingLineEnd): \($0.value.text)" }
        .joined(separator: ", ") + "}"
    }
  }
}

extension String {
  fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
