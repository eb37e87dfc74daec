import Engine
import Foundation
import Testing

@testable import Experiments
@testable import Scenarios

struct BatchTests {
  @Test func writesAllTables() throws {
    let folder = try TemporaryFolder()
    let report = try Sample.batch(Sample.experiment(variants: 2, replicates: 2), in: folder.path).run()
    #expect(report.ending == .finished)
    #expect(
      folder.names == [
        "datapackage.json", "flows.csv", "manifest.json", "runs.csv", "series.csv", "variants.csv",
      ])
    #expect(report.files.sorted() == folder.names)
    let runs = folder.text("runs.csv").split(separator: "\n")
    let measures = Measure.table.map(\.id).joined(separator: ",")
    #expect(runs.first == "variant,replicate,seed,load,\(measures),fingerprint")
    #expect(runs.count == 5)
    #expect(runs[1].hasPrefix("\"load, 0\",1,7,0,"))
    #expect(runs[4].hasPrefix("\"load, 1\",2,7,1,"))
    #expect(folder.text("series.csv").split(separator: "\n").count == 9)
    #expect(
      folder.text("flows.csv").hasPrefix(
        "variant,replicate,seed,from,to,resource,purpose,amount\n\"load, 0\",1,7,units,residents,venue,meetings,60\n"
      ))
  }

  @Test func sameBytesForAnyNumberOfThreads() throws {
    var seen: [[String: String]] = []
    for threads in [1, 2, 3, 8] {
      let folder = try TemporaryFolder()
      var batch = Sample.batch(Sample.experiment(variants: 3, replicates: 7), in: folder.path)
      batch.threads = threads
      batch.places = true
      _ = try batch.run()
      seen.append(folder.results)
    }
    #expect(seen[0].count == 6)
    #expect(seen.allSatisfy { $0 == seen[0] })
  }

  @Test func describesEveryColumn() throws {
    let folder = try TemporaryFolder()
    var batch = Sample.batch(Sample.experiment(), in: folder.path)
    batch.places = true
    _ = try batch.run()
    let package = try #require(
      JSONSerialization.jsonObject(with: Data(folder.text("datapackage.json").utf8)) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == 5)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let header = folder.text(path).prefix { $0 != "\n" }.split(separator: ",").map(String.init)
      #expect(fields.map { $0["name"] as? String ?? "" } == header)
      #expect(fields.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
    }
  }

  @Test func aFailedRunIsARow() throws {
    let folder = try TemporaryFolder()
    var batch = Sample.batch(Sample.experiment(variants: 2, replicates: 3), in: folder.path)
    batch.commandForRun = { "again \($0):\($1)" }
    batch.runner = { (setting, seed, replicate, places) throws(SimulationError) in
      if replicate == 2 { throw SimulationError(stage: .week, week: 12, reason: "no, \"really\"") }
      return Sample.result(setting, seed, replicate, places)
    }
    let report = try batch.run()
    #expect(report.progress.failed == 2)
    #expect(report.progress.done == 6)
    #expect(folder.text("runs.csv").split(separator: "\n").count == 5)
    let rows = folder.text("failures.csv").split(separator: "\n")
    #expect(rows[0] == "variant,replicate,seed,stage,week,reason,command")
    #expect(rows[1] == "\"load, 0\",2,7,week,12,\"no, \"\"really\"\"\",\"again load, 0:2\"")
    #expect(rows.count == 3)
    #expect(folder.text("datapackage.json").contains("failures.csv"))
    #expect(try BatchManifest.read(in: folder.path)?.status == .finishedWithFailures)
  }

  @Test func oneRunAlone() throws {
    let folder = try TemporaryFolder()
    let calls = Calls()
    var batch = Sample.batch(Sample.experiment(), in: folder.path, calls: calls)
    batch.only = RunID(variant: 1, replicate: 3)
    _ = try batch.run()
    #expect(calls.replicates == [3])
    #expect(folder.text("runs.csv").split(separator: "\n").count == 2)
  }

  @Test func progressEndsWithAllRuns() throws {
    let folder = try TemporaryFolder()
    var seen: [BatchProgress] = []
    _ = try Sample.batch(Sample.experiment(), in: folder.path).run { seen.append($0) }
    #expect(seen.first?.done == 0)
    #expect(seen.last?.done == 12)
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.done <= $1.done })
  }

  @Test func manifestTellsWhatWasDone() throws {
    let folder = try TemporaryFolder()
    var batch = Sample.batch(Sample.experiment(), in: folder.path)
    batch.threads = 2
    _ = try batch.run()
    let manifest = try #require(try BatchManifest.read(in: folder.path))
    #expect(manifest.status == .finished)
    #expect(manifest.runs == 12)
    #expect(manifest.finished == 12)
    #expect(manifest.threads == 2)
    #expect(manifest.plan.variants.map(\.digest) == ["d0", "d1", "d2"])
    #expect(manifest.ended != nil)
  }

  @Test func estimatesFromResidentsAndWeeks() {
    var batch = Sample.batch(Sample.experiment(variants: 2, replicates: 5), in: "nowhere")
    let setting = batch.experiment.variants[0].scenario.setting
    let one = Double(setting.city.residents * setting.schedule.total)
    batch.threads = 4
    #expect(Estimate(batch).runs == 10)
    #expect(Estimate(batch).residentWeeks == 10 * one)
    #expect(Estimate(batch).seconds == 10 * one / 4 / 25e6)
    // More threads than runs do not help.
    batch.threads = 1000
    #expect(Estimate(batch).seconds == one / 25e6)
  }
}
