public import HTTPTypes

/// Carries a callback to the merchant.
///
/// An implementation sends the bytes as they are, follows no redirects, and keeps a deadline of its own.
public protocol CallbackTransport: Sendable {
    /// Posts a body once.
    ///
    /// - Parameters:
    ///   - body: the bytes.
    ///   - headers: all headers.
    ///   - url: the merchant's callback URL.
    /// - Returns: the answer, whatever its status.
    /// - Throws: when no answer came.
    func post(_ body: [UInt8], headers: HTTPFields, to url: String) async throws -> CallbackAnswer
}
