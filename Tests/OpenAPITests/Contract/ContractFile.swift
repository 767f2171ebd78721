import Foundation

/// One of the OpenAPI files, read.
struct ContractFile: Sendable {
    /// `smspay.yaml`.
    let name: String

    /// The URL that every path is put behind.
    let server: String
    let operations: [Operation]
    let validator: SchemaValidator

    /// Every schema of the file, and where it stands.
    let schemas: [(place: String, schema: JSON)]

    /// Every example of the file with the schema that it has to fit, and where it stands.
    let examples: [(place: String, value: JSON, schema: JSON)]

    /// Every component that nothing in the file refers to.
    let unusedComponents: [String]

    /// The names of all files.
    static let names = ["callbacks.yaml", "pay2local.yaml", "smspay.yaml"]

    /// The folder of the files.
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Contracts/OpenAPI")

    /// Reads a file of the folder.
    ///
    /// - Parameter name: its name.
    /// - Throws: when it cannot be read; ``ContractError`` or ``SchemaError`` for anything in it that is not known here.
    init(_ name: String) throws {
        try self.init(name, yaml: try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8))
    }

    /// Reads the text of a file.
    init(_ name: String, yaml: String) throws {
        var reader = try ContractReader(JSON(yaml: yaml))
        server = try reader.server()
        operations = try reader.operations()
        try reader.readComponents()
        self.name = name
        validator = SchemaValidator(document: reader.document)
        schemas = reader.schemas
        examples = reader.examples
        unusedComponents = reader.unusedComponents()
    }

    /// The operation of this id.
    func operation(_ id: String) throws -> Operation {
        guard let operation = operations.first(where: { $0.id == id }) else {
            throw ContractError(place: name, problem: "has no operation \(id)")
        }
        return operation
    }

    /// Every answer that the file documents, as ``ContractCheck`` counts them: `createIntent 201`.
    var documentedAnswers: Set<String> {
        Set(operations.flatMap { operation in operation.answers.keys.map { "\(operation.id) \($0)" } })
    }
}
