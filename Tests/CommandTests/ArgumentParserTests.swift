import Testing

@testable import cogov

struct ArgumentParserTests {
  private func parse(_ words: String...) throws -> ParsedArguments {
    try ArgumentParser.parse(words[...], for: .batch)
  }

  private func message(_ words: String..., command: Command = .batch) -> String? {
    #expect(throws: UsageError.self) { try ArgumentParser.parse(words[...], for: command) }?.message
  }

  @Test func longAndShortFormsAreOne() throws {
    let expected = try parse("file", "--threads", "4", "--quiet", "--out", "x")
    #expect(try parse("file", "--threads=4", "--quiet", "--out=x") == expected)
    #expect(try parse("-j4", "-q", "-o", "x", "file") == expected)
    #expect(try parse("-qj", "4", "-ox", "file") == expected)
    #expect(try parse("-qj=4", "-o=x", "file") == expected)
  }

  @Test func valuesAreKept() throws {
    let parsed = try parse(
      "--set", "a=1", "file", "--set=b=2=3", "--out", "-", "--seed", "18446744073709551615")
    #expect(parsed.operands == ["file"])
    #expect(parsed.all("set") == ["a=1", "b=2=3"])
    #expect(parsed.text("out") == "-")
    #expect(parsed.seed("seed") == .max)
    #expect(parsed.count("threads") == nil)
  }

  @Test func afterTwoDashesAllAreOperands() throws {
    #expect(try parse("--", "--force").operands == ["--force"])
    #expect(try parse("-").operands == ["-"])
  }

  @Test func helpNeedsNothingElse() throws {
    #expect(try parse("--help").has("help"))
    #expect(try parse("-h", "a", "b").has("help"))
  }

  @Test func mistakesAreTold() {
    #expect(message("f", "--thraeds", "4") == "unknown option '--thraeds'; did you mean '--threads'?")
    #expect(message("f", "--zzzzzz") == "unknown option '--zzzzzz'")
    #expect(message("f", "-x") == "unknown option '-x'")
    #expect(message("f", "-resume") == "unknown option '-r'; did you mean '--resume'?")
    #expect(message("f", "--threads") == "option '--threads' needs a value: --threads N")
    #expect(message("f", "--out", "--quiet") == "option '--out' needs a value: --out DIR")
    #expect(message("f", "--quiet=yes") == "option '--quiet' takes no value")
    // A word that replaces files elsewhere would not do so here.
    for word in ["--force", "-f"] {
      let text =
        "unknown option '\(word)'; results are never replaced: --beside puts new ones into a folder beside them"
      #expect(message("f", word) == text)
      #expect(message("f", word, command: .run) == text)
    }
    #expect(message("f", "--threads=0") == "--threads: '0' is not a whole number from 1 to 4096")
    #expect(message("f", "-j", "two") == "--threads: 'two' is not a whole number from 1 to 4096")
    #expect(
      message("f", "--replicates", "-3") == "--replicates: '-3' is not a whole number from 1 to 1000000")
    #expect(message("f", "--seed=-1") == "--seed: '-1' is not a whole number from 0 to 18446744073709551615")
    #expect(message("f", "--seed=1.5")?.contains("is not a whole number") == true)
    #expect(message("f", "--out=") == "--out: '' is empty")
    #expect(message("f", "-j1", "-j2") == "option '--threads' is given twice")
    #expect(message("f", "g") == "too many arguments: 'g' is not expected")
    #expect(message() == "PATH is missing: cogov batch PATH")
    #expect(message("", command: .run) == "FILE: '' is empty")
    #expect(
      message("fihs", command: .completions)
        == "SHELL: 'fihs' is none of: bash, zsh, fish; did you mean 'fish'?")
    #expect(message(command: .validate) == "FILE is missing: cogov validate FILE...")
  }
}
