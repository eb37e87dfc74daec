/// Identification and publicness: they grow with taking part, with being among others, and with what the
/// neighbourhood achieves together; without it they go back towards their base.
enum Identification {
  /// After a public act of a resident.
  static func afterAct(_ world: inout World, resident i: Int) {
    let p = world.setting.parameters
    let identification = world.population.residents.identification[i]
    let publicness = world.population.residents.publicness[i]
    world.population.residents.identification[i] =
      identification + Float(p[.identificationGain]) * (1 - identification)
    world.population.residents.publicness[i] = publicness + Float(p[.identificationGain]) * (1 - publicness)
  }
}
