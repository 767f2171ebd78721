/// Checks values against the schemas of one file.
///
/// It knows the keywords of JSON Schema 2020-12 that the files use, and refuses a schema with any other: a keyword that
/// nobody checks would look like a check.
struct SchemaValidator {
    /// The file, which references point into.
    let document: JSON

    /// Whether an object may have no other members than `properties` names, where `additionalProperties` says nothing.
    ///
    /// A provider may add members at any time, so its schemas are open. What a simulator or an adapter writes must
    /// stand in the file all the same.
    var allowsUnnamedMembers = false

    /// Finds everything that a schema does not allow about a value.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - schema: the schema; `true` and `false` are schemas too.
    ///   - path: where the value stands.
    /// - Returns: the problems, in the order of the keywords' names; none when it is valid.
    /// - Throws: ``SchemaError`` when the schema cannot be used.
    func problems(in value: JSON, against schema: JSON, at path: String = "$") throws -> [SchemaProblem] {
        if case .bool(let allows) = schema {
            return allows ? [] : [SchemaProblem(path: path, message: "must not be there")]
        }
        guard let keywords = schema.object else { throw SchemaError.value(of: "schema") }
        var beside = self
        // What stands beside a reference only narrows what it leads to, so it need not name every member again.
        if keywords["$ref"] != nil { beside.allowsUnnamedMembers = true }
        return try keywords.sorted { $0.key < $1.key }
            .flatMap { name, argument in
                guard let keyword = SchemaKeyword(rawValue: name) else { throw SchemaError.keyword(name) }
                let validator = keyword == .reference ? self : beside
                return try validator.problems(in: value, keyword, argument, keywords, at: path)
            }
    }

    /// What a reference inside the file leads to.
    ///
    /// - Parameter reference: `#/components/schemas/Intent`.
    /// - Returns: the value there.
    /// - Throws: ``SchemaError/reference(_:)``.
    func target(of reference: String) throws -> JSON {
        guard reference.hasPrefix("#/") else { throw SchemaError.reference(reference) }
        var target = document
        for step in String(reference.dropFirst(2)).split(separator: "/", omittingEmptySubsequences: false) {
            let name = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
            guard let next = target[name] else { throw SchemaError.reference(reference) }
            target = next
        }
        return target
    }

    /// Reads a schema and all that stands in it, so that a branch which no value ever reaches is checked too.
    ///
    /// - Parameter schema: the schema.
    /// - Throws: ``SchemaError``.
    func audit(_ schema: JSON) throws {
        if case .bool = schema { return }
        guard let keywords = schema.object else { throw SchemaError.value(of: "schema") }
        for (name, argument) in keywords {
            guard let keyword = SchemaKeyword(rawValue: name) else { throw SchemaError.keyword(name) }
            try keyword.check(argument)
            if keyword == .reference { _ = try target(of: argument.string ?? "") }
            for inner in keyword.schemas(in: argument) { try audit(inner) }
        }
    }
}
