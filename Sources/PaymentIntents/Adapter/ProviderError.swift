/// Why a call to a provider gave no intent.
///
/// The code answers the two questions that decide about money: can the provider have accepted anything, and may the
/// same request be sent again.
public struct ProviderError: Error, Sendable, Hashable {
    /// What kind of error it is.
    public struct Code: Sendable, Hashable, RawRepresentable {
        /// The name of the code.
        public let rawValue: String

        /// Names a code.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The provider cannot take this value. Nothing was sent.
        public static let invalid = Code(rawValue: "invalid")
        /// The provider has no such call. Nothing was sent.
        public static let unsupported = Code(rawValue: "unsupported")
        /// There was no connection: not one byte left.
        public static let notConnected = Code(rawValue: "notConnected")
        /// The provider does not take our credentials, and so nothing else of the request.
        public static let credentialsRefused = Code(rawValue: "credentialsRefused")
        /// Too many requests; nothing was accepted. See ``ProviderError/retryAfter``.
        public static let rateLimited = Code(rawValue: "rateLimited")
        /// A definite no to this request.
        public static let refused = Code(rawValue: "refused")
        /// The provider knows no such payment.
        public static let notFound = Code(rawValue: "notFound")
        /// The idempotency key was used before with another body, so a payment of it may exist.
        public static let keyConflict = Code(rawValue: "keyConflict")
        /// No answer in time, a connection that broke, or an error of the provider's own.
        public static let unavailable = Code(rawValue: "unavailable")
        /// An answer that is not what the provider documents.
        public static let unreadable = Code(rawValue: "unreadable")
    }

    /// What kind of error it is.
    public var code: Code

    /// A sentence for the merchant. It quotes nothing that came from outside.
    public var message: String

    /// The HTTP status code of the answer, if there was one.
    public var httpStatus: Int?

    /// How long the provider wants to be left alone, from 1 second to 1 hour.
    public var retryAfter: Duration?

    /// Reports an error.
    ///
    /// - Parameters:
    ///   - code: What kind of error it is.
    ///   - message: A sentence for the merchant, quoting nothing that came from outside.
    ///   - httpStatus: The HTTP status code of the answer.
    ///   - retryAfter: How long the provider wants to be left alone.
    public init(_ code: Code, _ message: String, httpStatus: Int? = nil, retryAfter: Duration? = nil) {
        self.code = code
        self.message = message
        self.httpStatus = httpStatus
        self.retryAfter = retryAfter
    }

    /// What the error says about the request that led to it.
    public var consequence: Consequence {
        switch code {
        case .invalid, .unsupported, .notConnected, .credentialsRefused, .rateLimited: .nothingAccepted
        case .refused, .notFound: .refused
        default: .unknown
        }
    }

    /// What an error says about the request that led to it.
    public enum Consequence: Sendable, Hashable {
        /// It is certain that nothing was accepted: the payment may be tried elsewhere.
        case nothingAccepted
        /// The provider looked at it and said no: that ends the payment.
        case refused
        /// The provider may have accepted it: ask, and never send it under another key.
        case unknown
    }
}

extension ProviderError: CustomStringConvertible {
    /// The code and the sentence.
    public var description: String { "\(code.rawValue): \(message)" }
}
