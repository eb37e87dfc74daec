import Engine
import Scenarios
import Testing

@Suite struct DigestTests {
  static let text = """
    {title: "One", seed: 4, weeks: {burnIn: 10, observed: 100, interval: 4}, city: {preset: "lingyun", scale: 0.5},
     mechanisms: {\(mechanism): [{from: 3, until: 9, where: ["Xuhui"]}, {from: 20}]},
     conditions: {\(condition.id): \(condition.range.lowerBound), shocks: [
       {week: 20, weeks: 2, load: 3}, {week: 10, weeks: 1, load: 2}]}}
    """

  @Test func doesNotDependOnHowAFileIsWritten() throws {
    let digest = try load(Self.text).digest
    let reordered = """
      // the same, written by somebody else
      {conditions: {shocks: [{load: 2, week: 10, weeks: 1}, {week: 20.0, weeks: 0x2, load: 3e0,},],
         "\(condition.id)": \(condition.range.lowerBound)},
       mechanisms: {\(mechanism): [{from: 20, where: 'all'}, {where: 'Xuhui', until: 9, from: '2014-12-23'}]},
       seed: 99, replicates: 3, city: {scale: .5}, weeks: {interval: 4, burnIn: 10, observed: 100, start: '2014-12'}}
      """
    #expect(try load(reordered).digest == digest)
    let folder = Folder()
    folder.write("base.json5", Self.text.replacing("burnIn: 10", with: "burnIn: 90"))
    let child = folder.write("child.json5", "{extends: 'base.json5', weeks: {burnIn: 10}}")
    #expect(try ScenarioReader.load(child).digest == digest)
    #expect(
      try load(Self.text.replacing("burnIn: 10", with: "burnIn: 90"), set: ["weeks.burnIn=10"]).digest
        == digest)
    #expect(digest.count == 32 && digest.allSatisfy { $0.isHexDigit && !$0.isUppercase })
  }

  @Test func dependsOnEverySetting() throws {
    var texts = [
      "{}", "{weeks: {start: '2014-11'}}", "{weeks: {burnIn: 51}}", "{weeks: {observed: 259}}",
      "{weeks: {interval: 5}}",
      "{city: {scale: 0.5}}", "{city: {residents: 104000}}",
      "{city: {residents: 104000, neighbourhoods: 28}}",
      "{forms: {matching: 'saturating'}}", "{forms: {mediation: 'residents'}}", "{forms: {veto: 'removing'}}",
      "{forms: {crossAppointment: 'copiedContacts'}}", "{mechanisms: {\(mechanism): true}}",
      "{mechanisms: {\(mechanism): {from: 1}}}", "{mechanisms: {\(mechanism): {until: 1}}}",
      "{mechanisms: {\(mechanism): {where: 0.5}}}", "{mechanisms: {\(mechanism): {where: 'Xuhui'}}}",
      "{mechanisms: {\(mechanism): {where: ['Xuhui', 'Lingyun']}}}",
      "{conditions: {shocks: [{week: 1, weeks: 2, load: 3}]}}",
      "{conditions: {shocks: [{week: 1, weeks: 3, load: 2}]}}",
      "{weights: {vitality: {\(CompositeWeights().vitality[0].id): 2}}}",
      "{weights: {order: {\(CompositeWeights().order[0].id): 2}}}",
    ]
    for row in ParameterID.table {
      let number = row.value == row.range.lowerBound ? row.range.upperBound : row.range.lowerBound
      texts.append("{parameters: {\(row.id): \(number)}}")
    }
    for row in ConditionID.table {
      let number = row.value == row.range.lowerBound ? row.range.upperBound : row.range.lowerBound
      texts.append("{conditions: {\(row.id): \(number)}}")
      texts.append("{conditions: {changes: [{week: 3, condition: '\(row.id)', value: \(number)}]}}")
    }
    let digests = try texts.map { try load($0).digest }
    #expect(Set(digests).count == texts.count)
    #expect(try load("{seed: 5, replicates: 9, title: 'x'}").digest == digests[0])
  }
}
