import Testing

@testable import Experiments

struct PartTests {
  private let part = Part(
    identity: "one\n\"two\"", failed: false,
    rows: [
      .init("runs", "a,1\n"), .init("series", ""), .init("flows", "é\n"),
    ])

  @Test func readsWhatItWrote() {
    #expect(Part(part.encoded) == part)
  }

  @Test func everyTornFileIsRefused() {
    let bytes = part.encoded
    for length in bytes.indices { #expect(Part(Array(bytes[..<length])) == nil) }
  }

  @Test func everyChangedByteIsRefused() {
    let bytes = part.encoded
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(Part(changed) == nil)
    }
  }

  @Test func checksumsDifferByLengthToo() {
    #expect(Envelope.checksum([0, 0]) != Envelope.checksum([0, 0, 0]))
    #expect(Envelope.checksum([]) != Envelope.checksum([0]))
  }
}
