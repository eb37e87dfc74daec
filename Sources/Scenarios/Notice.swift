/// What some variants will not do, although whoever wrote them may expect it. It stops nothing.
public struct Notice: Codable, Sendable, Equatable {
  public enum Kind: String, Codable, Sendable {
    /// A use of a mechanism that changes nothing.
    case noEffect
    /// A use that asks for more than there is.
    case capped
    /// Variants that are one and the same setting.
    case sameSetting
    /// Neighbourhoods far from the size that one residents' committee is for.
    case size
    /// A scale at which subdistricts come to one neighbourhood each.
    case scale
    /// A setting of which no world can be made.
    case impossible
  }
  public var kind: Kind
  /// Names of the variants that it holds for.
  public var variants: [String]
  /// Id of the mechanism; nil where it is of none.
  public var mechanism: String?
  /// A sentence without a full stop.
  public var message: String

  init(_ kind: Kind, _ variants: [String], mechanism: String? = nil, _ message: String) {
    self.kind = kind
    self.variants = variants
    self.mechanism = mechanism
    self.message = message
  }

  /// Names in quotes; of many, the first three and how many more.
  public static func named(_ names: [String]) -> String {
    let first = names.prefix(3).map { "'\($0)'" }
    if names.count > 3 { return first.joined(separator: ", ") + " and \(names.count - 3) more" }
    guard let last = first.last, first.count > 1 else { return first.joined() }
    return first.dropLast().joined(separator: ", ") + " and " + last
  }
}
