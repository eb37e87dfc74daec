/// What the columns of a table are: the single source for headers, checks and the data package.
public struct TableSchema: Sendable, Equatable {
  /// Lower case, as a resource of the data package: `runs`.
  public var name: String
  /// One sentence: what a row is.
  public var meaning: String
  public var columns: [Column]
  /// Columns that together are different in every row; empty where there are none.
  public var key: [String]

  public init(name: String, meaning: String, columns: [Column], key: [String] = []) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.key = key
  }

  /// Names of the columns, in order.
  public var header: [String] { columns.map(\.name) }

  /// Type of a column, by the names of the Table Schema standard.
  public enum ColumnType: String, Sendable, CaseIterable {
    case string, integer, number, boolean
  }

  /// One column.
  public struct Column: Sendable, Equatable {
    public var name: String
    public var type: ColumnType
    /// Unit, such as `share`, `weeks` or `yuan`; nil where a unit makes no sense.
    public var unit: String?
    public var meaning: String
    public var constraints: Constraints

    public init(
      _ name: String, _ type: ColumnType, unit: String? = nil, meaning: String,
      constraints: Constraints = Constraints()
    ) {
      self.name = name
      self.type = type
      self.unit = unit
      self.meaning = meaning
      self.constraints = constraints
    }
  }

  /// What must be true of every value of a column.
  public struct Constraints: Sendable, Equatable {
    /// Never missing.
    public var required: Bool
    /// Never twice.
    public var unique: Bool
    public var minimum: Double?
    public var maximum: Double?
    /// The only values allowed; empty where any is.
    public var choices: [String]

    public init(
      required: Bool = false, unique: Bool = false, minimum: Double? = nil, maximum: Double? = nil,
      choices: [String] = []
    ) {
      self.required = required
      self.unique = unique
      self.minimum = minimum
      self.maximum = maximum
      self.choices = choices
    }
  }
}

extension TableSchema {
  /// The schema as the Table Schema standard writes it; `unit` is an addition of our own.
  public var json: OrderedJSON {
    var members: [(String, OrderedJSON)] = [
      ("fields", .list(columns.map(\.json))), ("missingValues", .list([.text("")])),
    ]
    if !key.isEmpty { members.append(("primaryKey", .list(key.map { .text($0) }))) }
    return .object(members)
  }
}

extension TableSchema.Column {
  var json: OrderedJSON {
    var members: [(String, OrderedJSON)] = [
      ("name", .text(name)), ("type", .text(type.rawValue)), ("description", .text(meaning)),
    ]
    if let unit { members.append(("unit", .text(unit))) }
    var limits: [(String, OrderedJSON)] = []
    if constraints.required { limits.append(("required", .flag(true))) }
    if constraints.unique { limits.append(("unique", .flag(true))) }
    if let minimum = constraints.minimum { limits.append(("minimum", .number(minimum))) }
    if let maximum = constraints.maximum { limits.append(("maximum", .number(maximum))) }
    if !constraints.choices.isEmpty { limits.append(("enum", .list(constraints.choices.map { .text($0) }))) }
    if !limits.isEmpty { members.append(("constraints", .object(limits))) }
    return .object(members)
  }
}
