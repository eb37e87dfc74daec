import Engine
import Foundation
import Tables
import Testing

/// The search for default parameters can be run again only if a scenario may take every point of its ranges.
@Test func theSearchedRangesLieWithinThoseOfTheParameters() throws {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  var table = try CSVReader(path: root.appendingPathComponent("Scenarios/calibration/parameters.csv").path)
  #expect(table.header == ["parameter", "low", "high"])
  var count = 0
  while let row = try table.next() {
    let parameter = try #require(ParameterID.table.first { $0.id == row.text(0) }, "\(row.text(0))")
    let low = try #require(try row.number(1))
    let high = try #require(try row.number(2))
    #expect(low < high, "\(parameter.id)")
    #expect(parameter.range.contains(low) && parameter.range.contains(high), "\(parameter.id)")
    #expect((low...high).contains(parameter.value), "\(parameter.id): the default lies in the searched range")
    count += 1
  }
  #expect(count > 0)
}
