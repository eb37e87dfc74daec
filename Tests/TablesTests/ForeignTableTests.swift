import Tables
import Testing

/// All rows of a table that a user brings, and all problems.
private func read(_ text: String) -> (header: [String], rows: [[String]], problems: [String]) {
  var rows: [[String]] = []
  var problems: [String] = []
  var header: [String] = []
  do {
    var reader = try CSVReader(bytes: Array(text.utf8), from: .foreign)
    header = reader.header
    while true {
      do {
        guard let row = try reader.next() else { break }
        rows.append((0..<row.count).map { row.text($0) })
      } catch {
        problems.append(error.description)
      }
    }
  } catch {
    problems.append(error.description)
  }
  return (header, rows, problems)
}

/// Tables that others write: comments, semicolons, tabs.
@Suite struct ForeignTableTests {
  @Test(arguments: [
    "a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "\u{FEFF}a;b\r\n1;2\r\n", "a;b\r1;2\r", "\"a\";b\n1;\"2\"\n",
    "# a table; of, commas\n# and more\na;b\n1;2\n", "\n# first\n\n#\n\na,b\n\n1,2\n",
    "\u{FEFF}#x\r\na\tb\r\n1\t2",
    "#x\ra,b\r1,2",
  ]) func theHeaderSaysWhatSeparates(text: String) {
    let (header, rows, problems) = read(text)
    #expect(header == ["a", "b"] && rows == [["1", "2"]], "\(problems)")
    #expect(problems.isEmpty)
  }

  @Test func otherSeparatorsAreText() {
    #expect(read("a;\"b,c,d\"\n1,5;x\ty\n").rows == [["1,5", "x\ty"]])
    #expect(read("a,b;c,d\n1,2,3\n").header == ["a", "b;c", "d"])
    #expect(read("name\nA # 3\n\"#4\"\n#5\n").rows == [["A # 3"], ["#4"], ["#5"]])
  }

  /// pandas leaves such a line out; here nothing is left out without a word.
  @Test func aCommentBelowTheHeaderIsRefused() {
    let (_, rows, problems) = read("# about\na,b\n#1,2\n\"#3\",4\n5,6\n")
    #expect(rows == [["#3", "4"], ["5", "6"]])
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("3:1: comments stand above the header only; put a first field") == true)
  }

  @Test(arguments: [
    (
      ",a,b\n0,1,2\n",
      "1:1: a column has no name; if it numbers the rows, leave it out: index=False in pandas"
    ),
    ("# x\n;a;b\n0;1;2\n", "2:1: a column has no name; if it numbers the rows"),
    ("a;b;;\n1;2;;\n", "1:5: a column has no name; the line of the header ends in a separator too many"),
    ("a,,b\n1,2,3\n", "1:3: a column has no name"), ("# only\n# comments\n", "1:1: the table is empty"),
    ("a;b\n\"1\",2\n", "2:4: a semicolon or the end of the line must follow"),
    ("a;b\n1;2;3\n", "2:5: the row has 3 fields; the header has 2"),
  ]) func tellsWhatIsWrong(text: String, expected: String) {
    let problems = read(text).problems
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(expected) == true, "\(problems)")
  }

  /// Tables of this package have one form only: whoever changed it did not mean to.
  @Test func ownTablesHaveCommasAndNoComments() {
    for text in ["a;b\n1;2\n", "a\tb\n1\t2\n", "# x\na,b\n1,2\n"] {
      var problems = 0
      do {
        var reader = try CSVReader(bytes: Array(text.utf8))
        while try reader.next() != nil {}
      } catch {
        problems += 1
      }
      #expect(problems == 1, "\(text)")
    }
  }

  @Test func readsPointsBetweenThousands() {
    for (text, number) in [("80.000", 80_000.0), ("1.250", 1_250), ("-999.999", -999_999), ("+1.000", 1_000)]
    {
      #expect(NumberText.withPointBetweenThousands(text) == number)
    }
    for text in [
      "80", "80.0", "80.00", "80.0000", "0.250", "00.250", "1234.000", "80.000.000", ".000", "8e.000", "",
    ] {
      #expect(NumberText.withPointBetweenThousands(text) == nil)
    }
  }
}
