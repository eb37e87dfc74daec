/// What must be there beside a mechanism for its change to be of any consequence.
public struct Need: Sendable {
  /// What is needed and what gives it, for people: it ends a sentence that begins with "needs".
  public let meaning: String
  /// Whether it is there, in the structure without the use and in the use's area.
  let isMet: @Sendable (Options, Structure, Area, PublicRecord) -> Bool

  init(
    _ meaning: String, isMet: @escaping @Sendable (Options, Structure, Area, PublicRecord) -> Bool
  ) {
    self.meaning = meaning
    self.isMet = isMet
  }
}

extension Need {
  static let members = Need("Party members who live there") { _, _, area, record in
    area.neighbourhoods.contains { record.members[$0] > 0 }
  }

  /// Met as well by a fund that is all new money.
  static let budget = Need("money in the residents' committees' budgets (conditions.committeeBudget)") {
    options, structure, area, _ in
    options.newMoney > 0 || area.neighbourhoods.contains { structure.budget(of: $0) > 0 }
  }
}

extension Options {
  /// The part of a fund that comes on top; 0 for mechanisms without such an option.
  fileprivate var newMoney: Double { has("newMoney") ? number("newMoney") : 0 }
}
