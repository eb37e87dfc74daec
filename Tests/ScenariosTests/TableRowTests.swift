import Engine
import Scenarios
import Tables
import Testing

/// A number of a range that is not the default.
private func other(than value: Double, in range: ClosedRange<Double>, whole: Bool) -> Double {
  let upper = min(range.upperBound, range.lowerBound + 1e9)
  let candidates = [upper, range.lowerBound, (range.lowerBound + upper) / 2].map {
    whole ? $0.rounded(.down) : $0
  }
  return candidates.first { $0 != value && range.contains($0) } ?? value
}

/// Another value of an option, as JSON5 and as the setting has it.
private func other(_ option: OptionDescription) -> (text: String, value: OptionValue) {
  switch option.kind {
  case .number(let range, _):
    let value: Double = if case .number(let number) = option.value { number } else { .nan }
    let number = other(than: value, in: range, whole: false)
    return (NumberText.shortest(number), .number(number))
  case .count(let range, _):
    let value: Double = if case .number(let number) = option.value { number } else { .nan }
    let number = other(than: value, in: Double(range.lowerBound)...Double(range.upperBound), whole: true)
    return (NumberText.shortest(number), .number(number))
  case .flag:
    let flag = option.value != .flag(true)
    return ("\(flag)", .flag(flag))
  case .choice(let choices):
    let choice = choices.first { option.value != .choice($0) } ?? choices[0]
    return ("'\(choice)'", .choice(choice))
  }
}

/// Whatever stands in a table of the engine can be set by a file and from outside.
@Suite struct TableRowTests {
  @Test func everyParameterCanBeSet() throws {
    for (id, row) in zip(ParameterID.allCases, ParameterID.table) {
      let number = other(than: row.value, in: row.range, whole: row.whole)
      let text = NumberText.shortest(number)
      #expect(try load("{parameters: {\(row.id): \(text)}}").setting.parameters[id] == number)
      let set = try load("{}", set: ["parameters.\(row.id)=\(text)"])
      #expect(set.setting.parameters[id] == number)
      #expect(set.setting.parameters != Setting().parameters)
    }
  }

  @Test func everyConditionCanBeSetAndChanged() throws {
    for (id, row) in zip(ConditionID.allCases, ConditionID.table) {
      let number = other(than: row.value, in: row.range, whole: row.whole)
      let text = NumberText.shortest(number)
      #expect(try load("{conditions: {\(row.id): \(text)}}").setting.conditions[id] == number)
      #expect(try load("{}", set: ["conditions.\(row.id)=\(text)"]).setting.conditions[id] == number)
      let changed = try load("{conditions: {changes: [{week: 9, condition: '\(row.id)', value: \(text)}]}}")
      #expect(changed.setting.conditions.changes == [.init(week: 9, condition: id, value: number)])
    }
  }

  @Test func quantitiesOutOfRangeAreRefused() {
    for (part, table) in [("parameters", ParameterID.table), ("conditions", ConditionID.table)] {
      for row in table where row.range.upperBound < 1e300 {
        let above = NumberText.shortest(row.range.upperBound + 1)
        let found = problems("{\(part): {\(row.id): \(above)}}")
        expect(
          found,
          ["1:\(part.count + row.id.count + 7): '\(part).\(row.id)' is \(above), out of range; … allowed"])
        #expect(found.first?.contains(row.unit) == true)
      }
    }
  }

  @Test func everyMechanismAndOptionCanBeSet() throws {
    for description in MechanismRegistry.descriptions {
      let path = "mechanisms.\(description.id)"
      let plain = [MechanismUse(description.id)]
      #expect(try load("{mechanisms: {\(description.id): true}}").setting.mechanisms == plain)
      #expect(try load("{mechanisms: {\(description.id): {}}}").setting.mechanisms == plain)
      #expect(try load("{}", set: ["\(path)=true"]).setting.mechanisms == plain)
      #expect(try load("{mechanisms: {\(description.id): false}}").setting.mechanisms.isEmpty)
      #expect(
        try load("{mechanisms: {\(description.id): true}}", set: ["\(path)=false"]).setting.mechanisms.isEmpty
      )
      for option in description.options {
        let (text, value) = other(option)
        // A choice of one has no other value.
        let use = [MechanismUse(description.id, options: value == option.value ? [:] : [option.name: value])]
        #expect(
          try load("{mechanisms: {\(description.id): {\(option.name): \(text)}}}").setting.mechanisms == use)
        let word = text.filter { $0 != "'" }
        let isOn = "{mechanisms: {\(description.id): true}}"
        #expect(
          try load(isOn, set: ["\(path).\(option.name)=\(word)"]).setting.mechanisms == use)
        expect(
          problems(isOn, set: ["\(path).\(option.name)={}"]), ["--set:1:…'\(path).\(option.name)' must be"])
      }
    }
  }

  @Test func defaultOptionsAreNotKept() throws {
    for description in MechanismRegistry.descriptions {
      let options = description.options.map { option in
        switch option.value {
        case .number(let number): "\(option.name): \(NumberText.shortest(number))"
        case .flag(let flag): "\(option.name): \(flag)"
        case .choice(let choice): "\(option.name): '\(choice)'"
        }
      }
      let scenario = try load("{mechanisms: {\(description.id): {\(options.joined(separator: ", "))}}}")
      #expect(scenario.setting.mechanisms == [MechanismUse(description.id)])
    }
  }

  @Test func everyWeightCanBeSet() throws {
    let weights = CompositeWeights()
    for (index, component) in weights.vitality.enumerated() {
      let scenario = try load("{weights: {vitality: {\(component.id): 2.5}}}")
      #expect(scenario.setting.weights.vitality[index].weight == 2.5)
    }
    for (index, component) in weights.order.enumerated() {
      let scenario = try load("{}", set: ["weights.order.\(component.id)=0"])
      #expect(scenario.setting.weights.order[index].weight == 0)
    }
  }

  @Test func everyFormCanBeChosen() throws {
    for form in LawForms.Matching.allCases {
      #expect(try load("{forms: {matching: '\(form.rawValue)'}}").setting.forms.matching == form)
    }
    for form in LawForms.Mediation.allCases {
      #expect(try load("{}", set: ["forms.mediation=\(form.rawValue)"]).setting.forms.mediation == form)
    }
    for form in LawForms.Veto.allCases {
      #expect(try load("{forms: {veto: '\(form.rawValue)'}}").setting.forms.veto == form)
    }
    for form in LawForms.CrossAppointment.allCases {
      let scenario = try load("{forms: {crossAppointment: '\(form.rawValue)'}}")
      #expect(scenario.setting.forms.crossAppointment == form)
    }
  }
}
