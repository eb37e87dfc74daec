import Foundation
import Testing

@testable import Engine

/// Every mechanism has a page, a file and a test file of its own, and its test shows it helping nothing.
@Suite struct MechanismPagesTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: SourceTree.root.appendingPathComponent(path), encoding: .utf8)
  }

  static let mechanisms = MechanismRegistry.all.map { (type: String(describing: $0), id: $0.about.id) }
  private static let pages = "Sources/Engine/Engine.docc"

  @Test func everyMechanismHasAPageUnderTheSameHeadings() throws {
    let list = try Self.text("\(Self.pages)/Engine.md")
    for (_, id) in Self.mechanisms {
      let page = try Self.text("\(Self.pages)/Mechanism-\(id).md")
      #expect(page.hasPrefix("# Mechanism: \(id)\n"), "\(id)")
      var rest = Substring(page)
      for heading in [
        "## What the source", "## Structure it changes", "## Options", "**Null", "## Laws that carry it",
        "## How it could fail or backfire", "## Measures touched by definition",
      ] {
        let place = rest.range(of: heading)
        #expect(place != nil, "\(id): \(heading)")
        if let place { rest = rest[place.upperBound...] }
      }
      let isListed = list.contains("<doc:Mechanism-\(id)>")
      #expect(isListed, "\(id)")
    }
  }

  @Test func everyLinkOfAPageLeadsSomewhere() throws {
    let folder = SourceTree.root.appendingPathComponent(Self.pages).path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
    let names = Set(files.map { String($0.dropLast(3)) })
    for file in files.sorted() {
      let links = try Self.text("\(Self.pages)/\(file)").components(separatedBy: "<doc:").dropFirst()
      for link in links {
        let name = String(link.prefix { $0 != ">" && $0 != "#" })
        #expect(names.contains(name), "\(file): \(name)")
      }
    }
  }

  /// Options of a description stand on the page.
  @Test func everyOptionIsOnItsPage() throws {
    for (_, id) in Self.mechanisms {
      let page = try Self.text("\(Self.pages)/Mechanism-\(id).md")
      for option in MechanismRegistry.description(of: id)?.options ?? [] {
        #expect(page.contains("`\(option.name)`"), "\(id): \(option.name)")
      }
    }
  }

  @Test func everyMechanismIsTestedWhereItHelpsNothing() throws {
    let files = SourceTree.files("Sources/Engine/Institutions/Mechanisms").map(\.name)
    for (type, _) in Self.mechanisms {
      #expect(files.filter { $0 == "\(type).swift" }.count == 1, "\(type)")
      let tests = try Self.text("Tests/EngineTests/Mechanisms/\(type)Tests.swift")
      #expect(tests.contains("NothingGood"), "\(type)")
    }
  }
}
