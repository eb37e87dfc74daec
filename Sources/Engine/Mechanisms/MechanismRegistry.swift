/// All mechanisms, in the order in which they change structure.
public enum MechanismRegistry {
  public static let descriptions: [MechanismDescription] = [
    MechanismDescription(
      id: "autonomyFund", chinese: "自治金", summary: "Gives every neighbourhood public money of its own.",
      source: "Huang Xiaochun",
      options: [
        OptionDescription(
          name: "yuan", kind: .number(0...500_000, unit: "yuan per neighbourhood and year"), value: .number(60_000),
          meaning: "money of the fund"),
        OptionDescription(
          name: "decidedBy", kind: .choice(["residents", "committee"]), value: .choice("residents"), meaning: "who decides"),
      ],
      null: ["yuan": .number(0)])
  ]

  public static func description(of id: String) -> MechanismDescription? {
    descriptions.first { $0.id == id }
  }
}
