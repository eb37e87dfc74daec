import Foundation
import Tables
import Testing

/// All rows of a text and all problems, in order.
private func read(_ text: String) -> (rows: [[String]], problems: [TableProblem]) {
  read(Array(text.utf8))
}

private func read(_ bytes: [UInt8]) -> (rows: [[String]], problems: [TableProblem]) {
  var rows: [[String]] = []
  var problems: [TableProblem] = []
  do {
    var reader = try CSVReader(bytes: bytes)
    while true {
      do {
        guard let row = try reader.next() else { break }
        rows.append((0..<row.count).map { row.text($0) })
      } catch {
        problems.append(error)
      }
    }
  } catch {
    problems.append(error)
  }
  return (rows, problems)
}

@Suite struct CSVReaderTests {
  @Test(arguments: [
    "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\n3,4", "\u{FEFF}a,b\n1,2\n\n3,4\n\n",
    "\"a\",\"b\"\n\"1\",2\n3,\"4\"",
  ]) func readsTheSameTable(text: String) throws {
    let (rows, problems) = read(text)
    #expect(rows == [["1", "2"], ["3", "4"]])
    #expect(problems.isEmpty)
    #expect(try CSVReader(bytes: Array(text.utf8)).header == ["a", "b"])
  }

  @Test func readsQuotedFields() {
    let (rows, problems) = read("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\n")
    #expect(rows == [["x, y", "say \"hi\""], ["two\nlines", ""]])
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    ("", "1:1: the table is empty"), ("\n\n", "1:1: the table is empty"),
    ("\u{FEFF}", "1:1: the table is empty"),
    ("a,a\n", "1:3: there are two columns 'a'"), ("a,,b\n", "1:3: a column has no name"),
    ("a;b\n1;2\n", "1:1: the columns are not separated by commas"),
    ("a,b\n1\n", "2:1: the row has 1 fields; the header has 2"),
    ("a,b\n1,2,3\n", "2:5: the row has 3 fields; the header has 2; put a field with a comma in it in quotes"),
    ("a,b\n1,\"2\n3,4\n", "2:3: the quote is never closed"),
    ("a,b\n1,x\"y\n", "2:4: a quote stands inside a field"),
    ("a,b\n\"1\"x,2\n", "2:4: a comma or the end of the line must follow"),
    ("a,b\n街道,\"2\"x\n", "2:7: a comma or the end"),
  ]) func tellsWhatIsWrong(text: String, expected: String) {
    let problems = read(text).problems
    #expect(problems.count == 1)
    #expect(problems.first?.description.hasPrefix(expected) == true, "\(problems)")
  }

  /// Lines that end in a carriage return alone, as old spreadsheets write them.
  @Test func carriageReturnsAloneEndLines() {
    let (rows, problems) = read("a,b\r1,2\r3\r4,5\r")
    #expect(rows == [["1", "2"], ["4", "5"]])
    #expect(problems.map(\.description) == ["3:1: the row has 1 fields; the header has 2"])
  }

  @Test func goesOnAfterABadRow() {
    let (rows, problems) = read("a,b\n1\n2,3\n4,5,6\n\"x\"y,1\n7,8\n")
    #expect(rows == [["2", "3"], ["7", "8"]])
    #expect(problems.map(\.line) == [2, 4, 5])
  }

  @Test func tellsInvalidText() {
    let (rows, problems) = read(Array("a,b\n1,".utf8) + [0xFF, 0xFE] + Array("\n3,4\n".utf8))
    #expect(rows == [["3", "4"]])
    #expect(problems.map(\.description) == ["2:3: the field is not valid UTF-8; save the table as UTF-8"])
  }

  @Test func boundsTheLengthOfAField() {
    let long = String(repeating: "x", count: CSVReader.longestField + 1)
    let problems = read("a\n\(long)\n").problems
    #expect(problems.first?.message.contains("longer than") == true)
  }

  @Test func readsTypedValues() throws {
    var reader = try CSVReader(bytes: Array("n,w,f,t\n 1.5 ,12,true,x\n,,,\n1e3,2.0,false,y\n".utf8))
    let first = try #require(try reader.next())
    #expect(try first.number(0) == 1.5)
    #expect(try first.whole(1) == 12)
    #expect(try first.flag(2) == true)
    #expect(first.text(3) == "x")
    let second = try #require(try reader.next())
    #expect(try second.number(0) == nil)
    #expect(try second.whole(1) == nil)
    #expect(try second.flag(2) == nil)
    #expect(second.isEmpty(3))
    let third = try #require(try reader.next())
    #expect(try third.whole(0) == 1000)
    #expect(try third.whole(1) == 2)
    #expect(reader.index(of: "f") == 2)
    #expect(reader.index(of: "z") == nil)
  }

  @Test(arguments: [
    ("abc", "'abc' is not a number"), ("nan", "'nan' is not a number"), ("inf", "'inf' is not a number"),
    ("NA", "'NA' is not a number; leave the field empty where the value is not known"),
    ("NaN", "leave the field empty"), ("null", "leave the field empty"), ("-", "leave the field empty"),
    ("23 %", "'23 %' is not a number; write a percentage as a share: 0.23"), ("\"2,5%\"", "a share: 0.025"),
    ("\"0,25\"", "'0,25' is not a number; decimals are written with a point: 0.25"),
    ("\"1,250\"", "'1,250' is not a number; nothing stands between thousands, and decimals…: 1250"),
    ("1.250.000", ": 1250000"), ("1'250", ": 1250"), ("1 250", ": 1250"), ("\"1.250,5\"", ": 1250.5"),
    ("\"1,250.5\"", ": 1250.5"), ("\"1 250,5\"", ": 1250.5"),
    ("0x10", "'0x10' is not a number"), ("\"1,5\"", "decimals are written with a point"),
    ("1e999", "too large"),
    ("--1", "not a number"),
  ]) func refusesWhatIsNoNumber(field: String, expected: String) throws {
    var reader = try CSVReader(bytes: Array("a,b\n1,\(field)\n".utf8))
    let row = try #require(try reader.next())
    let problem = #expect(throws: TableProblem.self) { try row.number(1) }
    for part in expected.components(separatedBy: "…") {
      #expect(problem?.message.contains(part) == true, "\(String(describing: problem))")
    }
    #expect(problem?.line == 2 && problem?.column == 3)
  }

  @Test func refusesWhatIsNotWhole() throws {
    var reader = try CSVReader(bytes: Array("a,b,c\n1.5,1e30,maybe\n".utf8))
    let row = try #require(try reader.next())
    #expect(throws: TableProblem(line: 2, column: 1, message: "1.5 is not a whole number")) {
      try row.whole(0)
    }
    #expect(throws: TableProblem(line: 2, column: 5, message: "1e30 is too large")) { try row.whole(1) }
    #expect(throws: TableProblem(line: 2, column: 10, message: "'maybe' is neither true nor false")) {
      try row.flag(2)
    }
  }

  @Test func readsFilesPieceByPiece() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var writer = CSVWriter(header: ["number", "text"])
    for number in 0..<20_000 {
      writer.field(number)
      writer.field("街道, \(number)")
      writer.endRow()
    }
    try Data(writer.bytes).write(to: URL(fileURLWithPath: path))
    var reader = try CSVReader(path: path)
    var sum = 0
    var rows = 0
    while let row = try reader.next() {
      sum += try row.whole(0) ?? 0
      rows += row.text(1) == "街道, \(rows)" ? 1 : 0
    }
    #expect(rows == 20_000)
    #expect(sum == 20_000 * 19_999 / 2)
    #expect(throws: TableProblem.self) { try CSVReader(path: path + ".missing") }
  }

  @Test func textsComeBackExactly() {
    let pieces = ["a", ",", "\"", "\n", "\r", "街", " ", "", "'", ";", "\u{FEFF}"]
    var state: UInt64 = 7
    var table: [[String]] = []
    var writer = CSVWriter(header: ["x", "y", "z"])
    for _ in 0..<300 {
      var row: [String] = []
      for _ in 0..<3 {
        var field = ""
        for _ in 0..<4 {
          state = state &* 6_364_136_223_846_793_005 &+ 1
          field += pieces[Int(state >> 33) % pieces.count]
        }
        row.append(field)
      }
      table.append(row)
      writer.row(row)
    }
    let (rows, problems) = read(writer.bytes)
    #expect(problems.isEmpty)
    #expect(rows.map { $0.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } })
  }

  @Test func survivesMutations() {
    let seed = Array("name,kind,residents\r\n\"A, \"\"x\"\"\",lane,12\n街道,b,1e3\n".utf8)
    let noise = Array("\",\n\r\u{FEFF}x1;街".utf8) + [0xFF, 0x00]
    var state: UInt64 = 3
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<1500 {
      var bytes = seed
      for _ in 0...draw(6) {
        let place = draw(bytes.count)
        switch draw(3) {
        case 0: bytes[place] = noise[draw(noise.count)]
        case 1: bytes.insert(noise[draw(noise.count)], at: place)
        default: if bytes.count > 1 { bytes.remove(at: place) }
        }
      }
      let (rows, problems) = read(bytes)
      #expect(rows.count + problems.count <= bytes.count + 1)
      #expect(problems.allSatisfy { $0.line > 0 && $0.column > 0 })
    }
  }
}
