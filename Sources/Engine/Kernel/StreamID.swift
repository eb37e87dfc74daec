/// Every decision that draws, numbered for ever: a number is never reused.
public enum StreamID: UInt32, Sendable, CaseIterable {
  case placement = 1
}
