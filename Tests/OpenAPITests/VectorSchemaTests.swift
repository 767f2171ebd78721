import Foundation
import Testing

/// The adapters' vectors lie beside the OpenAPI files, and have a schema of their own.
@Suite("The schema of the vectors")
struct VectorSchemaTests {
    private static let folder: URL = {
        var folder = URL(filePath: #filePath)
        for _ in 1...3 { folder.deleteLastPathComponent() }
        return folder.appending(path: "Contracts/Vectors")
    }()

    private static func json(_ path: String) throws -> JSON {
        try JSON(Array(try Data(contentsOf: folder.appending(path: path))))
    }

    /// The schema, without what names the dialect and which the validator does not check.
    private static func schema() throws -> JSON {
        guard var members = try json("vectors.schema.json").object else { throw SchemaError.value(of: "schema") }
        members["$schema"] = nil
        members["$defs"] = nil
        return .object(members)
    }

    private static func validator() throws -> SchemaValidator {
        SchemaValidator(document: try json("vectors.schema.json"), allowsUnnamedMembers: true)
    }

    @Test("uses no keyword that nobody checks")
    func audited() throws {
        let validator = try Self.validator()
        try validator.audit(try Self.schema())
        let definitions = try #require(validator.document["$defs"]?.object)
        for definition in definitions.values { try validator.audit(definition) }
    }

    @Test("describes every file", arguments: ["smspay", "pay2local"])
    func files(adapter: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: adapter).path)
            .filter { $0.hasSuffix(".json") }
        #expect(names.count >= 6)
        var count = 0
        for name in names.sorted() {
            let file = try Self.json("\(adapter)/\(name)")
            #expect(try Self.validator().problems(in: file, against: try Self.schema(), at: name).isEmpty)
            count += file["vectors"]?.array?.count ?? 0
        }
        #expect(count >= 120)
    }

    @Test("refuses a member that it does not name, wherever it stands")
    func strangeMember() throws {
        guard var file = try Self.json("smspay/requests.json").object, let vectors = file["vectors"]?.array,
            var first = vectors.first?.object
        else {
            Issue.record("there are no vectors")
            return
        }
        first["expectation"] = .bool(true)
        file["vectors"] = .array([.object(first)])
        #expect(try !Self.validator().problems(in: .object(file), against: try Self.schema()).isEmpty)
    }
}
