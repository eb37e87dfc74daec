/// Resident units (驻区单位): firms, schools, hospitals, shops, organs, with resources of their own.
public struct Units: ~Copyable, Sendable {
  public enum Kind: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    case firm, school, hospital, shop, organ
  }

  public let count: Int
  var kind: Column<Kind>
  /// The neighbourhood it stands in.
  var neighbourhood: Column<Int32>
  var employees: Column<Int32>
  /// Has a Party organisation.
  var organised: Column<Bool>
  /// Money (yuan), professionals' time (minutes) and room (minutes) it could give to the community in a
  /// quarter if it were an owner of the matter.
  var money: Column<Int32>
  var professionalMinutes: Column<Int32>
  var roomMinutes: Column<Int32>
  /// How near it stands to the community: 0 stranger, ½ acquaintance, 1 owner.
  var relation: Column<Float>

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
