import Engine
import Scenarios

/// What people need to bring their own places.
extension Catalogue {
  static let columns = Kind(
    name: "column", plural: "table", summary: "columns of your own table of neighbourhoods",
    entries: CityColumn.table.map { column in
      Entry(
        id: column.id.rawValue,
        meaning: column.meaning + (column.whenEmpty.map { "; left empty: \($0)" } ?? ""),
        brief: (column.isRequired ? "needed, " : "") + column.allowed,
        facts: [("allowed", column.allowed), ("left empty", column.whenEmpty ?? "not allowed: it is needed")])
    },
    notes: [
      "A row is a neighbourhood. A scenario takes the table by city: {table: \"places.csv\"}; other columns are listed "
        + "beside it: ignore: [\"code\"]. Commas, semicolons or tabs separate the fields, as the header says; decimals "
        + "have a point; lines above the header that begin with # are comments.",
      "'cogov new --table' writes such a table to start from, 'cogov describe kinds' tells the kinds; Own-data in "
        + "Sources/Engine/Engine.docc has more.",
    ])

  static let neighbourhoodKinds = Kind(
    name: "kind", plural: "kinds", summary: "kinds of neighbourhoods",
    entries: NeighbourhoodKindDescription.table.map { row in
      Entry(
        id: row.kind.name, meaning: "\(row.meaning); elsewhere: \(row.elsewhere)", brief: row.chinese,
        facts: [
          ("Chinese", row.chinese),
          (
            "shares where the table gives none",
            "60 and above \(share(row.from60)), renters \(share(row.renters)), migrants \(share(row.migrants))"
          ),
          ("residents of a building group", "\(row.groupSize)"),
          ("owners' committee", row.hasOwners ? "possible" : "none"),
          ("units per resident", "\(number(row.units)) times those of a commodityEstate"),
        ])
    },
    notes: [
      "A kind sets what 'cogov describe KIND' shows, and nothing else: the shares, which columns of the table replace; "
        + "the size of building groups; whether owners may have a committee; where firms, schools and shops are. "
        + "Choose by these, not by the name."
    ])

  private static func share(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
}
