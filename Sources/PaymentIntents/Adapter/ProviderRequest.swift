public import HTTPTypes

/// An HTTP request to a provider, ready to be sent.
///
/// Its description shows the method and the address only: headers carry credentials.
public struct ProviderRequest: Sendable, Hashable {
    /// The method.
    public var method: HTTPRequest.Method

    /// The absolute address.
    public var url: String

    /// The header fields.
    public var headers: HTTPFields

    /// The body; empty when there is none.
    public var body: [UInt8]

    /// Collects a request.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - url: The absolute address.
    ///   - headers: The header fields.
    ///   - body: The body.
    public init(method: HTTPRequest.Method, url: String, headers: HTTPFields, body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

extension ProviderRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The method and the address without its query.
    public var description: String { "\(method.rawValue) \(url.prefix { $0 != "?" })" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
