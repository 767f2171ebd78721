public import HTTPTypes

/// One callback as it will be sent, body and signature made; retries and duplicates repeat it byte for byte.
public struct OutgoingCallback: Sendable {
    /// The provider's id of the payment that it is about; callbacks of one payment leave in order.
    public let paymentID: String
    /// What it says, in the provider's word.
    public let event: String
    /// All headers, the signature included.
    public let headers: HTTPFields
    /// The body's bytes.
    public let body: [UInt8]

    /// Describes a callback.
    ///
    /// - Parameters:
    ///   - paymentID: the provider's id of the payment.
    ///   - event: what it says.
    ///   - headers: all headers.
    ///   - body: the body's bytes.
    public init(paymentID: String, event: String, headers: HTTPFields, body: [UInt8]) {
        self.paymentID = paymentID
        self.event = event
        self.headers = headers
        self.body = body
    }
}

extension OutgoingCallback: CustomStringConvertible, CustomReflectable {
    /// What it says about which payment; no body, no header.
    public var description: String { "\(event) of \(paymentID)" }

    /// As ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["event": event, "paymentID": paymentID]) }
}
