/// A number a scenario may set: what it means, its default, unit, range and where it comes from.
public struct Quantity: Sendable {
  /// The key in a scenario file.
  public let id: String
  public let value: Double
  public let unit: String
  public let range: ClosedRange<Double>
  /// A row of the literature table, or "assumption": no source, to be swept over its whole range.
  public let source: String
  public let meaning: String
  /// Whole numbers only.
  public let whole: Bool
  public let standing: Standing

  /// What may be done to the number besides setting it.
  public enum Standing: String, Sendable {
    /// To be fitted to patterns and swept over its range.
    case free
    /// Kept at its default in fits and screenings, because it is the shape of a formula that a free one scales.
    case held
    /// Taken over from the publication named as its source.
    case published
  }

  init(
    _ id: String, _ value: Double, _ unit: String, _ range: ClosedRange<Double>, _ source: String,
    _ meaning: String, whole: Bool = false, standing: Standing = .free
  ) {
    self.id = id
    self.value = value
    self.unit = unit
    self.range = range
    self.source = source
    self.meaning = meaning
    self.whole = whole
    self.standing = standing
  }
}

/// The ids of one table of quantities.
public protocol QuantityID: CaseIterable, RawRepresentable, Sendable, Hashable where RawValue == Int {
  /// One row per id, in the order of the ids.
  static var table: [Quantity] { get }
}

/// A value for every row of a table of quantities.
public struct Quantities<ID: QuantityID>: Sendable, Equatable {
  private var values: [Double]

  /// All at their defaults.
  public init() {
    values = ID.table.map(\.value)
  }

  public subscript(id: ID) -> Double {
    @inline(__always) get { values[id.rawValue] }
    set { values[id.rawValue] = newValue }
  }

  /// The value of a quantity by its name; nil where there is none.
  public subscript(name name: String) -> Double? {
    get { ID.table.firstIndex { $0.id == name }.map { values[$0] } }
    set {
      guard let index = ID.table.firstIndex(where: { $0.id == name }), let newValue else { return }
      values[index] = newValue
    }
  }
}

/// Parameters of the behavioural laws; see `ParameterID.table`.
public typealias Parameters = Quantities<ParameterID>
