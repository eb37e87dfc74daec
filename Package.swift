// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "cogov",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "cogov", targets: ["cogov"])],
  targets: [
    // Everything that is called per resident lives in this one module: a loop split
    // over two modules costs several times more.
    .target(name: "Engine"),
    .target(name: "Tables"),
    .target(name: "Scenarios", dependencies: ["Engine", "Tables"]),
    .target(name: "Experiments", dependencies: ["Engine", "Scenarios", "Tables", "Analysis"]),
    .target(name: "Analysis", dependencies: ["Tables"]),
    .executableTarget(
      name: "cogov", dependencies: ["Engine", "Scenarios", "Tables", "Experiments", "Analysis"]),
    // Bench counts its own allocations: see Sources/Bench/Allocations.swift.
    .executableTarget(
      name: "Bench", dependencies: ["Engine", "Scenarios"],
      linkerSettings: [
        .unsafeFlags(["-Xlinker", "--defsym=malloc=countedMalloc"], .when(platforms: [.linux]))
      ]),
    // Long trials, run by hand: swift run -c release Endurance.
    .executableTarget(
      name: "Endurance", dependencies: ["Engine", "Scenarios", "Tables", "Experiments"],
      path: "Tests/Endurance", exclude: ["kills", "full-disk", "failed-reads", "many-runs", "sanitized"]),
    .testTarget(name: "EngineTests", dependencies: ["Engine"]),
    .testTarget(name: "TablesTests", dependencies: ["Tables"]),
    .testTarget(name: "ScenariosTests", dependencies: ["Scenarios", "Engine", "Tables"]),
    .testTarget(name: "ExperimentsTests", dependencies: ["Experiments", "Scenarios", "Engine", "Tables"]),
    .testTarget(name: "AnalysisTests", dependencies: ["Analysis", "Tables"], exclude: ["Reference"]),
    .testTarget(name: "CommandTests", dependencies: ["cogov"]),
  ]
)

for target in package.targets {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  // Whole runs take most of the time of the tests: the engine is optimised there too, and keeps its assertions.
  if target.name == "Engine" {
    let optimised = ["-O", "-assert-config", "Debug"]
    target.swiftSettings! += [.unsafeFlags(optimised, .when(configuration: .debug))]
  }
}
