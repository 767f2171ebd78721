import PaymentIntents

extension PaymentRequest {
    /// The longest and the shortest time that a customer can be given: 1 minute to 30 days.
    static let expiryBounds: ClosedRange<Duration> = .seconds(60)...(.seconds(30 * 86_400))

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
            throw GatewayError(.invalidRequest, "expires-in: must be 60 seconds to 30 days")
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
