/// Free behavioural parameters.
public enum ParameterID: Int, QuantityID {
  case trustHalfLife

  public static let table: [Quantity] = [
    Quantity("trustHalfLife", 150, "weeks", 50...400, "assumption", "half-life of trust without experience"),
  ]
}
