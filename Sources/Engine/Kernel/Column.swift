/// Typed storage of one attribute of all entities of a kind: fixed size, plain bytes, no reference counting.
///
/// Laws take the `base` pointer of the columns they sweep into local constants: that is what vectorises. Only who may
/// change a column gets a pointer to write through. Bounds are checked in debug builds.
///
/// Unchecked `Sendable`: a column cannot be copied, so that its memory has one owner, and is changed through that alone.
public struct Column<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  private let storage: UnsafeMutablePointer<Element>
  public let count: Int

  /// Valid as long as the column is.
  @inline(__always)
  var base: UnsafePointer<Element> { UnsafePointer(storage) }

  @inline(__always)
  var mutableBase: UnsafeMutablePointer<Element> { mutating get { storage } }

  init(_ count: Int, fill: Element) {
    self.count = count
    storage = .allocate(capacity: max(count, 1))
    storage.initialize(repeating: fill, count: count)
  }

  deinit { storage.deallocate() }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return storage[index]
    }
    set {
      assert(index >= 0 && index < count)
      storage[index] = newValue
    }
  }

  /// Bytes in use.
  var bytes: Int { count * MemoryLayout<Element>.stride }

  /// Mixes all bytes into a fingerprint.
  func combine(into fingerprint: inout Fingerprint) {
    let raw = UnsafeRawBufferPointer(start: storage, count: bytes)
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
