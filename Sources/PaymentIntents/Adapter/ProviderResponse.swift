public import HTTPTypes

/// An HTTP response of a provider, read to its end and believed by nobody yet.
public struct ProviderResponse: Sendable, Hashable {
    /// The HTTP status code.
    public var status: Int

    /// The header fields.
    public var headers: HTTPFields

    /// The body.
    public var body: [UInt8]

    /// Collects a response.
    ///
    /// - Parameters:
    ///   - status: The HTTP status code.
    ///   - headers: The header fields.
    ///   - body: The body.
    public init(status: Int, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Whether the HTTP status code is one of 200 to 299.
    public var isSuccessful: Bool { (200..<300).contains(status) }
}

extension ProviderResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The status code and the length of the body.
    public var description: String { "status \(status), \(body.count) bytes" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
