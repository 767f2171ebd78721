import Foundation
import PaymentGateway
import PaymentIntents

/// What a callback says about a payment, whether it came just now or has been waiting.
struct CallbackMeaning {
    /// What it says.
    let evidence: Evidence?

    /// What the merchant wants before it is believed.
    let trust: CallbackTrust

    /// Whether it is only a reason to ask the provider.
    let isHint: Bool

    /// What it makes of a payment. The rule is the engine's.
    ///
    /// - Parameters:
    ///   - payment: The payment.
    ///   - now: The time it is taken in.
    /// - Returns: What to write.
    /// - Throws: `StoreError` with code `incompatible` for evidence that is not there.
    func change(of payment: Payment, at now: Date) throws -> PaymentChange {
        guard !isHint else { return payment.noting(evidence, at: now) }
        return payment.absorbing(try RowReader.known(evidence), trust: trust, at: now)
    }
}
