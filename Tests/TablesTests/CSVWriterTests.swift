import Tables
import Testing

@Suite struct CSVWriterTests {
  func text(_ writer: CSVWriter) -> String { String(decoding: writer.bytes, as: UTF8.self) }

  @Test func writesPlainRows() {
    var writer = CSVWriter(header: ["variant", "replicate", "vitality"])
    writer.field("baseline")
    writer.field(1)
    writer.field(12.5)
    writer.endRow()
    #expect(text(writer) == "variant,replicate,vitality\nbaseline,1,12.5\n")
    #expect(writer.rows == 1)
  }

  @Test func quotesOnlyWhereNeeded() {
    var writer = CSVWriter(header: ["a", "b", "c", "d"])
    writer.row(["plain text", "comma, here", "a \"quote\"", "two\nlines"])
    #expect(text(writer) == "a,b,c,d\nplain text,\"comma, here\",\"a \"\"quote\"\"\",\"two\nlines\"\n")
  }

  @Test(arguments: [
    (1.0, "1"), (0.1, "0.1"), (-3, "-3"), (0, "0"), (-0.0, "-0"), (1e20, "1e+20"), (1e-7, "1e-07"),
    (123_456_789_012, "123456789012"), (0.1 + 0.2, "0.30000000000000004"), (.nan, ""), (.infinity, ""),
    (-.infinity, ""),
  ]) func writesNumbers(number: Double, expected: String) {
    var writer = CSVWriter(header: ["x", "y"])
    writer.field(number)
    writer.field(true)
    writer.endRow()
    #expect(text(writer) == "x,y\n\(expected),true\n")
  }

  @Test func writesWholeNumbersOfAllSizes() {
    var writer = CSVWriter(header: ["a", "b", "c", "d"])
    writer.field(Int64.min)
    writer.field(UInt64.max)
    writer.field(0)
    writer.emptyField()
    writer.endRow()
    #expect(text(writer) == "a,b,c,d\n-9223372036854775808,18446744073709551615,0,\n")
  }

  @Test func singleMissingValueIsNoEmptyLine() throws {
    var writer = CSVWriter(header: ["x"])
    writer.field(Double.nan)
    writer.endRow()
    #expect(text(writer) == "x\n\"\"\n")
    var reader = try CSVReader(bytes: writer.bytes)
    let row = try #require(try reader.next())
    #expect(row.isEmpty(0))
  }

  @Test func drainedPiecesAreTheWholeTable() {
    var whole = CSVWriter(header: ["a", "b"])
    var pieces = CSVWriter(header: ["a", "b"])
    var gathered: [UInt8] = []
    for number in 0..<100 {
      for _ in 0..<2 {
        whole.field(number)
        pieces.field(number)
      }
      whole.endRow()
      pieces.endRow()
      if number % 7 == 0 { gathered += pieces.drain() }
    }
    gathered += pieces.drain()
    #expect(gathered == whole.bytes)
    #expect(pieces.bytes.isEmpty)
  }

  @Test func numbersComeBackExactly() throws {
    var state: UInt64 = 42
    var numbers: [Double] = []
    while numbers.count < 500 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(bitPattern: state)
      if number.isFinite { numbers.append(number) }
    }
    var writer = CSVWriter(header: ["x"])
    for number in numbers {
      writer.field(number)
      writer.endRow()
    }
    var reader = try CSVReader(bytes: writer.bytes)
    for number in numbers {
      let row = try #require(try reader.next())
      #expect(try row.number(0)?.bitPattern == number.bitPattern)
    }
    #expect(try reader.next() == nil)
  }
}
