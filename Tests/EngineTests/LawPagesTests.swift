import Foundation
import Testing

@testable import Engine

/// Every law has a page, and what the pages of laws name exists.
@Suite struct LawPagesTests {
  private static let laws = LawDescription.table.map(\.id)
  private static let headings = [
    "## Idea and source", "## Formula", "## Parameters", "## Limit and test", "## Why this form",
    "## Simplifications", "## Measures it moves",
  ]

  @Test func everyLawHasAPageUnderTheSameHeadings() throws {
    for law in Self.laws {
      let page = try Catalogue.page("Law-\(law)")
      #expect(page.hasPrefix("# Law: "), "\(law)")
      let found = page.split(separator: "\n").filter { $0.hasPrefix("## ") }
      #expect(found.count == Self.headings.count, "\(law)")
      for (heading, line) in zip(Self.headings, found) {
        #expect(line.hasPrefix(heading), "\(law): \(heading)")
      }
      #expect(
        SourceTree.files("Sources/Engine/Laws").filter { $0.name == "\(law).swift" }.count == 1, "\(law)")
    }
  }

  @Test func everyLawIsListedOnceAndNothingElseIs() throws {
    let pages = try Catalogue.names().filter { $0.hasPrefix("Law-") }
    #expect(Set(pages) == Set(Self.laws.map { "Law-\($0)" }))
    #expect(Set(Self.laws).count == Self.laws.count)
    let list = try Catalogue.page("Engine").split(separator: "\n")
    let table = try Catalogue.page("ODD-7-Submodels").split(separator: "\n").filter { $0.hasPrefix("| ") }
    for law in Self.laws {
      #expect(list.filter { $0 == "- <doc:Law-\(law)>" }.count == 1, "\(law)")
      #expect(table.filter { $0.contains("| <doc:Law-\(law)> |") }.count == 1, "\(law)")
    }
  }

  /// The table of the week is the list that is run.
  @Test func theODDShowsTheWeekAsItIs() throws {
    let pages = Set(try Catalogue.names())
    var rows: [String] = []
    for (k, phase) in Phase.all.enumerated() {
      for step in phase.steps {
        let law = pages.contains("Law-\(step.law)") ? "<doc:Law-\(step.law)>" : "–"
        let when =
          switch step.rhythm {
          case .weekly: "every week"
          case .startOfQuarter: "first week of a quarter"
          case .endOfQuarter: "last week of a quarter"
          }
        rows.append("| \(k + 1) | \(phase.name) | \(step.meaning) | \(law) | \(when) |")
      }
    }
    let page = try Catalogue.page("ODD-3-Process-overview-scheduling").split(separator: "\n").map(String.init)
    let shown = page.filter { $0.contains(#/^\| [0-9]+ \| /#) }
    #expect(Array(shown.dropLast()) == rows)
    #expect(shown.last?.contains("measures are read") == true)
    // A law that has a file of its own and acts by itself is described.
    let others: Set = ["StructureChange", "WorkingTime", "Budgets"]
    for step in Phase.all.flatMap(\.steps) {
      #expect(Self.laws.contains(step.law) || others.contains(step.law))
    }
  }

  /// Names in code voice under "Parameters" of a law's page.
  private static func named(_ law: String) throws -> (ids: [String], symbols: [String]) {
    let page = try Catalogue.page("Law-\(law)")
    let start = try #require(page.range(of: "## Parameters\n"))
    let end = try #require(page.range(of: "## Limit and test"))
    let section = String(page[start.upperBound..<end.lowerBound])
    // A double backtick stands around a symbol of the engine.
    let symbols = section.matches(of: /``(\w+)[^`]*``/).map { String($0.output.1) }
    let rest = section.replacing(/``[^`]*``/, with: "")
    return (rest.matches(of: /`([^`]*)`/).map { String($0.output.1) }, symbols)
  }

  @Test func whatIsNamedUnderParametersExists() throws {
    let quantities = ParameterID.table.map(\.id) + ConditionID.table.map(\.id)
    let options = MechanismRegistry.descriptions.flatMap { $0.options.map(\.name) }
    let known = Set(quantities + options + (try Catalogue.structureProperties()))
    // The check would notice names that are no more.
    for old in ["formalHalf", "efficacyGain", "joinFatigue", "voiceAccess", "staffEffect", "contactKnown"] {
      #expect(!known.contains(old), "\(old)")
    }
    let types = try Catalogue.types()
    for law in Self.laws {
      let named = try Self.named(law)
      for id in named.ids { #expect(known.contains(id), "\(law): \(id)") }
      for symbol in named.symbols { #expect(types.contains(symbol), "\(law): \(symbol)") }
    }
  }

  @Test func everyParameterIsNamedByALaw() throws {
    let named = Set(try Self.laws.flatMap { try Self.named($0).ids })
    for parameter in ParameterID.table { #expect(named.contains(parameter.id), "\(parameter.id)") }
  }

  /// In formulas and pseudo-code too: whatever is written like a name of the engine is one.
  @Test func namesInCodeVoiceAreNamesOfTheSources() throws {
    let words = try Catalogue.words()
    for page in try Catalogue.names() {
      let text = try Catalogue.page(page)
      let blocks = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map(
        \.element)
      let prose = text.replacing(/```[^`]*```/, with: "")
      let spans = prose.matches(of: /`([^`\n]+)`/).map { String($0.output.1) }.filter { !$0.contains("/") }
      for code in blocks + spans {
        for name in code.matches(of: /\b[a-z]+[A-Z]\w*/) {
          #expect(words.contains(String(name.output)), "\(page): \(name.output)")
        }
      }
    }
  }

  @Test func everyMeasureIsOnItsPageWithWhatTouchesIt() throws {
    let rows = try Catalogue.page("Measures").split(separator: "\n").filter { $0.hasPrefix("| `") }
    for measure in Measure.table {
      let row = rows.first { $0.split(separator: "|")[0].contains("`\(measure.id)`") }
      let cells = try #require(row, "\(measure.id)").split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      #expect(cells.count == 4, "\(measure.id)")
      let touched = cells[3] == "–" ? [] : cells[3].components(separatedBy: ", ")
      #expect(touched == measure.touchedBy, "\(measure.id)")
    }
    let scales = try Catalogue.page("Measures").components(separatedBy: "## The two composites")[1]
    for component in CompositeWeights().vitality + CompositeWeights().order {
      #expect(scales.contains("`\(component.id)`"), "\(component.id)")
    }
  }

  @Test func everyKindOfActorIsInTheCatalogue() throws {
    let page = try Catalogue.page("ODD-2-Entities-state-variables-scales")
    let words = Set(page.split { !$0.isLetter }.map(String.init))
    for kind in ActorKind.allCases { #expect(words.contains(kind.name), "\(kind)") }
  }
}

/// The pages of the documentation, and the names of the sources they speak of.
enum Catalogue {
  private static let folder = "Sources/Engine/Engine.docc"

  static func text(_ path: String) throws -> String {
    try String(contentsOf: SourceTree.root.appendingPathComponent(path), encoding: .utf8)
  }

  static func page(_ name: String) throws -> String { try text("\(folder)/\(name).md") }

  static func names() throws -> [String] { try files(folder, ".md").map { String($0.dropLast(3)) } }

  private static func files(_ folder: String, _ suffix: String) throws -> [String] {
    let path = SourceTree.root.appendingPathComponent(folder).path
    return try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(suffix) }.sorted()
  }

  /// Names of public properties of the structure.
  static func structureProperties() throws -> [String] {
    let folder = "Sources/Engine/Institutions/Structure"
    return try files(folder, ".swift").flatMap { file in
      try text("\(folder)/\(file)").matches(of: /public (?:var|let) (\w+)/).map {
        String($0.output.1)
      }
    }
  }

  static func types() throws -> Set<String> {
    Set(
      try files("Sources/Engine", ".swift").flatMap { file in
        try text("Sources/Engine/\(file)").matches(of: /(?:struct|enum|typealias) (\w+)/).map {
          String($0.output.1)
        }
      })
  }

  /// All words of all sources.
  static func words() throws -> Set<String> {
    var words: Set<String> = []
    for file in try files("Sources", ".swift") {
      for word in try text("Sources/\(file)").split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        words.insert(String(word))
      }
    }
    return words
  }
}
