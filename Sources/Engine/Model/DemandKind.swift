/// Kinds of demands.
public enum DemandKind: UInt8, CaseIterable, Sendable {
  case elderCare, children, propertyRepair, parking, environment, cultureSport, neighbourDispute, safety,
    jobsLegal
  case administrativeService

  public var name: String { String(describing: self) }
}

/// How far a demand reaches.
public enum Scope: UInt8, CaseIterable, Sendable {
  case household, building, neighbourhood, block, subdistrict
  /// A public matter: it concerns more than a household and takes a decision.
  var isPublic: Bool { rawValue >= Scope.building.rawValue }
}

/// Input data of the demand process: shares and sizes by kind. No source gives them; all are assumptions,
/// ordered by what hotline statistics report (property and city management lead, rows 61–62).
struct DemandProfile: Sendable {
  /// Weight among private needs of a household, and among public matters.
  let privateWeight: Double
  let publicWeight: Double
  /// Factor on both by age band (under 18 … 70+).
  let byAge: [Double]
  /// Chance that it needs professional knowledge, and mean number of departments concerned above one.
  let technical: Double
  let departments: Double
  /// Chance that solving a public matter of the kind costs somebody else.
  let opposed: Double
  /// Minutes of staff for a private need; yuan, volunteers' and professionals' hours for a public one.
  let serviceMinutes: Double
  let yuan: Double
  let volunteerHours: Double
  let professionalHours: Double
  /// Takes room while it is worked on.
  let space: Double

  static let table: [DemandProfile] = [
    // elderCare
    DemandProfile(
      privateWeight: 0.14, publicWeight: 0.08, byAge: [0, 0.2, 0.4, 1, 2, 4], technical: 0.2,
      departments: 0.4,
      opposed: 0.05, serviceMinutes: 150, yuan: 8_000, volunteerHours: 60, professionalHours: 12, space: 0.5),
    // children
    DemandProfile(
      privateWeight: 0.06, publicWeight: 0.08, byAge: [0, 0.6, 2.4, 0.8, 0.6, 0.3], technical: 0.1,
      departments: 0.2,
      opposed: 0.1, serviceMinutes: 90, yuan: 6_000, volunteerHours: 50, professionalHours: 10, space: 0.7),
    // propertyRepair
    DemandProfile(
      privateWeight: 0.22, publicWeight: 0.2, byAge: [0, 0.8, 1, 1.1, 1.1, 1.1], technical: 0.7,
      departments: 0.6,
      opposed: 0.3, serviceMinutes: 160, yuan: 30_000, volunteerHours: 30, professionalHours: 24, space: 0.1),
    // parking
    DemandProfile(
      privateWeight: 0.08, publicWeight: 0.14, byAge: [0, 1, 1.6, 1, 0.5, 0.2], technical: 0.6,
      departments: 0.8,
      opposed: 0.7, serviceMinutes: 100, yuan: 15_000, volunteerHours: 35, professionalHours: 18, space: 0.3),
    // environment
    DemandProfile(
      privateWeight: 0.1, publicWeight: 0.18, byAge: [0, 0.7, 1, 1.1, 1.2, 1.2], technical: 0.2,
      departments: 0.5,
      opposed: 0.3, serviceMinutes: 80, yuan: 8_000, volunteerHours: 60, professionalHours: 8, space: 0.2),
    // cultureSport
    DemandProfile(
      privateWeight: 0.04, publicWeight: 0.14, byAge: [0, 0.7, 0.7, 1.2, 1.6, 1.3], technical: 0.05,
      departments: 0.1,
      opposed: 0.35, serviceMinutes: 60, yuan: 5_000, volunteerHours: 60, professionalHours: 6, space: 0.8),
    // neighbourDispute
    DemandProfile(
      privateWeight: 0.1, publicWeight: 0.06, byAge: [0, 0.9, 1, 1.1, 1, 1], technical: 0.15,
      departments: 0.2,
      opposed: 0.9, serviceMinutes: 140, yuan: 2_000, volunteerHours: 25, professionalHours: 10, space: 0.1),
    // safety
    DemandProfile(
      privateWeight: 0.06, publicWeight: 0.08, byAge: [0, 0.8, 1, 1, 1.1, 1.2], technical: 0.3,
      departments: 0.7,
      opposed: 0.15, serviceMinutes: 90, yuan: 10_000, volunteerHours: 45, professionalHours: 10, space: 0.1),
    // jobsLegal
    DemandProfile(
      privateWeight: 0.08, publicWeight: 0.02, byAge: [0, 1.4, 1.2, 1, 0.4, 0.2], technical: 0.5,
      departments: 0.6,
      opposed: 0.05, serviceMinutes: 120, yuan: 4_000, volunteerHours: 25, professionalHours: 14, space: 0.3),
    // administrativeService
    DemandProfile(
      privateWeight: 0.12, publicWeight: 0.02, byAge: [0, 1, 1, 1, 1.1, 1], technical: 0, departments: 0.5,
      opposed: 0, serviceMinutes: 45, yuan: 2_000, volunteerHours: 10, professionalHours: 4, space: 0),
  ]

  /// Departments that one demand concerns at most.
  static let mostDepartments = 6

  /// Shares of the scopes of public matters: building, neighbourhood, block, subdistrict.
  static let publicScopes: [Double] = [0.4, 0.45, 0.1, 0.05]
}
