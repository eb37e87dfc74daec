import Foundation
import Testing

@testable import Engine
@testable import Experiments
@testable import Scenarios

struct VariantDesignTests {
  private func design(_ uses: MechanismUse...) -> VariantDesign {
    var setting = Setting()
    setting.mechanisms = uses
    return VariantDesign(setting)
  }

  @Test func thePlanTellsPoliciesWithTimeAndPlaces() throws {
    let design = design(
      MechanismUse("autonomyFund", from: 60, places: .share(0.5), options: ["yuan": .number(80_000)]),
      MechanismUse("blockHub", from: 3, until: 90, places: .named(["north"])))
    #expect(design.policies[0].from == 60 && design.policies[0].share == 0.5)
    #expect(design.policies[0].options == ["yuan": "80000"])
    #expect(design.policies[1].until == 90 && design.policies[1].places == ["north"])
    let again = try JSONDecoder().decode(VariantDesign.self, from: JSONEncoder().encode(design))
    #expect(again == design)
  }

  @Test func variantsDifferFromTheFirstWeekWithOtherPolicies() {
    let none = design()
    let early = design(MechanismUse("blockHub", from: 10))
    let late = design(MechanismUse("blockHub", from: 70))
    let ended = design(MechanismUse("blockHub", from: 10, until: 80))
    #expect(early.firstDifference(from: none) == 10)
    #expect(none.firstDifference(from: early) == 10)
    #expect(late.firstDifference(from: early) == 10)
    #expect(ended.firstDifference(from: early) == 80)
    #expect(early.firstDifference(from: early) == nil)
  }

  @Test func sharesOfPlacesAreThoseOfTheRuns() {
    let half = PlaceShare.neighbourhoods(0.5, of: 8, seed: 7, replicate: 3)
    #expect(half.count == 4)
    #expect(Set(half).isSubset(of: PlaceShare.neighbourhoods(0.8, of: 8, seed: 7, replicate: 3)))
    #expect((1...9).contains { PlaceShare.neighbourhoods(0.5, of: 8, seed: 7, replicate: $0) != half })
  }

  /// Manifests of older versions say nothing of policies and of the baseline.
  @Test func olderManifestsAreRead() throws {
    let folder = try TemporaryFolder()
    var plan = Sample.batch(Sample.experiment(), in: folder.path).plan
    plan.baseline = nil
    for index in plan.variants.indices { plan.variants[index].design = nil }
    try BatchManifest(plan: plan, command: nil, files: [], status: .finished, runs: 12, threads: 1).write(
      in: folder.path)
    #expect(!folder.text("manifest.json").contains("\"design\""))
    #expect(!folder.text("manifest.json").contains("\"baseline\""))
    #expect(try BatchManifest.read(in: folder.path)?.plan == plan)
    let changed = folder.text("manifest.json").replacingOccurrences(of: "\"seed\" : 7", with: "\"seed\" : 8")
    try folder.write("manifest.json", changed)
    #expect(try BatchManifest.read(in: folder.path) == nil)
  }
}
