import Engine

/// The starting table that `cogov new --table` writes.
public enum CityTemplate {
  /// A commented table that is valid as it stands, with all columns and three invented rows. It has no `#` below the
  /// header, so that programs which take it for a comment anywhere read the same.
  public static func text() -> String {
    var lines = [
      "# Neighbourhoods, one row each; these three are invented. Lines above the header that begin with # are comments",
      "# (in pandas: read_csv(..., comment=\"#\")). A scenario takes the table by city: {table: \"FILE.csv\"}.",
      "# Leave a field empty, or a column out, where a value is not known.", "#",
    ]
    for column in CityColumn.table {
      lines.append(
        "# \(column.id): \(column.meaning)" + (column.content.isText ? "" : "; \(column.allowed)")
          + (column.whenEmpty.map { "; left empty: \($0)" } ?? "; needed"))
    }
    lines.append("#")
    for kind in NeighbourhoodKindDescription.table {
      lines.append("# \(kind.kind.name) (\(kind.chinese)): \(kind.meaning); elsewhere: \(kind.elsewhere)")
    }
    lines.append(CityColumn.names.joined(separator: ","))
    lines += [
      "Riverside,commodityEstate,2600,North,,,0.4,1.2,1050,0.18,0.3,0.2,0.06",
      "Old Town,laneHousing,1900,North,,,0.1,0.3,,0.27,,,",
      "Station Road,formerPublicHousing,3200,South,,,,,,,,,",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}

extension CityColumn.Content {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}
