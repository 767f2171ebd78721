import Foundation
import Testing

@Suite("Each OpenAPI file")
struct ContractFileTests {
    @Test(
        "is OpenAPI 3.1 that is wholly known here, and every reference leads somewhere",
        arguments: ContractFile.names
    )
    func wellFormed(name: String) throws {
        let file = try ContractFile(name)
        #expect(!file.operations.isEmpty)
        for (place, schema) in file.schemas {
            #expect(throws: Never.self, "\(place)") { try file.validator.audit(schema) }
        }
        for reference in ContractReader.references(in: file.validator.document) {
            #expect(throws: Never.self) { try file.validator.target(of: reference) }
        }
    }

    @Test("has only examples that fit their schemas", arguments: ContractFile.names)
    func examples(name: String) throws {
        let file = try ContractFile(name)
        #expect(!file.examples.isEmpty)
        for (place, value, schema) in file.examples {
            let problems = try file.validator.problems(in: value, against: schema)
            #expect(problems.isEmpty, "\(place)")
        }
    }

    @Test("has no component that nothing refers to", arguments: ContractFile.names)
    func components(name: String) throws {
        #expect(try ContractFile(name).unusedComponents == [])
    }

    @Test("is one of those that are checked")
    func names() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: ContractFile.folder.path)
        #expect(files.filter { $0 != "README.md" }.sorted() == ContractFile.names)
    }
}
