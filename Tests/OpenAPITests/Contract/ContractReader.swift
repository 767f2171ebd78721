/// Reads a file object by object, and refuses each member that nothing here reads: a slip of the pen is not overlooked.
struct ContractReader {
    let document: JSON
    private(set) var schemas: [(place: String, schema: JSON)] = []
    private(set) var examples: [(place: String, value: JSON, schema: JSON)] = []
    private let root: [String: JSON]

    init(_ document: JSON) throws {
        self.document = document
        root = try Self.members(
            of: document,
            at: "the file",
            among: ["openapi", "info", "servers", "security", "tags", "paths", "webhooks", "components"]
        )
        guard root["openapi"]?.string?.hasPrefix("3.1.") == true else {
            throw ContractError(place: "openapi", problem: "must be 3.1")
        }
        let info = try Self.members(
            of: root["info"],
            at: "info",
            among: ["title", "version", "summary", "description"]
        )
        guard info["title"]?.string != nil, info["version"]?.string != nil else {
            throw ContractError(place: "info", problem: "must have a title and a version")
        }
    }

    func server() throws -> String {
        let servers = try (root["servers"]?.array ?? [])
            .map {
                try Self.members(of: $0, at: "servers", among: ["url", "description"])
            }
        guard let url = servers.first?["url"]?.string else { throw ContractError(place: "servers", problem: "no url") }
        return url
    }

    /// Reads all paths and webhooks.
    mutating func operations() throws -> [Operation] {
        var operations: [Operation] = []
        for (section, isWebhook) in [("paths", false), ("webhooks", true)] {
            for (path, item) in (root[section]?.object ?? [:]).sorted(by: { $0.key < $1.key }) {
                let methods = try Self.members(of: item, at: path, among: ["get", "head", "post"])
                for (method, value) in methods.sorted(by: { $0.key < $1.key }) {
                    operations.append(try operation(value, method.uppercased(), path, isWebhook))
                }
            }
        }
        let ids = operations.map(\.id)
        guard Set(ids).count == ids.count else {
            throw ContractError(place: "operationId", problem: "one is used for two operations")
        }
        return operations
    }

    /// Reads the components that are schemas of their own; the others are read where they are referred to.
    mutating func readComponents() throws {
        let sections = try Self.members(
            of: root["components"],
            at: "components",
            among: ["securitySchemes", "parameters", "requestBodies", "responses", "schemas", "examples"]
        )
        for (name, schema) in sections["schemas"]?.object ?? [:] { note(schema, at: name) }
    }

    private mutating func operation(
        _ value: JSON,
        _ method: String,
        _ path: String,
        _ isWebhook: Bool
    ) throws -> Operation {
        let names = [
            "operationId", "tags", "summary", "description", "security", "parameters", "requestBody", "responses",
        ]
        let members = try Self.members(of: value, at: "\(method) \(path)", among: Set(names))
        guard let id = members["operationId"]?.string else {
            throw ContractError(place: "\(method) \(path)", problem: "has no operationId")
        }
        var parameters: [Parameter] = []
        for parameter in members["parameters"]?.array ?? [] { parameters.append(try self.parameter(parameter, at: id)) }
        let written = Set(path.matches(of: /\{([^}]*)\}/).map { String($0.1) })
        let declared = parameters.filter { $0.place == .path }
        guard isWebhook || written == Set(declared.map(\.name)) && declared.allSatisfy(\.isRequired) else {
            throw ContractError(place: id, problem: "the path's parameters are not the declared ones")
        }
        var answers: [String: Answer] = [:]
        for (status, answer) in members["responses"]?.object ?? [:] {
            guard status.wholeMatch(of: /[1-5][0-9]{2}/) != nil else {
                throw ContractError(place: id, problem: "\(status) is no status code")
            }
            answers[status] = try self.answer(answer, at: "\(id) \(status)")
        }
        guard !answers.isEmpty else { throw ContractError(place: id, problem: "has no responses") }
        return Operation(
            id: id,
            method: method,
            path: path,
            isWebhook: isWebhook,
            credentials: try credentials(members["security"] ?? root["security"], at: id),
            parameters: parameters,
            body: try members["requestBody"].map { try body($0, at: id) },
            answers: answers
        )
    }

    /// Notes a schema and the examples inside it.
    mutating func note(_ schema: JSON, at place: String) {
        schemas.append((place, schema))
        noteExamples(in: schema, at: place)
    }

    private mutating func noteExamples(in schema: JSON, at place: String) {
        for example in schema["examples"]?.array ?? [] { examples.append((place, example, schema)) }
        for (name, argument) in schema.object ?? [:] {
            for inner in SchemaKeyword(rawValue: name)?.schemas(in: argument) ?? [] {
                noteExamples(in: inner, at: place)
            }
        }
    }

    mutating func noteExample(_ value: JSON, of schema: JSON, at place: String) {
        examples.append((place, value, schema))
    }

    /// What stands behind a reference, or the value itself.
    func resolved(_ value: JSON) throws -> JSON {
        guard let reference = value["$ref"]?.string else { return value }
        return try SchemaValidator(document: document).target(of: reference)
    }

    /// The members of an object.
    ///
    /// - Throws: ``ContractError`` when it is none, or has a member that is not one of these.
    static func members(of value: JSON?, at place: String, among names: Set<String>) throws -> [String: JSON] {
        guard let members = value?.object else { throw ContractError(place: place, problem: "must be an object") }
        if let stranger = members.keys.sorted().first(where: { !names.contains($0) }) {
            throw ContractError(place: place, problem: "has a member that is not known here: \(stranger)")
        }
        return members
    }
}
