import Testing

@testable import Engine

@Suite struct LedgerTests {
  /// Account 0 is at the edge of the world; 1…4 are inside, in two kinds.
  private static func books() -> Ledger {
    Ledger(kinds: [0, 1, 1, 2, 2], kindCount: 3, purposeCount: 2, edge: [true, false, false])
  }

  @Test func randomTransfersAlwaysBalance() {
    var ledger = Self.books()
    let draws = RandomSource(seed: 1, replicate: 0).stream(.placement)
    var refused = 0
    for step in 0..<4_000 {
      let from = draws.index(below: 5, step, 0)
      let to = draws.index(below: 5, step, 1)
      let resource = Resource.allCases[draws.index(below: 3, step, 2)]
      let amount = Int64(draws.index(below: 50, step, 3))
      let before = ledger.balance(resource, from)
      let isPossible = from == 0 || before >= amount
      if step % 2 == 0 {
        if !ledger.transfer(resource, amount, from: from, to: to, purpose: step % 4 / 2) { refused += 1 }
        if !isPossible { #expect(ledger.balance(resource, from) == before) }
      } else {
        let moved = ledger.transferUpTo(resource, amount, from: from, to: to, purpose: 0)
        #expect(moved == (isPossible ? amount : before))
      }
      for resource in Resource.allCases {
        #expect((0..<5).reduce(Int64(0)) { $0 + ledger.balance(resource, $1) } == 0)
        #expect((1..<5).allSatisfy { ledger.balance(resource, $0) >= 0 })
      }
    }
    #expect(refused > 0 && ledger.overdrafts == refused)
  }

  @Test func anOverdraftIsRefusedAndReported() {
    var ledger = Self.books()
    ledger.transfer(.money, 10, from: 0, to: 1, purpose: 0)
    #expect(ledger.problems(weekEnded: true) == [])
    let isPaid = ledger.transfer(.money, 11, from: 1, to: 2, purpose: 0)
    #expect(!isPaid && ledger.balance(.money, 1) == 10 && ledger.balance(.money, 2) == 0)
    #expect(ledger.problems(weekEnded: false).count == 1)
    #expect(ledger.balance(.money, 0) == -10)
  }

  @Test func negativeAmountsMoveNothing() {
    var ledger = Self.books()
    let isPaid = ledger.transfer(.money, -5, from: 0, to: 1, purpose: 0)
    let isNothingPaid = ledger.transfer(.money, 0, from: 1, to: 2, purpose: 0)
    let moved = ledger.transferUpTo(.money, -5, from: 0, to: 1, purpose: 0)
    #expect(!isPaid && isNothingPaid && moved == 0 && ledger.balance(.money, 1) == 0)
  }

  @Test func timeThatIsKeptOverTheWeekIsReported() {
    for resource in Resource.allCases {
      var ledger = Self.books()
      ledger.transfer(resource, 7, from: 0, to: 3, purpose: 0)
      #expect(ledger.problems(weekEnded: false) == [])
      #expect(ledger.problems(weekEnded: true).isEmpty == !resource.lapses)
    }
  }

  @Test func flowsAreKeptByKindAndPurpose() {
    var ledger = Self.books()
    ledger.transfer(.time, 9, from: 0, to: 1, purpose: 1)
    ledger.transfer(.time, 4, from: 1, to: 3, purpose: 1)
    ledger.transfer(.time, 2, from: 1, to: 4, purpose: 1)
    #expect(ledger.flow(.time, 1, from: 0, to: 1) == 9)
    #expect(ledger.flow(.time, 1, from: 1, to: 2) == 6)
    #expect(ledger.flow(.time, 0, from: 1, to: 2) == 0 && ledger.flow(.money, 1, from: 1, to: 2) == 0)
    ledger.openBooks()
    #expect(ledger.flow(.time, 1, from: 1, to: 2) == 0 && ledger.balance(.time, 3) == 4)
  }
}
