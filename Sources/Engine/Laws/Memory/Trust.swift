/// Trust, efficacy and expectation: what experience with bodies leaves behind.
///
/// Gains approach 1, losses are larger than gains and grow with what was expected; without experience trust goes
/// back towards its base with a long half-life.
enum Trust: ChangesResidents {
  /// Trust after a good experience of a weight 0–1.
  static func gained(_ value: Float, rate: Float, weight: Float) -> Float {
    value + rate * weight * (1 - value)
  }

  /// Trust after a bad one: the loss grows with expectation (0–1), and is `asymmetry` times the gain at the one that
  /// people begin with.
  static func lost(_ value: Float, rate: Float, asymmetry: Float, expectation: Float, weight: Float) -> Float
  {
    max(0, value - rate * asymmetry * weight * (1 - usual + expectation) * value)
  }

  private static let usual = Float(Profiles.expectation.mean)

  static func reward(
    _ world: inout Reach<Self>, resident i: Int, by bodies: Residents.BodyClass, weight: Double
  ) {
    let p = world.setting.parameters
    let index = world.classIndex(bodies, i)
    let trust = world.residents.trust[index]
    let efficacy = world.residents.efficacy[index]
    world.write.residents.trust[index] = gained(
      trust, rate: Float(p[.experienceGain]), weight: Float(weight))
    world.write.residents.efficacy[index] = gained(
      efficacy, rate: Float(p[.experienceGain]), weight: Float(weight))
    let expectation = world.residents.expectation[i]
    world.write.residents.expectation[i] = gained(
      expectation, rate: Float(p[.experienceGain]), weight: Float(weight))
    world.write.residents.grievance[i] *= Float(1 - p[.grievanceRelief] * weight)
  }

  /// Being asked what one needs makes one expect something.
  static func raiseExpectation(_ world: inout Reach<Self>, resident i: Int) {
    let expectation = world.residents.expectation[i]
    world.write.residents.expectation[i] = gained(
      expectation, rate: Float(world.setting.parameters[.experienceGain]), weight: 1)
  }

  static func disappoint(
    _ world: inout Reach<Self>, resident i: Int, by bodies: Residents.BodyClass, weight: Double
  ) {
    let p = world.setting.parameters
    let index = world.classIndex(bodies, i)
    let expectation = world.residents.expectation[i]
    let trust = world.residents.trust[index]
    let efficacy = world.residents.efficacy[index]
    world.write.residents.trust[index] = lost(
      trust, rate: Float(p[.experienceGain]), asymmetry: Float(p[.lossAsymmetry]), expectation: expectation,
      weight: Float(weight))
    world.write.residents.efficacy[index] = lost(
      efficacy, rate: Float(p[.experienceGain]), asymmetry: Float(p[.lossAsymmetry]),
      expectation: expectation,
      weight: Float(weight))
    world.write.residents.expectation[i] *= Float(1 - p[.failureStep] * p[.experienceGain] * weight)
    world.write.residents.grieve(i, by: p[.grievanceGain] * weight)
  }
}

extension Trust {
  /// What was tried has failed, and the matter goes on: only how pressing it is counts.
  static func disappointMeanwhile(_ world: inout Reach<Self>, _ d: Demand, by bodies: Residents.BodyClass) {
    disappoint(
      &world, resident: Int(d.resident), by: bodies,
      weight: Double(d.salience) * world.setting.parameters[.pressingBlame])
  }
}

extension Residents {
  /// Raises a grievance towards 1.
  @inline(__always)
  mutating func grieve(_ i: Int, by amount: Double) {
    grievance[i] += Float(amount) * (1 - grievance[i])
  }
}
