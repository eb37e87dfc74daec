import Tables

extension ClaimReader {
  /// The claims of a folder: `.json5` files directly in it that have a key of claims, and such as cannot be read at
  /// all. `A2` comes before `A10`.
  /// - Returns: ids with paths; nil where there is no such folder.
  /// - Throws: ``InputFailure`` where the folder cannot be read.
  public static func files(in folder: String) throws(InputFailure) -> [(id: String, path: String)]? {
    let found: [String]?
    do throws(InputFile.Problem) {
      found = try FileSystem.names(in: folder)
    } catch {
      throw InputFailure(diagnostics: [
        Diagnostic(file: folder, line: 1, column: 1, message: error.message(folder, "folder"))
      ])
    }
    guard let names = found else { return nil }
    return names.filter { $0.hasSuffix(".json5") && !$0.hasPrefix(".") }
      .map { (id: Paths.stem($0), path: Paths.resolve($0, in: folder)) }
      .filter { file in
        let input = InputReading()
        // What has no document is told of when it is loaded.
        return input.files.tree(file.path, named: nil).map { isClaim($0) } ?? true
      }
      .sorted { first, second in
        let (left, right) = (order(first.id), order(second.id))
        return (left.letters, left.number, first.id) < (right.letters, right.number, second.id)
      }
  }

  /// A name as letters and the number at its end.
  private static func order(_ id: String) -> (letters: String, number: Int) {
    let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    return (String(id.dropLast(digits.count)), Int(String(digits)) ?? 0)
  }
}
