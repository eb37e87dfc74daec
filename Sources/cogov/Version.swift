import Engine
import Foundation

/// Which program this is.
enum Version {
  static let number = "0.1.0"

  /// The number with a hash of the running program: parts of a batch that another build computed are not
  /// taken over, since it may compute otherwise.
  static let ofThisBuild: String = {
    guard let path = ProcessSetup.program,
      let file = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    else { return number }
    return "\(number)+\(hash(of: file))"
  }()

  private static func hash(of file: Data) -> Fingerprint {
    var hash = Fingerprint()
    file.withUnsafeBytes { bytes in
      var offset = 0
      while offset + 8 <= bytes.count {
        hash.combine(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      hash.combine(bytes.count)
    }
    return hash
  }
}
