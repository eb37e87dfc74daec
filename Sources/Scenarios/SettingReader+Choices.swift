import Engine

extension SettingReader {
  mutating func readForms(_ value: JSON5Value) {
    let keys = ["matching", "mediation", "veto", "crossAppointment"]
    guard let object = StrictObject(value, "forms", keys: keys, diagnosis: diagnosis) else { return }
    if let form: LawForms.Matching = form(object, "matching") { setting.forms.matching = form }
    if let form: LawForms.Mediation = form(object, "mediation") { setting.forms.mediation = form }
    if let form: LawForms.Veto = form(object, "veto") { setting.forms.veto = form }
    if let form: LawForms.CrossAppointment = form(object, "crossAppointment") {
      setting.forms.crossAppointment = form
    }
  }

  private func form<Form: CaseIterable & RawRepresentable>(_ object: StrictObject, _ key: String) -> Form?
  where Form.RawValue == String {
    object[key]
      .flatMap { diagnosis.choice($0, object.path(key), of: Form.allCases.map(\.rawValue)) }
      .flatMap { Form(rawValue: $0) }
  }

  mutating func readWeights(_ value: JSON5Value) {
    guard
      let object = StrictObject(value, "weights", keys: ["vitality", "order"], diagnosis: diagnosis)
    else { return }
    if let vitality = object["vitality"] { readWeights(vitality, "weights.vitality", into: \.vitality) }
    if let order = object["order"] { readWeights(order, "weights.order", into: \.order) }
  }

  private mutating func readWeights(
    _ value: JSON5Value, _ path: String,
    into composite: WritableKeyPath<CompositeWeights, [CompositeWeights.Component]>
  ) {
    let keys = setting.weights[keyPath: composite].map(\.id)
    guard let object = StrictObject(value, path, keys: keys, diagnosis: diagnosis) else { return }
    for (index, key) in keys.enumerated() {
      if let weight = object.number(key, in: 0...1000, unit: "") {
        setting.weights[keyPath: composite][index].weight = weight
      }
    }
    if isWhole, setting.weights[keyPath: composite].allSatisfy({ $0.weight == 0 }) {
      diagnosis.report(value.place, "all weights in '\(path)' are 0; at least one must be more")
    }
  }
}
