import Foundation
import Testing

/// One object of JSON.
struct JSONObject: CustomStringConvertible {
    private let members: [String: Any]

    init(_ text: String) throws {
        members = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
    }

    private init(_ members: [String: Any]) {
        self.members = members
    }

    var keys: Set<String> { Set(members.keys) }

    var description: String { "\(members)" }

    /// The text of a member; `nil` when it is `null`, absent or something else.
    func text(_ key: String) -> String? { members[key] as? String }

    func number(_ key: String) -> Int? { members[key] as? Int }

    func bool(_ key: String) -> Bool? { members[key] as? Bool }

    func texts(_ key: String) -> [String]? { members[key] as? [String] }

    func isNull(_ key: String) -> Bool { members[key] is NSNull }

    func object(_ key: String) throws -> JSONObject {
        JSONObject(try #require(members[key] as? [String: Any], "\(key) of \(members)"))
    }
}
