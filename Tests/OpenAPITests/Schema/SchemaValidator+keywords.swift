import Foundation

extension SchemaValidator {
    /// Checks a value against one keyword. A keyword that is about another type says nothing about the value.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - keyword: the keyword.
    ///   - argument: the keyword's value.
    ///   - siblings: all keywords of the schema.
    ///   - path: where the value stands.
    /// - Returns: the problems.
    /// - Throws: ``SchemaError`` when the schema cannot be used.
    func problems(
        in value: JSON,
        _ keyword: SchemaKeyword,
        _ argument: JSON,
        _ siblings: [String: JSON],
        at path: String
    ) throws -> [SchemaProblem] {
        try keyword.check(argument)
        func unless(_ holds: Bool, _ message: @autoclosure () -> String) -> [SchemaProblem] {
            holds ? [] : [SchemaProblem(path: path, message: message())]
        }
        switch (keyword, value) {
        case (.reference, _):
            return try problems(in: value, against: try target(of: argument.string ?? ""), at: path)
        case (.type, _):
            let types = SchemaType.names(in: argument)
            return unless(types.contains { $0.holds(for: value) }, "must be of type \(argument), is \(value)")
        case (.enum, _):
            return unless(argument.array?.contains(value) == true, "must be one of \(argument), is \(value)")
        case (.const, _): return unless(argument == value, "must be \(argument), is \(value)")
        case (.anyOf, _), (.oneOf, _):
            return try problems(in: value, ofBranches: argument.array ?? [], exactlyOne: keyword == .oneOf, at: path)
        case (.properties, .object(let members)):
            return try problems(in: members, named: argument.object ?? [:], siblings, at: path)
        case (.required, .object(let members)):
            let missing = (argument.array ?? []).compactMap(\.string).filter { members[$0] == nil }
            return missing.map { SchemaProblem(path: "\(path).\($0)", message: "is missing") }
        case (.additionalProperties, .object(let members)):
            let named = siblings["properties"]?.object ?? [:]
            return try members.filter { named[$0.key] == nil }.sorted { $0.key < $1.key }
                .flatMap { name, member in
                    try problems(in: member, against: argument, at: "\(path).\(name)")
                }
        case (.items, .array(let elements)):
            return try elements.enumerated()
                .flatMap { position, element in
                    try problems(in: element, against: argument, at: "\(path)[\(position)]")
                }
        case (.minItems, .array(let elements)):
            return unless(Decimal(elements.count) >= argument.number ?? 0, "has fewer elements than \(argument)")
        case (.pattern, .string(let text)):
            let pattern = argument.string ?? ""
            return unless(try Regex(pattern).firstMatch(in: text) != nil, "must match \(pattern), is \(value)")
        case (.format, .string(let text)):
            let format = argument.string.flatMap(SchemaFormat.init(rawValue:))
            return unless(format?.holds(for: text) == true, "must be a \(argument), is \(value)")
        case (.minLength, .string(let text)):
            return unless(Decimal(text.unicodeScalars.count) >= argument.number ?? 0, "is shorter than \(argument)")
        case (.maxLength, .string(let text)):
            return unless(Decimal(text.unicodeScalars.count) <= argument.number ?? 0, "is longer than \(argument)")
        case (.minimum, .number(let number)):
            return unless(number >= argument.number ?? 0, "must be at least \(argument), is \(value)")
        case (.maximum, .number(let number)):
            return unless(number <= argument.number ?? 0, "must be at most \(argument), is \(value)")
        default: return []
        }
    }

    private func problems(
        in members: [String: JSON],
        named properties: [String: JSON],
        _ siblings: [String: JSON],
        at path: String
    ) throws -> [SchemaProblem] {
        let isClosedByUs = !allowsUnnamedMembers && siblings["additionalProperties"] == nil
        return try members.sorted { $0.key < $1.key }
            .flatMap { name, member -> [SchemaProblem] in
                if let schema = properties[name] {
                    return try problems(in: member, against: schema, at: "\(path).\(name)")
                }
                return isClosedByUs ? [SchemaProblem(path: "\(path).\(name)", message: "is not documented")] : []
            }
    }

    private func problems(
        in value: JSON,
        ofBranches branches: [JSON],
        exactlyOne: Bool,
        at path: String
    ) throws -> [SchemaProblem] {
        let found = try branches.map { try problems(in: value, against: $0, at: path) }
        let fitting = found.filter(\.isEmpty).count
        if fitting == 1 || fitting > 1 && !exactlyOne { return [] }
        if fitting > 1 { return [SchemaProblem(path: path, message: "fits \(fitting) of the alternatives, not one")] }
        // The alternative that comes closest is most likely the one that was meant.
        return found.min { $0.count < $1.count } ?? []
    }
}
