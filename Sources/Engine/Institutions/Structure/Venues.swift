/// A place with rooms, hours and an operator.
public struct Venue: Sendable, Equatable {
  /// Kilometres east and north of the city's origin.
  public var x: Double
  public var y: Double
  /// Minutes of rooms a week.
  public var roomMinutes: Int
  /// Opening hours a week.
  public var openHours: Double
  /// The neighbourhoods it serves.
  public var serves: [Int]
  /// The slot of the body that operates it.
  public var operatorSlot: Int
  /// Which of several places of its operator it is.
  public var number = 0
  public var guests = Guests.residents
  /// How many of those it is there for know it for what it is, 0–1.
  public var recognisability = 1.0
  /// How well it serves those who come, 0–1.
  public var usability = 1.0
  /// Yuan that a visit costs.
  public var fee = 0.0
  /// Most visits a week; nil without a limit.
  public var capacity: Int?
  /// Share of visitors whom the operator's people ask to take part where they live, 0–1.
  public var asks = 0.0
  /// What is on there; nil where it only has rooms.
  public var programme: Programme?
}

/// For whom a place is there.
public struct Guests: OptionSet, Sendable, Equatable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Residents of the neighbourhoods it serves.
  public static let residents = Guests(rawValue: 1)
  /// People who work in units there.
  public static let workers = Guests(rawValue: 2)
  /// The units themselves, to meet groups and each other.
  public static let units = Guests(rawValue: 4)
}

/// Activities in a place: how many, who begins them, who runs them.
public struct Programme: Sendable, Equatable {
  /// Activities a week.
  public var perWeek: Double
  /// Shares of activities that are purchased, run by the operator's staff, and run by residents; they add up to 1.
  public let purchased: Double
  public let centreRun: Double
  public let residentRun: Double
  /// An activity takes place only where a resident begins it; else the operator does.
  public var startedByResidents = false
  /// Yuan of one purchased activity, and the skill of those who are paid for it, 0–1.
  public var yuan: Double
  public var contractorSkill: Double
  /// Minutes that it takes of a room and of whoever runs it.
  public var minutes = 180

  /// The three weights are divided by their sum.
  public init(
    perWeek: Double, purchased: Double, centreRun: Double, residentRun: Double,
    startedByResidents: Bool = false, yuan: Double, contractorSkill: Double
  ) {
    let sum = purchased + centreRun + residentRun
    self.perWeek = sum > 0 ? perWeek : 0
    self.purchased = sum > 0 ? purchased / sum : 0
    self.centreRun = sum > 0 ? centreRun / sum : 1
    self.residentRun = sum > 0 ? residentRun / sum : 0
    self.startedByResidents = startedByResidents
    self.yuan = yuan
    self.contractorSkill = contractorSkill
  }
}
