/// What a week leaves behind in everybody: news of success and failure, and the slow way back to the base.
///
/// One sweep over the columns of each neighbourhood; experience of one's own is added where it happens.
enum Learning: ReadsTies, ChangesPlaces, ChangesResidents {
  static func run(_ world: inout Reach<Self>) {
    let p = world.setting.parameters
    let attitudeKeep = Float(FixedMath.weeklyRetention(halfLife: p[.attitudeHalfLife]))
    let contactKeep = FixedMath.weeklyRetention(halfLife: p[.memoryHalfLife])
    let memoryKeep = Float(contactKeep)
    let fatigueKeep = Float(FixedMath.weeklyRetention(halfLife: p[.fatigueHalfLife]))
    let grievanceKeep = Float(FixedMath.weeklyRetention(halfLife: p[.grievanceHalfLife]))
    let asymmetry = Float(p[.lossAsymmetry])
    let zero = Residents.BodyClass.Values<Float>(repeating: 0)
    let one = Residents.BodyClass.Values<Float>(repeating: 1)
    for n in world.neighbourhoods.indices {
      let range = world.places.neighbourhoods[n].residents
      let news = world.neighbourhoods[n].news
      world.write.neighbourhoods[n].news = News()
      let gain = Float(p[.experienceGain])
      let up = gain * news.success.clamped(lowerBound: zero, upperBound: one)
      let down =
        gain * asymmetry * Float(p[.failureNews])
        * news.failure.clamped(lowerBound: zero, upperBound: one)
      let base = Float(p[.trustBase])
      pull(
        world.write.residents.trust.mutableBase, range, base: base, keep: attitudeKeep, up: up,
        down: down)
      pull(
        world.write.residents.efficacy.mutableBase, range, base: base, keep: memoryKeep, up: up,
        down: down)
      let achieved = min(news.success.sum(), 1)
      let failed = min(news.failure.sum(), 1)
      pull(
        world.write.residents.identification.mutableBase, range,
        base: Float(Profiles.identification.mean),
        keep: attitudeKeep,
        up: Float(p[.identificationGain]) * achieved, down: 0)
      pull(
        world.write.residents.publicness.mutableBase, range, base: Float(Profiles.publicness.mean),
        keep: attitudeKeep,
        up: Float(p[.identificationGain]) * achieved, down: 0)
      pull(world.write.residents.fatigue.mutableBase, range, base: 0, keep: fatigueKeep, up: 0, down: 0)
      pull(
        world.write.residents.grievance.mutableBase, range, base: 0, keep: grievanceKeep,
        up: Float(p[.grievanceGain]) * Float(p[.newsGrievance]) * failed, down: 0)
      pull(
        world.write.residents.expectation.mutableBase, range, base: Float(Profiles.expectation.mean),
        keep: memoryKeep,
        up: Float(p[.experienceGain]) * Float(p[.witnessedStep]) * achieved, down: 0)
      unask(world.write.residents.status.mutableBase, range)
      // How many know the residents' committee.
      let contact = min(1, world.neighbourhoods[n].contacts / Double(max(range.count, 1)))
      let known = world.neighbourhoods[n].known
      world.write.neighbourhoods[n].known = known * contactKeep + contact * (1 - known)
      world.write.neighbourhoods[n].contacts = 0
    }
    world.expireActive()
  }

  /// x moves towards its base, up by a share of what is left above and down by a share of what there is.
  @inline(__always)
  private static func pull(
    _ column: UnsafeMutablePointer<Float>, _ range: Range<Int>, base: Float, keep: Float, up: Float,
    down: Float
  ) {
    // x ↦ base + (x − base)·keep + up·(1 − x) − down·x is one multiplication and one addition.
    let factor = keep - up - down
    let constant = base * (1 - keep) + up
    let x = column + range.lowerBound
    for k in 0..<range.count { x[k] = x[k] * factor + constant }
  }

  /// The same for a column with one place per class of bodies.
  @inline(__always)
  private static func pull(
    _ column: UnsafeMutablePointer<Float>, _ range: Range<Int>, base: Float, keep: Float,
    up: Residents.BodyClass.Values<Float>,
    down: Residents.BodyClass.Values<Float>
  ) {
    // Nothing falls below 0, however bad the news.
    let factor = keep - up - pointwiseMin(down, Residents.BodyClass.Values(repeating: keep))
    let constant = base * (1 - keep) + up
    let x = UnsafeMutableRawPointer(column + Residents.BodyClass.count * range.lowerBound)
    typealias Values = Residents.BodyClass.Values<Float>
    let stride = MemoryLayout<Values>.stride
    for k in 0..<range.count {
      let old = x.loadUnaligned(fromByteOffset: stride * k, as: Values.self)
      x.storeBytes(of: old * factor + constant, toByteOffset: stride * k, as: Values.self)
    }
  }

  private static func unask(_ status: UnsafeMutablePointer<Residents.Status>, _ range: Range<Int>) {
    let x = status + range.lowerBound
    let mask = ~Residents.Status.asked.rawValue
    for k in 0..<range.count { x[k] = Residents.Status(rawValue: x[k].rawValue & mask) }
  }
}
