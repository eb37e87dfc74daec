import Testing

@testable import cogov

struct HelpTests {
  @Test(arguments: Command.all.map(\.name))
  func everyPageFitsEightyColumns(name: String) throws {
    let page = HelpText.page(of: try Command.named(name))
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(TextLayout.width(String(line)) <= 80)
    }
    #expect(page.hasSuffix("\n"))
  }

  @Test(arguments: Command.all.map(\.name))
  func everyOptionIsExplained(name: String) throws {
    let command = try Command.named(name)
    let page = HelpText.page(of: command)
    for option in command.allOptions {
      #expect(page.contains("--\(option.name)"))
      #expect(option.meaning.hasSuffix("."))
    }
    for operand in command.operands { #expect(page.contains(operand.name)) }
    #expect(command.summary.hasSuffix("."))
  }

  @Test func optionsAreToldApart() {
    for command in Command.all {
      let names = command.allOptions.map(\.name)
      let shorts = command.allOptions.compactMap(\.short)
      #expect(Set(names).count == names.count)
      #expect(Set(shorts).count == shorts.count)
    }
    #expect(Set(Command.all.map(\.name)).count == Command.all.count)
  }

  @Test func theOverviewNamesAllCommands() {
    let page = HelpText.overview(Command.all)
    for command in Command.all { #expect(page.contains("  \(command.name) ")) }
    #expect(page.split(separator: "\n").allSatisfy { TextLayout.width(String($0)) <= 80 })
  }

  @Test func allWaysToHelpAgree() {
    let page = HelpText.page(of: .batch)
    #expect(Captured.run("batch", "--help").output == page)
    #expect(Captured.run("batch", "-h").output == page)
    #expect(Captured.run("help", "batch").output == page)
    #expect(Captured.run("help").output == Captured.run("--help").output)
  }

  @Test func completionsKnowEveryWord() {
    for shell in ["bash", "zsh", "fish"] {
      let script = Captured.run("completions", shell).output
      for command in Command.all {
        #expect(script.contains(command.name))
        for option in command.allOptions { #expect(script.contains(option.name)) }
      }
    }
  }
}
