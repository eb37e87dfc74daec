/// One share of a batch that several machines compute side by side.
public struct Shard: Sendable, Equatable, Codable {
  /// From 1.
  public let index: Int
  public let count: Int

  /// Most shards of a batch.
  public static let most = 100_000

  /// Nil unless 1 ≤ index ≤ count ≤ ``most``.
  public init?(index: Int, count: Int) {
    guard index >= 1, count >= index, count <= Self.most else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `I/N`, such as 3/8.
  public init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let index = numbers[0], let count = numbers[1] else { return nil }
    self.init(index: index, count: count)
  }

  /// As part of a file's name.
  var fileName: String { "shard-\(index)-of-\(count)" }
}

extension Shard: CustomStringConvertible {
  public var description: String { "\(index)/\(count)" }
}
