import HTTPTypes
import PaymentGateway

/// The headers of a callback as the inbox keeps them: pairs of name and value, in order, as JSON.
///
/// Some providers send our own credentials along. Those values are secrets and do not go into the store: `null` stands
/// in their place.
enum HeaderDocument {
    private static let secretNames: Set = [
        "authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key",
    ]
    private static let secretPrefix = "x-authorization-"

    /// The text to store.
    ///
    /// - Parameter headers: The headers as they arrived.
    /// - Returns: The JSON text.
    static func text(of headers: HTTPFields) -> String {
        JSONText.of(
            headers.map { field in
                let name = field.name.canonicalName
                let isSecret = secretNames.contains(name) || name.hasPrefix(secretPrefix)
                return [field.name.rawName, isSecret ? nil : field.value]
            }
        )
    }
}
