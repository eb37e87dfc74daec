/// What is counted in the ledger, in whole numbers.
public enum Resource: Int, CaseIterable, Sendable {
  /// Yuan.
  case money
  /// Minutes of people: staff, volunteers, professionals, representatives.
  case time
  /// Minutes of rooms.
  case venue

  public var name: String { String(describing: self) }
  /// Resources that cannot be kept: what is unused at the end of a week lapses.
  var lapses: Bool { self != .money }
}

/// Double entry of everything that changes hands.
///
/// A transfer takes from one account and gives to another; nothing else changes a balance, so the balances of
/// each resource always add up to zero. Accounts at the edge of the world (where resources enter) may be
/// negative, all others may not.
public struct Ledger: Sendable {
  /// Balances, `accounts` per resource, one resource after the other.
  private(set) var balances: [Int64]
  /// Amounts by resource, purpose, kind of giver and kind of receiver since the books were opened.
  private(set) var flows: [Int64]
  /// Transfers refused because the giver did not have the amount: a fault of the model, never silent.
  private(set) var overdrafts = 0
  private let kinds: [UInt8]
  private let kindCount: Int
  private let purposeCount: Int
  let accounts: Int

  /// - Parameter kinds: the kind of each account; `edge` tells for each kind whether it may be negative.
  init(kinds: [Int], kindCount: Int, purposeCount: Int, edge: [Bool]) {
    accounts = kinds.count
    self.kinds = kinds.map(UInt8.init)
    self.kindCount = kindCount
    self.purposeCount = purposeCount
    mayBeNegative = kinds.map { edge[$0] }
    balances = Array(repeating: 0, count: accounts * Resource.allCases.count)
    flows = Array(repeating: 0, count: Resource.allCases.count * purposeCount * kindCount * kindCount)
  }
  private let mayBeNegative: [Bool]

  @inline(__always)
  func balance(_ resource: Resource, _ account: Int) -> Int64 {
    balances[resource.rawValue * accounts + account]
  }

  /// Moves an amount; returns false, and moves nothing, where the giver does not have it.
  @discardableResult
  @inline(__always)
  mutating func transfer(_ resource: Resource, _ amount: Int64, from: Int, to: Int, purpose: Int) -> Bool {
    if amount <= 0 { return amount == 0 }
    let giver = resource.rawValue * accounts + from
    if balances[giver] < amount && !mayBeNegative[from] {
      overdrafts += 1
      return false
    }
    balances[giver] -= amount
    balances[resource.rawValue * accounts + to] += amount
    flows[flowIndex(resource, purpose, Int(kinds[from]), Int(kinds[to]))] += amount
    return true
  }

  /// Moves as much of the amount as the giver has, and tells how much that was.
  @inline(__always)
  mutating func transferUpTo(_ resource: Resource, _ amount: Int64, from: Int, to: Int, purpose: Int) -> Int64
  {
    let possible = mayBeNegative[from] ? amount : min(amount, balance(resource, from))
    if possible <= 0 { return 0 }
    transfer(resource, possible, from: from, to: to, purpose: purpose)
    return possible
  }

  func flow(_ resource: Resource, _ purpose: Int, from: Int, to: Int) -> Int64 {
    flows[flowIndex(resource, purpose, from, to)]
  }

  /// Starts the record of flows anew; balances stay.
  mutating func openBooks() {
    for index in flows.indices { flows[index] = 0 }
  }

  /// Balances, and flows where there were any; no balance is so large that all accounts together could overflow.
  mutating func archive(_ archive: inout Archive) {
    archive.block(&balances, in: -1 << 44...1 << 44)
    archive.count(&overdrafts)
    var booked = flows.indices.filter { flows[$0] != 0 }.map(UInt32.init)
    archive.indices(&booked, below: flows.count)
    if archive.isReading { openBooks() }
    for index in booked { archive.number(&flows[Int(index)], in: 0...1 << 56) }
  }

  private func flowIndex(_ resource: Resource, _ purpose: Int, _ from: Int, _ to: Int) -> Int {
    ((resource.rawValue * purposeCount + purpose) * kindCount + from) * kindCount + to
  }

  /// What is wrong with the books; empty where they balance.
  func problems(weekEnded: Bool) -> [String] {
    var found: [String] = []
    if overdrafts > 0 { found.append("\(overdrafts) transfers of more than the giver had") }
    for resource in Resource.allCases {
      let row = balances[resource.rawValue * accounts..<(resource.rawValue + 1) * accounts]
      let sum = row.reduce(0, +)
      if sum != 0 { found.append("\(resource.name): accounts add up to \(sum), not 0") }
      for (account, balance) in row.enumerated() where !mayBeNegative[account] {
        if balance < 0 { found.append("\(resource.name): account \(account) is at \(balance)") }
        if weekEnded && resource.lapses && balance != 0 {
          found.append("\(resource.name): account \(account) keeps \(balance) over the week")
        }
      }
    }
    return found
  }
}
