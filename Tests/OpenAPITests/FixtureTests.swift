import Foundation
import Testing

@Suite("The samples beside the adapters")
struct FixtureTests {
    @Test("are what the files describe", arguments: Fixture.all)
    func fits(fixture: Fixture) throws {
        let file = try ContractFile(fixture.file)
        let words = fixture.place.split(separator: " ").map(String.init)
        let operation = try file.operation(words[0])
        let content = words[1] == "body" ? operation.body?.content : operation.answers[words[1]]?.content
        let schema = try #require(content?["application/json"]?.schema)
        let sample = try JSON(Array(try Data(contentsOf: Fixture.folder.appending(path: fixture.path))))
        #expect(try file.validator.problems(in: sample, against: schema).isEmpty)
    }

    @Test("are all looked at")
    func complete() throws {
        let paths = try ["Pay2Local/Fixtures", "SMSPay/Fixtures"]
            .flatMap { folder in
                try FileManager.default.contentsOfDirectory(atPath: Fixture.folder.appending(path: folder).path)
                    .map { "\(folder)/\($0)" }
            }
        #expect(paths.sorted() == Fixture.all.map(\.path).sorted())
    }
}
