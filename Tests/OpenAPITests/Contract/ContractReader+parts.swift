/// The parts of an operation.
extension ContractReader {
    mutating func parameter(_ value: JSON, at place: String) throws -> Parameter {
        let known: Set = ["name", "in", "required", "description", "schema", "example"]
        let members = try Self.members(of: try resolved(value), at: "\(place) parameter", among: known)
        guard let name = members["name"]?.string,
            let position = members["in"]?.string.flatMap(Parameter.Place.init(rawValue:)),
            let schema = members["schema"]
        else { throw ContractError(place: "\(place) parameter", problem: "must have name, in and schema") }
        note(schema, at: "\(place) \(name)")
        if let example = members["example"] { noteExample(example, of: schema, at: "\(place) \(name)") }
        return Parameter(
            name: name,
            place: position,
            isRequired: members["required"] == .bool(true),
            schema: schema
        )
    }

    mutating func body(_ value: JSON, at place: String) throws -> Body {
        let known: Set = ["description", "required", "content"]
        let members = try Self.members(of: try resolved(value), at: "\(place) body", among: known)
        return Body(
            isRequired: members["required"] == .bool(true),
            content: try content(members["content"], at: "\(place) body")
        )
    }

    mutating func answer(_ value: JSON, at place: String) throws -> Answer {
        let members = try Self.members(
            of: try resolved(value),
            at: place,
            among: ["description", "headers", "content"]
        )
        guard members["description"]?.string != nil else {
            throw ContractError(place: place, problem: "has no description")
        }
        var headers: [Parameter] = []
        for (name, header) in members["headers"]?.object ?? [:] {
            let known: Set = ["description", "required", "schema"]
            let members = try Self.members(of: try resolved(header), at: "\(place) \(name)", among: known)
            guard let schema = members["schema"] else {
                throw ContractError(place: "\(place) \(name)", problem: "has no schema")
            }
            note(schema, at: "\(place) \(name)")
            let isRequired = members["required"] == .bool(true)
            headers.append(Parameter(name: name, place: .header, isRequired: isRequired, schema: schema))
        }
        return Answer(headers: headers, content: try members["content"].map { try content($0, at: place) } ?? [:])
    }

    private mutating func content(_ value: JSON?, at place: String) throws -> [String: MediaType] {
        guard let types = value?.object, !types.isEmpty else {
            throw ContractError(place: place, problem: "has no content")
        }
        var content: [String: MediaType] = [:]
        for (type, value) in types {
            let members = try Self.members(of: value, at: place, among: ["schema", "examples"])
            if let schema = members["schema"] { note(schema, at: place) }
            for (name, example) in members["examples"]?.object ?? [:] {
                let example = try Self.members(of: try resolved(example), at: place, among: ["summary", "value"])
                guard let value = example["value"], let schema = members["schema"] else {
                    throw ContractError(place: place, problem: "the example \(name) has no value, or no schema to fit")
                }
                noteExample(value, of: schema, at: "\(place) \(name)")
            }
            content[type] = MediaType(schema: members["schema"])
        }
        return content
    }

    /// The headers that a security requirement asks for.
    func credentials(_ value: JSON?, at place: String) throws -> [[Credential]] {
        try (value?.array ?? [])
            .map { requirement in
                try (requirement.object ?? [:]).keys.sorted()
                    .map { name in
                        let scheme = try SchemaValidator(document: document)
                            .target(of: "#/components/securitySchemes/\(name)")
                        switch (
                            scheme["type"]?.string, scheme["in"]?.string, scheme["name"]?.string,
                            scheme["scheme"]?.string
                        ) {
                        case ("apiKey", "header", let header?, nil):
                            return Credential(header: header.lowercased(), prefix: "")
                        case ("http", nil, nil, "bearer"): return Credential(header: "authorization", prefix: "Bearer ")
                        default:
                            throw ContractError(place: place, problem: "the security scheme \(name) is not known here")
                        }
                    }
            }
    }

    /// The components that nothing refers to.
    func unusedComponents() -> [String] {
        let used = Self.references(in: document)
        return (document["components"]?.object ?? [:])
            .flatMap { section, components in
                (components.object ?? [:]).keys.map { "#/components/\(section)/\($0)" }
            }
            .filter { !$0.hasPrefix("#/components/securitySchemes/") && !used.contains($0) }
            .sorted()
    }

    static func references(in value: JSON) -> Set<String> {
        switch value {
        case .object(let members):
            members.reduce(into: []) { found, member in
                if member.key == "$ref", let reference = member.value.string { found.insert(reference) }
                found.formUnion(references(in: member.value))
            }
        case .array(let elements): elements.reduce(into: []) { $0.formUnion(references(in: $1)) }
        case .null, .bool, .number, .string: []
        }
    }
}
