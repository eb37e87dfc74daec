import Testing

@testable import Engine

/// Who is asked: ties of those who took part, and people whom brokers with time can name.
@Suite struct MobilisationTests {
  /// A world at the start of its first week, with its hours minted, in which all cadres broker for a share of
  /// their time.
  private func world(
    brokering: Double, associations: Double = 60, asksPerTie: Double = 0, asksPerOccasion: Double = 20
  ) throws -> World {
    let style = MechanismUse(
      "steeringStyle",
      options: [
        "relaying": .number(0), "brokering": .number(brokering), "serving": .number(1 - brokering),
      ])
    var world = try World(
      .small(
        [style], [.associations: associations, .asksPerOccasion: asksPerOccasion, .massStaff: 0],
        [.asksPerTie: asksPerTie]),
      seed: 3, replicate: 0)
    world.run(Phase.all[0])
    return world
  }

  private func asked(_ world: borrowing World) -> [Int] {
    (0..<world.population.residents.count).filter { world.population.residents.status[$0].contains(.asked) }
  }

  private func brokeringMinutes(_ world: borrowing World) -> Int64 {
    ActorKind.brokers.reduce(0) { $0 + world.flow(.time, .brokering, from: $1, to: .doneWork) }
  }

  /// Registering is a promise on paper: some of those who are asked make it, nobody else, and once in a week.
  @Test func someOfThoseWhoAreAskedRegister() throws {
    func registered(_ chance: Double, times: Int = 1) throws -> Int {
      var setting = Setting.small()
      setting.parameters[.registering] = chance
      var world = try World(setting, seed: 3, replicate: 0)
      let adults = (0..<1_000).filter { world.population.residents.traits[$0].isAdult }
      for i in 0..<1_000 { for _ in 0..<times { world.with(Mobilisation.self) { $0.ask(i) } } }
      let volunteers = (0..<world.population.residents.count).filter {
        world.population.residents.status[$0].contains(.volunteer)
      }
      #expect(volunteers.allSatisfy { adults.contains($0) } && (chance < 1 || volunteers == adults))
      return volunteers.count
    }
    #expect(try registered(0) == 0)
    #expect(try registered(1) > 500)
    let some = try registered(0.1)
    #expect(some > 40 && some < 140)
    #expect(try registered(0.1, times: 5) == some)
  }

  @Test func withoutBrokersAndRequestsNobodyIsAsked() throws {
    var world = try world(brokering: 0)
    world.with(Mobilisation.self) { Mobilisation.run(&$0) }
    #expect(asked(world).isEmpty && brokeringMinutes(world) == 0)
  }

  @Test func withoutAnOccasionBrokersKeepTheirTime() throws {
    var world = try world(brokering: 1, associations: 0)
    world.with(Mobilisation.self) { Mobilisation.run(&$0) }
    #expect(asked(world).isEmpty && brokeringMinutes(world) == 0)
  }

  /// With time enough, brokers ask as many as they want for each occasion; each request has its price.
  @Test func everyRequestCostsItsMinutes() throws {
    var world = try world(brokering: 1, associations: 20)
    let wanted = world.with(Mobilisation.self) { reach in
      reach.neighbourhoods.indices.reduce(0) {
        $0 + Int(reach.occasions(in: $1) * reach.conditions[.asksPerOccasion])
      }
    }
    world.with(Mobilisation.self) { Mobilisation.run(&$0) }
    #expect(wanted > 0 && brokeringMinutes(world) == Int64(wanted) * 20)
    let number = asked(world).count
    #expect(number > 0 && number <= wanted)
  }

  @Test func askingEndsWithTheBrokersTime() throws {
    var world = try world(brokering: 0.05, asksPerOccasion: 100)
    let minutes = world.slots.kinds.indices.reduce(0.0) { $0 + world.actors[$1].brokering }
    world.with(Mobilisation.self) { Mobilisation.run(&$0) }
    let spent = Double(brokeringMinutes(world))
    #expect(spent > 0 && spent <= minutes)
    for n in world.neighbourhoods.indices {
      for slot in world.neighbourhoods[n].nearby.brokers { #expect(world.actors[slot].brokering < 20) }
    }
  }

  @Test func requestsTravelAlongTies() throws {
    var world = try world(brokering: 0, asksPerTie: 1)
    let i = try #require((0..<900).first { world.population.ties.degree(of: $0) > 2 })
    world.neighbourhoods[0].participants = [ParticipationRecord(resident: UInt32(i), target: -1)]
    var friends: [Int] = []
    world.population.ties.forEach(of: i) { other, _ in friends.append(other) }
    world.with(Mobilisation.self) { Mobilisation.run(&$0) }
    #expect(asked(world) == friends.sorted())
  }

  /// A committee that nobody knows reaches the friends of the usual people, one that all know anybody.
  @Test func whomNobodyKnowsAsksFriendsOfTheUsual() throws {
    func asked(known: Double) throws -> (all: Int, near: Int) {
      var world = try world(brokering: 1)
      for n in world.neighbourhoods.indices { world.neighbourhoods[n].known = known }
      world.with(Mobilisation.self) { Mobilisation.run(&$0) }
      var near: Set<Int> = []
      for place in world.neighbourhoods {
        for candidate in place.candidates {
          near.insert(Int(candidate))
          world.population.ties.forEach(of: Int(candidate)) { other, _ in near.insert(other) }
        }
      }
      let all = self.asked(world)
      return (all.count, all.count { near.contains($0) })
    }
    let unknown = try asked(known: 0)
    let known = try asked(known: 1)
    #expect(unknown.all > 20 && unknown.near == unknown.all)
    #expect(known.near < known.all && known.all > unknown.all)
  }
}
