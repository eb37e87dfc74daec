/// Identification and publicness: they grow with taking part, with being among others, and with what the
/// neighbourhood achieves together; without it they go back towards their base.
enum Identification: ChangesResidents {
  /// After a public act of a resident.
  static func afterAct(_ world: inout Reach<Self>, resident i: Int) {
    let p = world.setting.parameters
    let identification = world.residents.identification[i]
    let publicness = world.residents.publicness[i]
    world.write.residents.identification[i] =
      identification + Float(p[.identificationGain]) * (1 - identification)
    world.write.residents.publicness[i] = publicness + Float(p[.identificationGain]) * (1 - publicness)
  }
}
