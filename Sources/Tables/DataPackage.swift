/// `datapackage.json`: describes every column of every table of a folder (Frictionless Data Package v1).
public struct DataPackage: Sendable, Equatable {
  public var name: String
  public var title: String
  public var description: String
  public var resources: [Resource]

  /// One table of the folder.
  public struct Resource: Sendable, Equatable {
    /// Path inside the folder: `runs.csv`.
    public var path: String
    public var schema: TableSchema

    public init(path: String, schema: TableSchema) {
      self.path = path
      self.schema = schema
    }
  }

  public init(name: String, title: String, description: String = "", resources: [Resource]) {
    self.name = name
    self.title = title
    self.description = description
    self.resources = resources
  }

  /// The document: valid JSON, the same bytes for the same content.
  public var text: String {
    var members: [(String, OrderedJSON)] = [
      ("profile", .text("tabular-data-package")), ("name", .text(Self.identifier(name))),
      ("title", .text(title)),
    ]
    if !description.isEmpty { members.append(("description", .text(description))) }
    members.append(("resources", .list(resources.map(Self.json))))
    return OrderedJSON.object(members).document
  }

  private static func json(_ resource: Resource) -> OrderedJSON {
    .object([
      ("name", .text(identifier(resource.schema.name))), ("path", .text(resource.path)),
      ("profile", .text("tabular-data-resource")), ("description", .text(resource.schema.meaning)),
      ("format", .text("csv")), ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
      ("schema", resource.schema.json),
    ])
  }

  /// The standard allows lower-case letters, digits, `.`, `-` and `_` in names.
  private static func identifier(_ name: String) -> String {
    let letters = name.lowercased().unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "0"..."9", ".", "-", "_": Character(scalar)
      default: "-"
      }
    }
    return letters.isEmpty ? "unnamed" : String(letters)
  }
}
