import Testing

@testable import Engine

@Suite struct CoproductionTests {
  private let levels = stride(from: 0.0, through: 1, by: 0.125)
  private let weights = SIMD3(0.6, 0.5, 0.4)

  private func quality(
    _ staff: Double, _ volunteers: Double, _ professionals: Double, _ technical: Bool,
    _ weights: SIMD3<Double>? = nil
  ) -> Double {
    Coproduction.quality(
      staff: staff, volunteers: volunteers, professionals: professionals, technical: technical,
      weights: weights ?? self.weights)
  }

  @Test func technicalMattersNeedProfessionals() {
    for staff in levels { #expect(quality(staff, 1, 0, true) == 0) }
    #expect(quality(0, 0, 1, true) > 0 && quality(1, 1, 0, false) > 0)
    // Half of the knowledge is half of the chance, whatever else comes in.
    for staff in levels {
      #expect((quality(staff, 0.5, 0.5, true) - 0.5 * quality(staff, 0.5, 1, true)).magnitude < 1e-12)
    }
  }

  @Test func moreOfAnythingIsNeverWorse() {
    for technical in [false, true] {
      for a in levels {
        for b in levels {
          for series in [
            levels.map { quality($0, a, b, technical) }, levels.map { quality(a, $0, b, technical) },
            levels.map { quality(a, b, $0, technical) },
          ] {
            #expect(zip(series, series.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
            #expect(series.allSatisfy { $0 >= 0 && $0 <= 1 })
          }
        }
      }
    }
  }

  /// What is undone is the product of what each leaves undone.
  @Test func inputsMultiplyWhatIsLeftUndone() {
    #expect((1 - quality(1, 1, 0, false) - 0.4 * 0.5 * 0.6).magnitude < 1e-12)
    #expect(quality(1, 0, 0, false, SIMD3(1, 0, 0)) == 1 && quality(0, 0, 0, false, SIMD3(1, 1, 0)) == 0)
  }

  /// In a world whose matters all need knowledge that nobody has, none is resolved.
  @Test func withoutProfessionalsNoTechnicalMatterIsResolved() throws {
    var setting = Setting.small()
    setting.conditions.values[.technicalShare] = 2
    setting.conditions.values[.professionalHours] = 0
    setting.parameters[.selfHelp] = 0
    setting.city.subdistricts[0].units = 0
    setting.city.subdistricts[0].unitPartyOrganisations = 0
    let none = try Simulation.run(setting, seed: 6, replicate: 0)
    setting.conditions.values[.professionalHours] = 400
    let some = try Simulation.run(setting, seed: 6, replicate: 0)
    let index = Measure.index("responsiveness_technical")
    #expect(none.measures[index] == 0 && some.measures[index] > 0.1)
  }
}
