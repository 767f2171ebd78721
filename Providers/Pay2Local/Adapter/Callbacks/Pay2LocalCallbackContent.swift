import StrictJSON

/// The body of a callback, read once.
///
/// Where the header covers the raw body, a callback can be authentic and still no JSON; then the reason is kept.
public struct Pay2LocalCallbackContent: Sendable {
    let body: Result<JSONValue, JSONError>

    init(_ bytes: [UInt8]) {
        body = Result { () throws(JSONError) in try JSONDocument(bytes).root }
    }

    /// The body when it is a JSON object.
    var object: JSONValue? {
        guard case .success(let root) = body, root.kind == .object else { return nil }
        return root
    }
}
