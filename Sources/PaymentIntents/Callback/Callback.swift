public import HTTPTypes

/// An HTTP request that claims to come from a provider: raw bytes and headers, believed by nobody yet.
///
/// Its description shows lengths only: headers carry credentials, and bodies carry phone numbers.
public struct Callback: Sendable {
    /// The header fields, repeated ones included.
    public let headers: HTTPFields

    /// The body exactly as it arrived. Signatures are computed over these bytes and over nothing else.
    public let body: [UInt8]

    /// Takes a request.
    ///
    /// - Parameters:
    ///   - headers: The header fields.
    ///   - body: The body exactly as it arrived.
    public init(headers: HTTPFields, body: [UInt8]) {
        self.headers = headers
        self.body = body
    }

    /// The one value of a header.
    ///
    /// - Parameter name: The header's name, in any case.
    /// - Returns: The value as it stands, or `nil` when there is no such header.
    /// - Throws: ``CallbackRefusal`` when it is there more than once: whoever reads the first and whoever reads the
    ///   last would disagree.
    public func header(_ name: HTTPField.Name) throws(CallbackRefusal) -> String? {
        // Most names differ in length already. Only the field that fits is copied out.
        let length = name.canonicalName.utf8.count
        var found: HTTPFields.Index?
        for index in headers.indices
        where headers[index].name.canonicalName.utf8.count == length && headers[index].name == name {
            guard found == nil else { throw CallbackRefusal(.repeated, check: name.canonicalName) }
            found = index
        }
        return found.map { headers[$0].value }
    }
}

extension Callback: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The number of header fields and the length of the body.
    public var description: String { "\(headers.count) header fields, \(body.count) bytes" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
