import Scenarios
import Testing

/// How files are written, whatever they say.
@Suite struct JSON5Tests {
  @Test(arguments: [
    "{title: 'A', seed: 255}", "{\"title\": \"A\", \"seed\": 255,}", "{title: \"\\u0041\", seed: 0xFF}",
    "\u{FEFF}// a comment\r\n{ /* one\n more */ title: '\\x41', seed: +255 }  // end",
    "{title: 'A', seed: 2.55e2}", "{title: '\\\nA', seed: 255.}", "\u{3000}{title:'A',\u{A0}seed:25500E-2}",
  ]) func readsTheSame(text: String) throws {
    let scenario = try load(text)
    #expect(scenario.title == "A")
    #expect(scenario.seed == 255)
  }

  @Test func readsEscapesAndOtherScripts() throws {
    let scenario = try load("{title: '\\t\\n\\\\\\'\\\"\\/\\u8857\\uD83C\\uDFE0街', description: \"it's\"}")
    #expect(scenario.title == "\t\n\\'\"/街🏠街")
    #expect(scenario.description == "it's")
  }

  @Test(arguments: [
    ("", "1:1: the file is empty"), ("  // nothing\n", "2:1: the file is empty"),
    ("{title: 'abc\n}", "1:9: the text that starts here is not closed"),
    ("{title: 'abc", "1:9: the text that starts here is never closed"),
    ("{/* abc\n}", "1:2: the comment that starts here is never closed"),
    ("{title: 'a'", "1:1: the object that starts here is never closed"),
    ("{variants: [1, 2}", "1:17: ']' is needed to close the list of line 1, column 12"),
    ("{title: 'a'] ", "1:12: '}' is needed to close the object of line 1, column 1"),
    ("{} {}", "1:4: nothing may follow"),
    ("{title 'a'}", "1:8: unexpected '''; a colon is needed after key 'title'"),
    ("{title = 'a'}", "1:8: unexpected '='; a colon"),
    ("{title: 'a' seed: 1}", "1:12: a comma or '}' is needed"),
    ("{title: 'a'\n seed: 1}", "1:12: a comma or '}' is needed"),
    ("{title: }", "1:9: key 'title' has no value"),
    ("{,}", "1:2: there is nothing before this comma"), ("{title: 'a',, seed: 1}", "1:13: there is nothing"),
    ("{title: lingyun}", "1:9: lingyun is not a value; texts stand in quotes"),
    ("{title: True}", "1:9: True is not a value; did you mean true?"),
    ("{seed: NaN}", "1:8: NaN is not allowed; numbers must be finite"),
    ("{seed: -Infinity}", "1:8: -Infinity is not allowed"), ("{seed: 1e999}", "1:8: 1e999 is too large"),
    ("{seed: 0x}", "1:8: 0x is not a hexadecimal number"),
    ("{seed: 0x11111111111111111}", "1:8: 0x11111111111111111 is too large"),
    ("{seed: 012}", "1:8: 012: a number"),
    ("{seed: 1.2.3}", "1:8: 1.2.3 is not a number"), ("{seed: 1e}", "1:8: 1e is not a number"),
    ("{weeks: {start: 2014-12}}", "1:17: 2014-12 is not a number; dates stand in quotes"),
    ("{title： 'a'}", "1:7: '：' is a full-width character, use ':'"),
    ("{title: “a”}", "1:9: '“' is a full-width"),
    ("{title: 'a', title: 'b'}", "1:14: key 'title' stands twice; first in line 1"),
    ("{60plus: 1}", "1:2: the key 60plus must stand in quotes"),
    ("{a-b: 1}", "1:2: the key a-b must stand in quotes"),
    ("{title: '\\u12'}", "1:10: four hexadecimal digits"),
    ("{title: '\\xZZ'}", "1:10: two hexadecimal digits"),
    ("{title: '\\uD800x'}", "1:10: the second half"), ("{title: '\\uDC00'}", "1:10: the first half"),
    ("{title: '\\1'}", "1:10: a backslash must not stand before a digit"),
    ("{title: \u{1}}", "1:9: unexpected control"),
    ("[1, 2]", "1:1: the file must be an object"), ("'a'", "1:1: the file must be an object"),
    ("{title: '街道', seed: x}", "1:21: x is not a value"), ("{a:\r\n\r\n  y}", "3:3: y is not a value"),
    ("}", "1:1: unexpected '}'; a value is needed"), ("/", "1:1: unexpected '/'"),
  ]) func tellsOneProblem(text: String, expected: String) {
    expect(problems(text), [expected])
  }

  @Test func tellsSeveralProblems() {
    let text = """
      {
        title: 'open,
        seed: 0x,
        weeks: {burnIn: NaN, observed: 10 interval: 4},
        replicates = 3,
        city: {preset: lingyun, scale: 0.5},
        parameters: [1, 2,
      """
    expect(
      problems(text),
      [
        "2:10: the text", "3:9: 0x is", "4:19: NaN", "4:36: a comma", "5:14: unexpected '='", "6:18: lingyun",
        "7:15: the list that starts here is never closed",
      ])
  }

  @Test func boundsDepthAndNumberOfProblems() {
    let deep = String(repeating: "[", count: 100_000)
    expect(problems("{title: " + deep), ["1:72: lists and objects are nested deeper than 64 levels"])
    let many = "[" + String(repeating: "x,", count: 1000) + "]"
    #expect(problems(many).count == 20)
  }

  @Test func tellsInvalidText() {
    let bytes = Array("{\n  title: '街".utf8) + [0xC3, 0x28] + Array("'}".utf8)
    expect(problems(bytes), ["2:12: the file is not valid UTF-8"])
  }

  @Test func survivesMutations() {
    let folder = Folder()
    let seed = Array(
      """
      // words
      {title: '街道', "seed": 0x1F, weeks: {start: "2014-12", burnIn: 4, observed: +52.},
       city: {residents: 1e3, neighbourhoods: 2,}, conditions: {changes: [{week: 3}]},
       mechanisms: {nothing: [true, {from: "2015-01"}, null]} /* end */ }
      """.utf8)
    let noise = Array("{}[]:,'\"\\/*\n\r0x-+.eNI街：".utf8) + [0xFF, 0x00]
    var state: UInt64 = 11
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<1500 {
      var bytes = seed
      for _ in 0...draw(5) {
        let place = draw(bytes.count)
        switch draw(4) {
        case 0: bytes[place] = noise[draw(noise.count)]
        case 1: bytes.insert(noise[draw(noise.count)], at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + draw(8)))
        default: bytes.append(contentsOf: bytes[place..<min(bytes.count, place + draw(20))])
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      let path = folder.write("trial.json5", bytes)
      do {
        _ = try ScenarioReader.load(path)
      } catch {
        #expect(!error.diagnostics.isEmpty && error.diagnostics.count < 60)
        #expect(error.diagnostics.allSatisfy { $0.line > 0 && $0.column > 0 && !$0.message.isEmpty })
      }
    }
  }
}
