import Tables

/// The columns that say which run a row of a table is of, read row by row.
///
/// Replicates of equal numbers are compared with each other because they share their random numbers, which they do only
/// under one seed: a table with several is refused.
struct RunColumns {
  private let variant: Int
  private let replicate: Int
  /// Nil where the table does not say.
  private let seedColumn: Int?
  /// The seed of all rows so far; nil before the first, or where the table does not say.
  private(set) var seed: String?

  /// - Throws: ``TableProblem`` where the table has no variant or no replicate.
  init(_ reader: CSVReader) throws(TableProblem) {
    variant = try reader.column("variant")
    replicate = try reader.column("replicate")
    seedColumn = reader.index(of: "seed")
  }

  /// Which run a row is of.
  /// - Throws: ``TableProblem`` where it has no replicate, or another seed than the rows before.
  mutating func run(of row: CSVReader.Row) throws(TableProblem) -> (variant: String, replicate: Int) {
    if let seedColumn {
      let text = row.text(seedColumn)
      if let seed, seed != text {
        throw row.problem(
          seedColumn,
          "the seed is \(text), but \(seed) in the rows before; replicates with different seeds share no random "
            + "numbers and cannot be compared in pairs")
      }
      seed = text
    }
    guard let number = try row.whole(replicate) else {
      throw row.problem(replicate, "a run has no replicate")
    }
    return (row.text(variant), number)
  }
}
