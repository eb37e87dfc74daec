/// What every use of a mechanism may say beside its options.
public enum UseKey: String, CaseIterable, Sendable {
  case from, until
  case places = "where"

  /// What it says, and what is allowed.
  public var meaning: String {
    switch self {
    case .from:
      "first week in force: a week from the start of the run, the burn-in included, or a date \"YYYY-MM\" or "
        + "\"YYYY-MM-DD\"; 0 by default"
    case .until:
      "first week no longer in force, as a week or a date; by default it stays in force to the end"
    case .places:
      "in which neighbourhoods: \"all\", the default; a share from 0 to 1 of all neighbourhoods; or the names of "
        + "neighbourhoods, blocks, subdistricts or districts. A share is rounded to whole neighbourhoods and drawn once "
        + "per replicate, alike for all variants and mechanisms: a larger share contains every smaller one. The column "
        + "mechanisms of places.csv (--places) tells which they are. What a mechanism sets up for a block or a "
        + "subdistrict is there where any of its neighbourhoods is chosen"
    }
  }
}
