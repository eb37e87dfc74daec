/// Means of variants and differences between them, with intervals over replicates.
public enum Summary {
  /// The mean of a measure over the replicates of a variant.
  public static func mean(
    of measure: String, variant: String, in table: RunTable, level: Double = 0.95
  ) -> Interval {
    Interval(of: table.values(of: measure, variant: variant).map(\.value), level: level)
  }

  /// The difference of a variant from a baseline, paired by replicate: replicates with one number share all
  /// luck that has nothing to do with the variant, so the interval is much narrower than that of two means.
  ///
  /// Replicates that either side lacks are left out.
  public static func difference(
    of measure: String, variant: String, from baseline: String, in table: RunTable, level: Double = 0.95
  ) -> Interval {
    var base: [Int: Double] = [:]
    for row in table.values(of: measure, variant: baseline) { base[row.replicate] = row.value }
    let differences = table.values(of: measure, variant: variant).compactMap { row in
      base[row.replicate].map { row.value - $0 }
    }
    return Interval(of: differences, level: level)
  }
}
