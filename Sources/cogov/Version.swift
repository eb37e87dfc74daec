import Experiments

/// Which program this is.
enum Version {
  static let number = "0.1.0"

  private static let build = Result { () throws(EnvironmentError) in try BuildIdentity.current() }

  /// The number with the identity of the running build: parts of a batch that another build computed are not taken
  /// over, since it may compute otherwise.
  /// - Throws: ``EnvironmentError`` where it cannot be known.
  static func ofThisBuild() throws(EnvironmentError) -> String { "\(number)+\(try build.get())" }
}
