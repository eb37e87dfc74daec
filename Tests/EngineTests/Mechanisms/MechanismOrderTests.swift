import Foundation
import Testing

@testable import Engine

/// Mechanisms change structure in the order of the registry. For most that order is nothing; where two give another
/// structure the other way round, the page of the order says so.
@Suite struct MechanismOrderTests {
  /// Pairs, by id in the order of the registry, that give another structure in the other order.
  private static func found() -> Set<[String]> {
    let sample = StructureSample.shared
    let area = Area(
      neighbourhoods: Array(sample.record.places.neighbourhoods.indices), places: sample.record.places)
    let base = sample.structure([])
    let all = MechanismRegistry.all.map { ($0.about.id, $0.init()) }
    func changed(_ structure: Structure, by mechanism: any Mechanism) -> Structure {
      var structure = structure
      mechanism.change(&structure, in: area, weeks: 0, record: sample.record)
      return structure
    }
    let alone = all.map { changed(base, by: $0.1) }
    var found: Set<[String]> = []
    for first in all.indices {
      for second in all.indices where second > first {
        if changed(alone[first], by: all[second].1) != changed(alone[second], by: all[first].1) {
          found.insert([all[first].0, all[second].0])
        }
      }
    }
    return found
  }

  /// The pairs of the table of the page, in the same form.
  private static func stated() throws -> Set<[String]> {
    let page = try String(
      contentsOf: SourceTree.root.appendingPathComponent(
        "Sources/Engine/Engine.docc/ODD-3-Process-overview-scheduling.md"), encoding: .utf8)
    let section = try #require(page.components(separatedBy: "### Where the order of mechanisms matters").last)
      .components(separatedBy: "\n### ")[0]
    var stated: Set<[String]> = []
    for row in section.split(separator: "\n") where row.hasPrefix("| `") {
      let cells = row.split(separator: "|")
      let words = { (cell: Substring) in cell.split(separator: "`").filter { $0.allSatisfy(\.isLetter) } }
      for later in words(cells[0]) {
        for earlier in words(cells[1]) { stated.insert([String(earlier), String(later)]) }
      }
    }
    return stated
  }

  @Test func whereOrderMattersItIsStated() throws {
    let (found, stated) = (Self.found(), try Self.stated())
    #expect(found.subtracting(stated) == [], "the page does not say that the order of these matters")
    #expect(stated.subtracting(found) == [], "the page says that the order of these matters, and it does not")
    #expect(found.count > 40)
  }

  /// Neither of different mechanisms nor of several uses of one.
  @Test func theOrderInAFileIsNothing() throws {
    let halves = [["A", "C"], ["B", "D"]]
    let uses = MechanismRegistry.descriptions.flatMap { description in
      halves.enumerated().map { k, names in
        MechanismUse(description.id, from: k == 0 ? 0 : 1, places: .named(names))
      }
    }
    for some in [uses, uses.map { MechanismUse($0.id, places: $0.places) }] {
      let sample = StructureSample.shared
      #expect(sample.structure(some, week: 1) == sample.structure(some.reversed(), week: 1))
    }
    func bits(_ uses: [MechanismUse]) throws -> [UInt64] {
      let setting = Setting.hamlets(uses)
      return try Simulation.run(setting, seed: 5, replicate: 1, places: true).bits
    }
    let isSame = try bits(MechanismUse.all) == bits(MechanismUse.all.reversed())
    #expect(isSame)
  }
}
