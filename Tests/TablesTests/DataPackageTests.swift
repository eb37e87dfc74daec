import Foundation
import Tables
import Testing

@Suite struct DataPackageTests {
  let schema = TableSchema(
    name: "Runs", meaning: "a row a run",
    columns: [
      TableSchema.Column(
        "variant", .string, meaning: "name of the \"variant\"", constraints: .init(required: true)),
      TableSchema.Column(
        "vitality", .number, unit: "0–100", meaning: "composite", constraints: .init(minimum: 0, maximum: 100)
      ),
      TableSchema.Column(
        "kind", .string, meaning: "kind", constraints: .init(unique: true, choices: ["a", "b"])),
    ], key: ["variant"])

  @Test func describesEveryColumn() throws {
    let package = DataPackage(
      name: "Trade off!", title: "Trade-off", resources: [.init(path: "runs.csv", schema: schema)])
    let parsed = try JSONSerialization.jsonObject(with: Data(package.text.utf8))
    let object = try #require(parsed as? [String: Any])
    #expect(object["name"] as? String == "trade-off-")
    #expect(object["profile"] as? String == "tabular-data-package")
    let resource = try #require((object["resources"] as? [[String: Any]])?.first)
    #expect(resource["path"] as? String == "runs.csv")
    #expect(resource["name"] as? String == "runs")
    let written = try #require(resource["schema"] as? [String: Any])
    #expect(written["missingValues"] as? [String] == [""])
    #expect(written["primaryKey"] as? [String] == ["variant"])
    let fields = try #require(written["fields"] as? [[String: Any]])
    #expect(fields.map { $0["name"] as? String } == schema.header)
    #expect(fields[1]["unit"] as? String == "0–100")
    #expect(fields[1]["type"] as? String == "number")
    #expect((fields[1]["constraints"] as? [String: Any])?["maximum"] as? Double == 100)
    #expect((fields[0]["constraints"] as? [String: Any])?["required"] as? Bool == true)
    #expect((fields[2]["constraints"] as? [String: Any])?["enum"] as? [String] == ["a", "b"])
    #expect(fields[0]["description"] as? String == "name of the \"variant\"")
  }

  @Test func keepsTheOrderOfKeys() {
    let package = DataPackage(name: "p", title: "t", resources: [.init(path: "runs.csv", schema: schema)])
    #expect(package.text == package.text)
    #expect(package.text.hasPrefix("{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"p\""))
  }

  @Test func writesAwkwardTexts() throws {
    let text = "quote \" slash \\ line\n tab\t bell\u{7} 街"
    let document = OrderedJSON.object([
      ("text", .text(text)), ("list", .list([.number(1.5), .null, .flag(false), .number(.nan)])),
      ("empty", .object([])),
    ]).document
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
    #expect(parsed["text"] as? String == text)
    #expect((parsed["list"] as? [Any])?.count == 4)
  }
}
