import Foundation
import NIOHTTP1

/// What the simulator answered.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let text: String

    struct MissingMember: Error {
        let name: String
    }

    /// A member of the JSON body.
    func member(_ name: String) throws -> Any {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        guard let value = object?[name] else { throw MissingMember(name: name) }
        return value
    }

    /// A member that is a string.
    func string(_ name: String) throws -> String {
        guard let text = try member(name) as? String else { throw MissingMember(name: name) }
        return text
    }

    /// The HTTP header's value.
    func header(_ name: String) -> String? { headers.first(name: name) }
}
