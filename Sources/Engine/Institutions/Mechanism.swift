/// An institution, system or arrangement that a scenario can switch on: a change of structure, and nothing else.
///
/// What it is handed is all that it can reach: the structure, the places in which it is in force, and the public
/// record. Residents' states, demands, measures and random numbers are out of its reach. What it stores are its
/// options, each declared as a property with ``Option``, and nothing else.
protocol Mechanism: Sendable {
  static var about: About { get }

  /// With all options at their defaults.
  init()

  /// Makes the change for a mechanism that has been in force for `weeks` weeks.
  func change(_ structure: inout Structure, in area: Area, weeks: Int, record: PublicRecord)

  /// For how many weeks after its start the change still moves (a schedule of release); 0 for most.
  var settlingWeeks: Int { get }

  /// Whether the change of this week, at least 1 after its start, may differ from that of the week before.
  func moves(at weeks: Int) -> Bool
}

extension Mechanism {
  var settlingWeeks: Int { 0 }
  func moves(at weeks: Int) -> Bool { weeks <= settlingWeeks }
}

extension Mechanism {
  /// Its options, in the order in which they are declared. Takes a look at every property: not for every week.
  var declaredOptions: [(name: String, option: any DeclaredOption)] {
    Mirror(reflecting: self).children.map { child in
      let label = child.label ?? ""
      // A wrapped property is stored under its name with an underscore before it.
      guard label.hasPrefix("_"), let option = child.value as? any DeclaredOption else {
        preconditionFailure("\(Self.about.id) stores \(label), which is no option")
      }
      return (String(label.dropFirst()), option)
    }
  }

  /// The mechanism of one use, with the values given and the defaults of all other options.
  ///
  /// - Precondition: Every name is that of an option and every value of its kind; whoever reads files has checked it.
  init(options given: [String: OptionValue]) {
    self.init()
    if given.isEmpty { return }
    var left = given
    for (name, option) in declaredOptions {
      guard let value = left.removeValue(forKey: name) else { continue }
      precondition(option.take(value), "\(Self.about.id) cannot have \(value) as its option \(name)")
    }
    precondition(left.isEmpty, "\(Self.about.id) has no option \(left.keys.min() ?? "")")
  }
}
