/// An object with known keys: unknown ones are reported, the others are read by type.
struct StrictObject {
  let diagnosis: Diagnosis
  /// Keys that lead here, joined by dots; empty for a whole file.
  let path: String
  let place: Place
  let members: [JSON5Value.Member]

  /// Nil where the value is no object, which has been reported.
  /// - Parameter elsewhere: says of an unknown key where it belongs; nil where it is unknown there too.
  init?(
    _ value: JSON5Value, _ path: String, keys: [String], diagnosis: Diagnosis,
    elsewhere: (String) -> String? = { _ in nil }
  ) {
    guard let members = value.members else {
      diagnosis.wrongType(value, path, wanted: "an object { … }")
      return nil
    }
    self.diagnosis = diagnosis
    self.path = path
    self.members = members
    place = value.place
    // Of a large object most keys are unknown.
    let known = members.count > keys.count ? Set(keys) : []
    for member in members
    where known.isEmpty ? !keys.contains(member.key) : !known.contains(member.key) {
      let inside = path.isEmpty ? "" : " in '\(path)'"
      diagnosis.report(
        member.keyPlace,
        "unknown key '\(member.key)'\(inside); "
          + (elsewhere(member.key) ?? Suggestion.allowed(keys, near: member.key)))
    }
  }

  subscript(key: String) -> JSON5Value? { members.first { $0.key == key }?.value }

  /// The path of a key, for messages.
  func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func has(_ key: String) -> Bool { members.contains { $0.key == key } }

  /// The value of a key that must be there.
  func required(_ key: String) -> JSON5Value? {
    if let value = self[key] { return value }
    diagnosis.report(place, "key '\(path(key))' is missing")
    return nil
  }

  func number(_ key: String, in range: ClosedRange<Double>, unit: String) -> Double? {
    self[key].flatMap { diagnosis.number($0, path(key), in: range, unit: unit) }
  }

  func count(_ key: String, in range: ClosedRange<Int>, unit: String) -> Int? {
    self[key].flatMap { diagnosis.count($0, path(key), in: range, unit: unit) }
  }

  func text(_ key: String) -> String? {
    self[key].flatMap { diagnosis.text($0, path(key)) }
  }
}
