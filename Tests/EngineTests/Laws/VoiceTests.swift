import Testing

@testable import Engine

@Suite struct VoiceTests {
  /// Utilities of the first places; the others are closed.
  private func utilities(_ first: [Double]) -> SIMD8<Double> {
    var all = SIMD8<Double>(repeating: -.infinity)
    for (k, utility) in first.enumerated() { all[k] = utility }
    return all
  }

  private func situation(_ change: (inout Voice.Situation) -> Void = { _ in }) -> Voice.Situation {
    var situation = Voice.Situation(
      efficacy: SIMD4(repeating: 0.5), trust: SIMD4(repeating: 0.5), grievance: 0.3, publicness: 0.4,
      ties: 0.5,
      known: 0.5, knowsMember: false, mayPetition: false, salience: 0.5)
    change(&situation)
    return situation
  }

  @Test func equalUtilitiesGiveEqualChances() {
    for number in 1...6 {
      let chances = Voice.chances(utilities(Array(repeating: 1.3, count: number)))
      for k in 0..<8 {
        #expect((chances[k] - (k < number ? 1 / Double(number) : 0)).magnitude < 1e-15)
      }
    }
  }

  @Test func aDominantChannelTakesAllAndAClosedOneNothing() {
    let chances = Voice.chances(utilities([0, 1, 60, 2, -.infinity, 3]))
    #expect(chances[2] > 1 - 1e-12 && chances[4] == 0)
    #expect((chances.sum() - 1).magnitude < 1e-12)
  }

  @Test func irrelevantAlternativesDoNotCount() {
    let all = Voice.chances(utilities([0, 0.4, -1, 1.1, 0.2, 0.9]))
    let some = Voice.chances(utilities([0, 0.4, -1, 1.1, -.infinity, -.infinity]))
    for k in 1..<4 { #expect((all[k] / all[0] - some[k] / some[0]).magnitude < 1e-12) }
    #expect((all[1] / all[0] - FixedMath.exp(0.4)).magnitude < 1e-12)
  }

  @Test func whatSpeaksForAChannelRaisesItsChanceAndNoOther() {
    let p = Parameters()
    let base = Voice.utilities(situation(), p)
    func raised(_ change: (inout Voice.Situation) -> Void) -> [Int] {
      let now = Voice.utilities(situation(change), p)
      return (0..<6).filter { now[$0] > base[$0] }
    }
    #expect(raised { $0.trust[Residents.BodyClass.committee.rawValue] = 0.9 } == [1])
    #expect(raised { $0.efficacy[Residents.BodyClass.core.rawValue] = 0.9 } == [2])
    #expect(raised { $0.efficacy[Residents.BodyClass.government.rawValue] = 0.9 } == [3])
    #expect(raised { $0.trust[Residents.BodyClass.associations.rawValue] = 0.9 } == [4])
    #expect(raised { $0.known = 0.9 } == [1])
    #expect(raised { $0.knowsMember = true } == [2])
    #expect(raised { $0.grievance = 0.9 } == [3])
    #expect(raised { $0.ties = 0.9 } == [4])
    #expect(raised { $0.mayPetition = true } == [5])
    #expect(raised { $0.salience = 0.9 } == [1, 2, 3, 4])
    #expect(base[Voice.Channel.silence.rawValue] == 0)
    #expect(base[Voice.Channel.petition.rawValue] == -.infinity)
  }

  /// Without any reason to speak, the chance of silence is the binary logit of the base alone.
  @Test func withoutReasonsSilenceIsALogitOfTheBase() {
    var p = Parameters()
    for id in [
      ParameterID.efficacyWeight, .trustWeight, .accessWeight, .salienceWeight, .voiceHotline,
      .grievanceWeight,
    ] {
      p[id] = 0
    }
    p[.voiceBase] = -1.5
    let chances = Voice.chances(Voice.utilities(situation(), p))
    #expect((chances[0] - 1 / (1 + 4 * FixedMath.exp(-1.5))).magnitude < 1e-12)
  }

  @Test func nobodyPetitionsWithoutTheRight() throws {
    func petitions(_ mechanisms: [MechanismUse]) throws -> Int {
      var setting = Setting.small(mechanisms)
      setting.conditions[.publicNeeds] = 0.004
      var world = try World(setting, seed: 2, replicate: 0)
      var found = 0
      for _ in 0..<30 {
        world.advance()
        found += world.demands.rows.count { $0.origin == .petition }
      }
      return found
    }
    #expect(try petitions([]) == 0)
    #expect(try petitions([MechanismUse("bottomUpAgenda", options: ["signatures": .number(3)])]) > 0)
  }
}
