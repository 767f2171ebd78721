import Foundation

/// A JSON value, whatever it was written in: a YAML file or the bytes of a message. Numbers are exact.
enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Decimal)
    case string(String)
    case array([JSON])
    case object([String: JSON])
}

extension JSON {
    /// The member of this name, if the value is an object that has it.
    subscript(name: String) -> JSON? { object?[name] }

    var object: [String: JSON]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    var array: [JSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// A number that was checked to be one of RFC 8259; `nil` when it is too large to be exact.
    static func number(token: String) -> JSON? {
        Decimal(string: token).map(JSON.number)
    }
}

extension JSON: CustomStringConvertible {
    /// The value as it would be written, members in the order of their names.
    var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let text): "\"\(text)\""
        case .array(let elements): "[" + elements.map(\.description).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
        }
    }
}
