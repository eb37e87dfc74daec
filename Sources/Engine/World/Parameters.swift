/// Free behavioural parameters.
public enum ParameterID: Int, QuantityID {
  case trustHalfLife
  case readinessSpread, timeCost, renterReadiness

  public static let table: [Quantity] = [
    Quantity("trustHalfLife", 150, "weeks", 50...400, "assumption", "half-life of trust without experience"),
    Quantity(
      "readinessSpread", 1, "logit", 0...3, "assumption",
      "standard deviation of residents' dispositions to take part"),
    Quantity(
      "timeCost", 1.2, "logit", 0...4, "row 59 (assumption)",
      "loss of readiness of somebody without free time; none from 40 free hours a week on"),
    Quantity(
      "renterReadiness", -0.6, "logit", -1...0, "row 58 (odds 0.4–0.7 of owners', assumption)",
      "readiness of renters against owners"),
  ]
}
