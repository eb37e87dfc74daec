import Engine
import Foundation
import Scenarios
import Tables

extension Batch {
  /// Streams the parts, in the order of the design, into the tables, and describes them.
  func writeTables(from store: PartStore, failures: Bool) throws(EnvironmentError) {
    let schemas = tables.schemas.filter { failures || $0.name != "failures" }
    try write(schemas, from: store)
    if !failures { unlink("\(folder)/failures.csv") }
    if !places { unlink("\(folder)/places.csv") }
    let package = DataPackage(
      name: experiment.name, title: experiment.title, description: experiment.description,
      resources: schemas.map { .init(path: "\($0.name).csv", schema: $0) })
    try FileSink.replace("\(folder)/datapackage.json", with: package.text)
  }

  /// One pass over the parts, with one open file for every table.
  private func write(_ schemas: [TableSchema], from store: PartStore) throws(EnvironmentError) {
    let paths = schemas.map { "\(folder)/\($0.name).csv" }
    var sinks: [FileSink] = []
    for (schema, path) in zip(schemas, paths) {
      let sink = try FileSink(path: "\(path).tmp")
      try sink.write(tables.header(schema))
      sinks.append(sink)
    }
    for id in runs.sorted() {
      guard let part = store.part(of: id, identity: identity(of: id)) else {
        throw EnvironmentError(
          "\(store.path(of: id)) has gone or been changed while the batch was computed",
          remedy: "Run the same command again: it computes that run anew.")
      }
      for (schema, sink) in zip(schemas, sinks) {
        for section in part.rows where section.table == schema.name { try sink.write(section.text) }
      }
    }
    for (path, sink) in zip(paths, sinks) { try sink.commit(as: path) }
  }
}
