/// Resident units (驻区单位): firms, schools, hospitals, shops, organs, with resources of their own.
public struct Units: ~Copyable, Sendable {
  public enum Kind: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    case firm, school, hospital, shop, organ
  }

  public let count: Int
  let kind: Column<Kind>
  /// The neighbourhood it stands in.
  let neighbourhood: Column<Int32>
  let employees: Column<Int32>
  /// Has a Party organisation.
  let organised: Column<Bool>
  /// Money (yuan), professionals' time (minutes) and room (minutes) it could give to the community in a
  /// quarter if it were an owner of the matter.
  let money: Column<Int32>
  let professionalMinutes: Column<Int32>
  let roomMinutes: Column<Int32>
  /// How near it stands to the community: 0 stranger, ½ acquaintance, 1 owner.
  let relation: Column<Float>

  init(count: Int) {
    self.count = count
    kind = Column(count, fill: .firm)
    neighbourhood = Column(count, fill: 0)
    employees = Column(count, fill: 0)
    organised = Column(count, fill: false)
    money = Column(count, fill: 0)
    professionalMinutes = Column(count, fill: 0)
    roomMinutes = Column(count, fill: 0)
    relation = Column(count, fill: 0)
  }
}
