public import Foundation
public import HTTPTypes

/// A request that reached a simulator, for assertions; credentials are never kept.
public struct ReceivedRequest: Sendable {
    /// The method, `POST`.
    public let method: String
    /// The path without the query.
    public let path: String
    /// The query without the question mark, still encoded.
    public let query: String?
    /// The headers; the values of credentials are hidden.
    public let headers: HTTPFields
    /// The body's bytes.
    public let body: [UInt8]
    /// The status code that was decided on; a fault may have kept it from the client.
    public let status: Int
    /// When it was decided, on the simulator's clock.
    public let decidedAt: Date
}

extension ReceivedRequest: CustomStringConvertible, CustomReflectable {
    /// Method, path and status; no header, no body.
    public var description: String { "\(method) \(path): \(status)" }

    /// As ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["summary": description]) }
}
