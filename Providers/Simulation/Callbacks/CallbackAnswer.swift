/// What the merchant answered to a callback.
public struct CallbackAnswer: Sendable, Hashable {
    /// The HTTP status code.
    public let status: Int
    /// The body's bytes, at most 64 KiB.
    public let body: [UInt8]

    /// Describes an answer.
    ///
    /// - Parameters:
    ///   - status: the HTTP status code.
    ///   - body: the body's bytes.
    public init(status: Int, body: [UInt8] = []) {
        self.status = status
        self.body = body
    }

    /// Whether the callback counts as delivered: any 2xx.
    public var acknowledges: Bool { (200..<300).contains(status) }
}
