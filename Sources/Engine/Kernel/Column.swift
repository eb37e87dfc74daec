/// Typed storage of one attribute of all entities of a kind: fixed size, plain bytes, no reference counting.
///
/// Laws take the `base` pointer of the columns they sweep into local constants: that is what vectorises.
/// Bounds are checked in debug builds.
public struct Column<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  public let count: Int

  init(_ count: Int, fill: Element) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: fill, count: count)
  }

  deinit { base.deallocate() }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  /// Bytes in use.
  var bytes: Int { count * MemoryLayout<Element>.stride }

  /// Mixes all bytes into a fingerprint.
  func combine(into fingerprint: inout Fingerprint) {
    let raw = UnsafeRawBufferPointer(start: base, count: bytes)
    var index = 0
    while index + 8 <= raw.count {
      fingerprint.combine(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    while index < raw.count {
      fingerprint.combine(UInt64(raw[index]))
      index += 1
    }
  }
}
