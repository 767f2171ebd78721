import Foundation
import PaymentIntents

extension Gateway {
    /// Sends a payment that was recorded, and whose sender died before it sent anything.
    ///
    /// Nobody was told what became of it, so it is sent as it was meant to be, under its own key. When no account can be
    /// reached it is tried again, less and less often.
    ///
    /// One whose lease was given back is not among them: its merchant knows that nothing was accepted.
    ///
    /// - Parameter payment: A payment in ``CreationPhase/recorded`` whose lease has run out.
    /// - Returns: The payment, created at a provider.
    /// - Throws: ``GatewayError``, see ``create(_:)``.
    func complete(_ payment: Payment) async throws(GatewayError) -> Payment {
        let candidates = try router.candidates(for: payment.request, payment.order)
        let wait = QuerySchedule.backoff(from: 30, to: 3600, payment.queriesWithoutNews, jitter())
        return try await submit(payment, to: candidates, retryAt: clock.now.addingTimeInterval(wait))
    }
}
