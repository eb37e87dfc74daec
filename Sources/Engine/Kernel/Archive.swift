/// State as bytes, in one description for both directions: what a type tells an archive of itself is written and
/// read by the same lines, so that saving and restoring cannot disagree.
///
/// Reading trusts nothing. It takes no byte beyond the end, makes no more room than bytes are left, and takes a
/// value only within its range. After the first fault nothing more is taken, so a reader may go on to its end,
/// where ``fault`` tells what was wrong.
///
/// Numbers lie in the order of the machine, without padding: the same state always gives the same bytes.
struct Archive {
  private(set) var bytes: [UInt8]
  private var position = 0
  let isReading: Bool
  /// What is wrong with the bytes; nil as long as nothing is.
  private(set) var fault: String?

  /// An archive that is written.
  init() {
    bytes = []
    isReading = false
  }

  /// An archive that is read.
  init(reading bytes: [UInt8]) {
    self.bytes = bytes
    isReading = true
  }

  private var left: Int { bytes.count - position }

  /// Notes what is wrong with what is read; the first fault stays.
  mutating func fail(_ reason: String) {
    if isReading && fault == nil { fault = reason }
  }

  /// After the last value: nothing may be left.
  mutating func end() {
    if isReading && left > 0 { fail("\(left) of \(bytes.count) bytes are left over") }
  }

  // MARK: Single values

  /// A number that lies in a range.
  mutating func number<Number: Numeric & Comparable & BitwiseCopyable>(
    _ value: inout Number, in range: ClosedRange<Number>
  ) {
    if !isReading { return withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) } }
    guard let start = take(MemoryLayout<Number>.size) else { return }
    let found = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: Number.self) }
    // False for what is not a number, too.
    if range.contains(found) {
      value = found
    } else {
      fail("\(found) at byte \(start) is not in \(range.lowerBound)…\(range.upperBound)")
    }
  }

  /// A share or mean of shares: 0–1 with room for laws that reach over their ends.
  mutating func share<Number: BinaryFloatingPoint & BitwiseCopyable>(_ value: inout Number) {
    number(&value, in: -1...2)
  }

  /// A sum of minutes, of people or of whatever else has a size.
  mutating func amount<Number: BinaryFloatingPoint & BitwiseCopyable>(_ value: inout Number) {
    number(&value, in: -1e12...1e12)
  }

  /// A number of times, at least 0.
  mutating func count(_ value: inout Int) { number(&value, in: 0...1 << 40) }

  /// The place of something in a list, or −1 for none where that is allowed.
  mutating func index<Number: FixedWidthInteger & BitwiseCopyable>(
    _ value: inout Number, below limit: Int, orNone: Bool = false
  ) {
    var found = value
    number(&found, in: (orNone ? ~0 : 0)...Number.max)
    if Int(found) < limit {
      value = found
    } else {
      fail("\(found) before byte \(position) is not below \(limit)")
    }
  }

  mutating func flag(_ value: inout Bool) {
    var bit: UInt8 = value ? 1 : 0
    number(&bit, in: 0...1)
    value = bit == 1
  }

  /// One of the cases of an enumeration, by its raw value.
  mutating func choice<Case: RawRepresentable>(_ value: inout Case)
  where Case.RawValue: FixedWidthInteger & BitwiseCopyable {
    var raw = value.rawValue
    number(&raw, in: .min ... .max)
    if let known = Case(rawValue: raw) { value = known } else { fail("no \(Case.self) has number \(raw)") }
  }

  // MARK: Many values

  /// As many values as there are in a world of this size.
  mutating func each<Element>(
    _ values: inout [Element], _ body: (_ archive: inout Archive, _ value: inout Element) -> Void
  ) {
    for index in values.indices { body(&self, &values[index]) }
  }

  /// Any number of values, each of at least one byte.
  /// - Parameter blank: a value to read the others into.
  mutating func list<Element>(
    _ values: inout [Element], blank: Element,
    _ body: (_ archive: inout Archive, _ value: inout Element) -> Void
  ) {
    let number = length(values.count, each: 1)
    if !isReading { return each(&values, body) }
    values.removeAll(keepingCapacity: true)
    for _ in 0..<number where fault == nil {
      var value = blank
      body(&self, &value)
      values.append(value)
    }
  }

  /// Any number of numbers that lie in a range.
  mutating func numbers<Number: Numeric & Comparable & BitwiseCopyable>(
    _ values: inout [Number], in range: ClosedRange<Number>
  ) {
    let number = length(values.count, each: MemoryLayout<Number>.stride)
    if isReading { values = Array(repeating: .zero, count: number) }
    block(&values, in: range)
  }

  /// Places of things in a list.
  mutating func indices<Number: FixedWidthInteger & BitwiseCopyable>(
    _ values: inout [Number], below limit: Int
  ) {
    numbers(&values, in: 0...Number.max)
    if values.contains(where: { Int($0) >= limit }) {
      fail("a number before byte \(position) is not below \(limit)")
      values = []
    }
  }

  /// Numbers that lie in a range, as many as there are in a world of this size.
  mutating func block<Number: Numeric & Comparable & BitwiseCopyable>(
    _ values: inout [Number], in range: ClosedRange<Number>
  ) {
    values.withUnsafeMutableBufferPointer { copy($0) { range.contains($0) } }
  }

  /// A column of a world of this size.
  mutating func column<Element: BitwiseCopyable>(
    _ column: inout Column<Element>, where isValid: (Element) -> Bool
  ) {
    copy(UnsafeMutableBufferPointer(start: column.mutableBase, count: column.count), where: isValid)
  }

  /// A column of shares; see ``share(_:)``.
  mutating func shares(_ column: inout Column<Float>) { self.column(&column) { $0 >= -1 && $0 <= 2 } }

  /// The number of values that follow, of so many bytes each.
  private mutating func length(_ count: Int, each size: Int) -> Int {
    var number = UInt32(count)
    self.number(&number, in: 0...UInt32.max)
    if fault != nil { return 0 }
    if isReading && Int(number) > left / size {
      fail("\(number) values at byte \(position), but only \(left) bytes are left")
      return 0
    }
    return Int(number)
  }

  /// Copies values whose bits are all in use, and then looks at each.
  private mutating func copy<Element: BitwiseCopyable>(
    _ values: UnsafeMutableBufferPointer<Element>, where isValid: (Element) -> Bool
  ) {
    let raw = UnsafeMutableRawBufferPointer(values)
    if !isReading { return bytes.append(contentsOf: raw) }
    guard let start = take(raw.count) else { return }
    bytes.withUnsafeBytes { raw.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<position])) }
    if let index = values.firstIndex(where: { !isValid($0) }) {
      fail("\(values[index]) at byte \(start + index * MemoryLayout<Element>.stride) is out of its range")
    }
  }

  /// Goes on by some bytes; returns where they begin, nil where they are not there.
  private mutating func take(_ size: Int) -> Int? {
    if fault != nil { return nil }
    if size > left {
      fail("it ends at byte \(bytes.count), in the middle of a value")
      return nil
    }
    position += size
    return position - size
  }
}
