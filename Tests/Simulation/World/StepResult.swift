import PaymentGateway
import PaymentIntents

/// How something ended that an engine was asked to do.
struct StepResult: Sendable {
    enum Outcome: Sendable {
        /// A merchant's request, by its number.
        case created(order: Int, Result<Payment, GatewayError>, isChanged: Bool)
        /// A callback, by the number of its delivery.
        case received(delivery: Int, CallbackAnswer)
        /// Something whose success nobody waits for.
        case done(String)
        /// Changes that the merchant's own process has read.
        case read([PaymentChanges.Element])
    }

    let engine: Int
    let outcome: Outcome
}
