import Scenarios
import Testing

/// Names go into tables as they are written, so what a spreadsheet would run is refused when it is read.
struct ResultTextTests {
  let folder = Folder()

  private func tell(_ text: String) -> [String] {
    let path = folder.write("trial.json5", text)
    return problems { () throws(InputFailure) in try ExperimentReader.load(path) }
  }

  @Test(arguments: ["=cmd()", "@SUM(1)", "+1+1", "-fund", "-1+cmd|x", "＝1+1", "＠a", "- 1", "-inf", "--"])
  func formulasAreNoNames(name: String) {
    let wanted = "'\(name)' begins with '\(name.prefix(1))', which a spreadsheet takes for a formula"
    expect(tell("{variants: [{name: '\(name)'}]}"), ["1:20: variant \(wanted)"])
    folder.write("points.csv", "name,weeks.observed\n\"\(name)\",9\n")
    expect(tell("{points: 'points.csv'}"), ["points.csv:2:1: variant \(wanted)"])
    folder.write(
      "city.csv", "name,kind,residents,district,subdistrict,block\n\"\(name)\",commodityEstate,400,a,b,c\n")
    expect(tell("{city: {table: 'city.csv'}}"), ["city.csv:2:1: name \(wanted)"])
    for column in 3...5 {
      var fields = ["x", "commodityEstate", "400", "a", "b", "c"]
      fields[column] = "\"\(name)\""
      folder.write(
        "city.csv",
        "name,kind,residents,district,subdistrict,block\n\(fields.joined(separator: ","))\n")
      let found = tell("{city: {table: 'city.csv'}}")
      #expect(found.count == 1 && found[0].contains(wanted), "\(found)")
    }
    expect(
      tell("{factorial: {load: {path: 'weeks.observed', values: [8], labels: ['\(name)']}}}"),
      ["…level \(wanted)"])
  }

  @Test(arguments: ["-10", "+5 %", "-0.5%", "-1e3", "a-b", "low=1", "-", "+", "自治", "−10 %", "5+5"])
  func numbersAndOtherNamesAreGood(name: String) {
    #expect(tell("{variants: [{name: '\(name)'}]}").isEmpty)
  }

  @Test func namesHoldNoControlCharacters() {
    expect(
      tell("{variants: [{name: 'a '}]}"), ["1:20: variant 'a ' begins or ends with a blank"])
    expect(
      tell("{variants: [{name: 'a\\u001b[31m'}]}"), ["1:20: variant '…' holds a control character; a name is"]
    )
    folder.write("city.csv", "name,kind,residents\n\"a\tb\",commodityEstate,400\n")
    expect(tell("{city: {table: 'city.csv'}}"), ["city.csv:2:1: name '…' holds a control character"])
  }
}
