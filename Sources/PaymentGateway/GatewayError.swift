public import PaymentIntents

/// Why the gateway did not do what it was asked to.
public struct GatewayError: Error, Sendable {
    /// What kind of error it is. The names are the ones that merchants script against.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// A field of the request is wrong; the message names it. Nothing was recorded or sent.
        case invalidRequest
        /// No account can carry such a payment.
        case unsupported
        /// The idempotency key was used for another request.
        case idempotencyMismatch
        /// The same request is being worked on right now.
        case inProgress
        /// There is no such payment.
        case notFound
        /// The provider said no, for good.
        case refusedByProvider
        /// No provider could be reached; nothing was accepted.
        case providerUnavailable
        /// The provider takes no more requests for now; nothing was accepted.
        case rateLimited
        /// The provider may or may not have accepted the payment. It is being found out.
        case outcomeUnknown
        /// The configuration is wrong.
        case configuration
        /// The store cannot be used right now.
        case storeUnavailable
        /// A callback is not authentic.
        case callbackRefused
    }

    /// What kind of error it is.
    public var code: Code

    /// A sentence for the merchant. It holds no secret and no phone number.
    public var message: String

    /// The payment that it is about, when one was recorded.
    public var paymentID: PaymentID?

    /// What led to it.
    public var cause: (any Error)?

    /// Reports an error.
    ///
    /// - Parameters:
    ///   - code: What kind of error it is.
    ///   - message: A sentence for the merchant.
    ///   - paymentID: The payment that it is about.
    ///   - cause: What led to it.
    public init(_ code: Code, _ message: String, paymentID: PaymentID? = nil, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.paymentID = paymentID
        self.cause = cause
    }

    /// Whether the very same call may succeed later. With the same idempotency key it is safe to repeat.
    public var isRetryable: Bool {
        switch code {
        case .inProgress, .providerUnavailable, .rateLimited, .outcomeUnknown, .storeUnavailable: true
        case .invalidRequest, .unsupported, .idempotencyMismatch, .notFound, .refusedByProvider, .configuration,
            .callbackRefused:
            false
        }
    }

    init(_ error: StoreError) {
        self.init(error.code == .alreadyServed ? .configuration : .storeUnavailable, error.message, cause: error)
    }

    init(_ error: ProviderError, paymentID: PaymentID? = nil) {
        let code: Code =
            switch error.code {
            case .invalid: .invalidRequest
            case .unsupported: .unsupported
            case .rateLimited: .rateLimited
            case .notConnected, .credentialsRefused: .providerUnavailable
            case .refused: .refusedByProvider
            case .notFound: .notFound
            default: .outcomeUnknown
            }
        self.init(code, error.message, paymentID: paymentID, cause: error)
    }
}

extension GatewayError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The code and the message.
    public var description: String { "\(code.rawValue): \(message)" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children: the cause may hold what was to be written, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
