import PaymentGateway
import PaymentIntents
import Testing

extension Shop {
    /// The error that a creation ends in.
    func refusal(
        of request: PaymentRequest,
        at location: SourceLocation = #_sourceLocation
    ) async throws -> GatewayError {
        try await Self.refusal(at: location) { () async throws(GatewayError) in try await gateway.create(request) }
    }

    /// The error that a question to the provider ends in.
    func refusal(
        ofSyncing payment: Payment,
        at location: SourceLocation = #_sourceLocation
    ) async throws -> GatewayError {
        try await Self.refusal(at: location) { () async throws(GatewayError) in try await gateway.sync(payment.id) }
    }

    private static func refusal(
        at location: SourceLocation,
        _ call: () async throws(GatewayError) -> Payment
    ) async throws -> GatewayError {
        var refusal: GatewayError?
        do throws(GatewayError) {
            _ = try await call()
        } catch {
            refusal = error
        }
        return try #require(refusal, "it should have been refused", sourceLocation: location)
    }
}
