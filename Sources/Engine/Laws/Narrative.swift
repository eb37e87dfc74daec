/// Narrative: those who meet come nearer in opinion if they are near enough to hear each other
/// (bounded confidence, Deffuant et al. 2000).
public enum Narrative {
  /// Both positions after an encounter: each moves by `rate` of the distance where that is below `confidence`.
  public static func encounter(_ a: Double, _ b: Double, rate: Double, confidence: Double) -> (Double, Double)
  {
    let distance = b - a
    if (distance < 0 ? -distance : distance) >= confidence { return (a, b) }
    return (a + rate * distance, b - rate * distance)
  }

  static func exchange(_ world: inout World, _ a: Int, _ b: Int) {
    let p = world.setting.parameters
    let (x, y) = (
      Double(world.population.residents.opinion[a]), Double(world.population.residents.opinion[b])
    )
    let after = encounter(x, y, rate: p[.opinionRate], confidence: p[.confidence])
    world.population.residents.opinion[a] = Float(after.0)
    world.population.residents.opinion[b] = Float(after.1)
    // Being among people one can agree with makes a place one's own.
    let near = Float(1 - (x < y ? y - x : x - y))
    let gain = Float(p[.identificationGain]) * 0.2 * near
    for i in [a, b] {
      let identification = world.population.residents.identification[i]
      world.population.residents.identification[i] = identification + gain * (1 - identification)
    }
  }
}
