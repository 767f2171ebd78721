import PaymentIntents

/// A merchant's request as texts: what stands on a command line or in a JSON body, before anything of it is believed.
public struct PaymentRequestFields: Sendable {
    /// `deposit` or `withdrawal`; a deposit when absent.
    public var kind: String?
    /// The amount in major units: `500` or `500.00`.
    public var amount: String
    /// The currency's code; `BDT` when absent.
    public var currency: String?
    /// The merchant's own name for it.
    public var reference: String
    /// `bkash`, `nagad`, `rocket` or `upay`.
    public var method: String?
    /// The wallet number that a withdrawal goes to.
    public var payee: String?
    /// The one account to use.
    public var provider: String?
    /// The key under which the same request is the same payment.
    public var idempotencyKey: String?
    /// How long the customer has to pay, in whole seconds.
    public var expiresIn: String?
    /// Where the customer goes after paying.
    public var successURL: String?
    /// Where the customer goes after a failure.
    public var failureURL: String?
    /// Where the customer goes after turning back.
    public var cancelURL: String?
    /// Where the customer goes after the expiry.
    public var expiredURL: String?

    /// The two fields that must be there.
    ///
    /// - Parameters:
    ///   - amount: The amount in major units.
    ///   - reference: The merchant's own name for it.
    public init(amount: String, reference: String) {
        self.amount = amount
        self.reference = reference
    }

    /// Reads every field.
    ///
    /// - Returns: The request.
    /// - Throws: ``GatewayError`` with code ``GatewayError/Code/invalidRequest``; the message begins with the name of the
    ///   field, as the command line spells it, and holds nothing of its value.
    public func request() throws(GatewayError) -> PaymentRequest {
        PaymentRequest(
            kind: try read("kind", kind, "must be deposit or withdrawal", PaymentKind.init(rawValue:)) ?? .deposit,
            amount: try money(),
            reference: try required("reference", MerchantReference(reference), MerchantReference.requirement),
            method: try read("method", method, "must be bkash, nagad, rocket or upay") { text in
                PaymentMethod.known.first { $0.rawValue == text }
            },
            payee: try read("payee", payee, "must be 6 to 15 digits", MSISDN.init(_:)),
            account: try read("provider", provider, "is not the name of an account", AccountName.init(_:)),
            expiresIn: try read("expires-in", expiresIn, "must be whole seconds", Self.seconds),
            returnURLs: ReturnURLs(
                success: try url("success-url", successURL),
                failure: try url("failure-url", failureURL),
                cancel: try url("cancel-url", cancelURL),
                expired: try url("expired-url", expiredURL)
            ),
            idempotencyKey: try read(
                "idempotency-key",
                idempotencyKey,
                IdempotencyKey.requirement,
                IdempotencyKey.init(_:)
            )
        )
    }

    private func money() throws(GatewayError) -> Money {
        let problem = "is not a currency that is known here"
        let currency = try read("currency", currency, problem, Currency.init(code:)) ?? .bdt
        do throws(MoneyError) {
            return try Money(parsing: amount, currency: currency)
        } catch {
            throw GatewayError(.invalidRequest, "amount: \(error)")
        }
    }

    private func url(_ name: String, _ text: String?) throws(GatewayError) -> WebURL? {
        try read(name, text, "is not an http or https URL", WebURL.init(_:))
    }

    private func read<Value>(
        _ name: String,
        _ text: String?,
        _ problem: String,
        _ parse: (String) -> Value?
    ) throws(GatewayError) -> Value? {
        guard let text else { return nil }
        return try required(name, parse(text), problem)
    }

    private func required<Value>(_ name: String, _ value: Value?, _ problem: String) throws(GatewayError) -> Value {
        guard let value else { throw GatewayError(.invalidRequest, "\(name): \(problem)") }
        return value
    }

    private static func seconds(_ text: String) -> Duration? {
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        guard !text.isEmpty, text.utf8.allSatisfy(isDigit) else { return nil }
        return Int32(text).map { .seconds($0) }
    }
}

extension PaymentRequestFields: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// No values: nothing of them has been looked at, and one may be a wallet's number.
    public var description: String { "a request as texts" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children: a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
