public import Foundation

/// One member of a request body, of whatever type the client sent.
public enum RequestField: Sendable, Equatable {
    /// A string.
    case text(String)
    /// A number, exact.
    case number(Decimal)
    /// `null`.
    case null
    /// A boolean, a list or an object: no documented field is one.
    case other

    /// The members of a JSON object.
    ///
    /// - Parameter body: the request body.
    /// - Returns: the members by name; `nil` when the body is not a JSON object.
    public static func fields(of body: [UInt8]) -> [String: RequestField]? {
        try? JSONDecoder().decode([String: RequestField].self, from: Data(body))
    }
}

extension RequestField: Decodable {
    /// Reads whatever stands there.
    public init(from decoder: any Decoder) throws {
        guard let container = try? decoder.singleValueContainer() else {
            self = .other
            return
        }
        if container.decodeNil() {
            self = .null
        } else if let number = try? container.decode(Decimal.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .other
        }
    }
}
