/// What must be there beside a mechanism for its change to be of any consequence.
public struct Need: Sendable {
  /// What is needed and what gives it, for people: it ends a sentence that begins with "needs".
  public let meaning: String
  /// Whether it is there for a mechanism, in the structure without the use and in the use's area.
  let isMet: @Sendable (any Mechanism, Structure, Area, PublicRecord) -> Bool

  /// - Parameter isMet: Asked for the mechanism in whose ``About`` it stands, whatever its options.
  init<Needing: Mechanism>(
    _ meaning: String, isMet: @escaping @Sendable (Needing, Structure, Area, PublicRecord) -> Bool
  ) {
    self.meaning = meaning
    self.isMet = { mechanism, structure, area, record in
      guard let mechanism = mechanism as? Needing else {
        preconditionFailure("a need of \(Needing.about.id) is asked of \(type(of: mechanism).about.id)")
      }
      return isMet(mechanism, structure, area, record)
    }
  }

  private init(_ meaning: String, isMet: @escaping @Sendable (Structure, Area, PublicRecord) -> Bool) {
    self.meaning = meaning
    self.isMet = { _, structure, area, record in isMet(structure, area, record) }
  }
}

extension Need {
  static let members = Need("Party members who live there") { _, area, record in
    area.neighbourhoods.contains { record.members[$0] > 0 }
  }

  static let budget = Need(budgetMeaning) { structure, area, _ in hasBudget(structure, area) }

  /// Met as well by a fund that is all new money.
  static func budget<Fund: Mechanism>(orNewMoney newMoney: @escaping @Sendable (Fund) -> Double) -> Need {
    Need(budgetMeaning) { (fund: Fund, structure, area, _) in
      newMoney(fund) > 0 || hasBudget(structure, area)
    }
  }

  private static let budgetMeaning =
    "money in the residents' committees' budgets (conditions.committeeBudget)"

  private static func hasBudget(_ structure: Structure, _ area: Area) -> Bool {
    area.neighbourhoods.contains { structure.budget(of: $0) > 0 }
  }
}
