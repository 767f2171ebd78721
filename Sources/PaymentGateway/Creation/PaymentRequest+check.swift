import PaymentIntents

extension PaymentRequest {
    /// The shortest and the longest time that a customer can be given: 1 second to 30 days. A provider may give more.
    static let expiryBounds: ClosedRange<Duration> = .seconds(1)...(.seconds(30 * 86_400))

    /// Refuses what no provider could carry.
    ///
    /// - Parameter environment: Where the payment would be made.
    /// - Throws: ``GatewayError`` with code ``GatewayError/Code/invalidRequest``, naming the field.
    func check(in environment: PaymentEnvironment) throws(GatewayError) {
        guard !amount.isZero else { throw GatewayError(.invalidRequest, "amount: must be more than zero") }
        if kind == .withdrawal, payee == nil {
            throw GatewayError(.invalidRequest, "payee: a withdrawal needs the number it goes to")
        }
        if let expiresIn, !Self.expiryBounds.contains(expiresIn) {
            throw GatewayError(.invalidRequest, "expires-in: must be 1 second to 30 days")
        }
        if kind == .withdrawal, expiresIn != nil {
            throw GatewayError(.invalidRequest, "expires-in: a withdrawal waits for no customer")
        }
        let urls = [
            ("success-url", returnURLs.success), ("failure-url", returnURLs.failure),
            ("cancel-url", returnURLs.cancel), ("expired-url", returnURLs.expired),
        ]
        for case (let name, let url?) in urls where !url.isAllowed(in: environment) {
            throw GatewayError(.invalidRequest, "\(name): must be https in the live environment")
        }
    }
}
