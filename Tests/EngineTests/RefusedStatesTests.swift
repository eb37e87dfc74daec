import Testing

@testable import Engine

@Suite struct RefusedStatesTests {
  /// A world in which everything is at hand, small enough to be made hundreds of times.
  private static func setting(observed: Int = 30) -> Setting {
    var setting = Setting.tiny(MechanismUse.all)
    setting.schedule.observed = observed
    return setting
  }

  private func refusal(
    _ state: [UInt8], _ setting: Setting = setting(), seed: UInt64 = 5, replicate: Int = 1,
    stage: SimulationError.Stage = .snapshot
  ) throws -> String? {
    do {
      _ = try SimulationRun(setting, seed: seed, replicate: replicate, state: state)
      return nil
    } catch {
      #expect(error.stage == stage)
      return error.reason
    }
  }

  @Test func statesOfOtherRunsAreRefused() throws {
    var run = try SimulationRun.after(20, Self.setting())
    let state = run.state()
    #expect(try refusal(state) == nil)
    #expect(try refusal(state, seed: 6)?.contains("another seed") == true)
    #expect(try refusal(state, replicate: 2)?.contains("another seed") == true)
    #expect(try refusal(state, .small())?.contains("another seed, replicate or city") == true)
    #expect(try refusal(state, Self.setting(observed: 15))?.contains("20") == true)
    #expect(try refusal(state, Self.setting(observed: 16)) == nil)
    #expect(try refusal(state + [0])?.contains("1 of \(state.count + 1) bytes are left over") == true)
    #expect(try refusal([])?.contains("ends at byte 0") == true)
  }

  @Test func tornStatesAreRefused() throws {
    var run = try SimulationRun.after(20, Self.setting())
    let state = run.state()
    for part in 0..<40 { #expect(try refusal(Array(state.prefix(state.count * part / 40))) != nil) }
    #expect(try refusal(state.dropLast()) != nil)
  }

  /// Impossible settings are told as such, whatever the state.
  @Test func theSettingIsLookedAtFirst() throws {
    let setting = Setting.tiny([MechanismUse("pairing", from: 10, places: .named(["Nowhere"]))])
    #expect(try refusal([], setting, stage: .setting)?.contains("'Nowhere'") == true)
  }

  /// Whatever is wrong with some bytes, they are refused or can be run on; nothing is read or written out of place.
  @Test func anyBytesAreRefusedOrCanBeRunOn() throws {
    let setting = Self.setting()
    var run = try SimulationRun.after(20, setting)
    let state = run.state()
    let draws = RandomSource(seed: 3, replicate: 0).stream(.placement)
    var (refused, taken) = (0, 0)
    for number in 0..<300 {
      do {
        let damaged = Damage.made(to: state, number, draws)
        var again = try SimulationRun(setting, seed: 5, replicate: 1, state: damaged)
        taken += 1
        try again.advance(to: 24)
        _ = again.state()
      } catch {
        refused += error.stage == .snapshot ? 1 : 0
      }
    }
    #expect(refused > 50 && taken > 50)
  }
}
