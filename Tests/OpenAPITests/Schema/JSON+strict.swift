import StrictJSON

extension JSON {
    /// Reads the bytes of a message.
    ///
    /// - Parameter bytes: the whole body.
    /// - Throws: `JSONError`, or ``SchemaError/number(_:)``.
    init(_ bytes: [UInt8]) throws {
        try self.init(try JSONDocument(bytes, limits: JSONLimits(maximumByteCount: 1 << 20)).root)
    }

    private init(_ value: JSONValue) throws {
        switch value.kind {
        case .null: self = .null
        case .bool: self = .bool(value.bool == true)
        case .string: self = .string(value.string ?? "")
        case .number:
            let token = value.number ?? ""
            guard let number = JSON.number(token: token) else { throw SchemaError.number(token) }
            self = number
        case .array: self = .array(try (value.elements.map(Array.init) ?? []).map { try JSON($0) })
        case .object:
            var members: [String: JSON] = [:]
            if let written = value.members {
                for (name, member) in written { members[name] = try JSON(member) }
            }
            self = .object(members)
        }
    }
}
