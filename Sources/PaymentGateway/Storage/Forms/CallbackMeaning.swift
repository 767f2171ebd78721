package import Foundation
package import PaymentIntents

/// What a callback says about a payment, whether it came just now or has been waiting.
package struct CallbackMeaning {
    /// What it says.
    package let evidence: Evidence?

    /// What the merchant wants before it is believed.
    package let trust: CallbackTrust

    /// Whether it is only a reason to ask the provider.
    package let isHint: Bool

    /// Collects what a callback says.
    ///
    /// - Parameters:
    ///   - evidence: What it says.
    ///   - trust: What the merchant wants before it is believed.
    ///   - isHint: Whether it is only a reason to ask the provider.
    package init(evidence: Evidence?, trust: CallbackTrust, isHint: Bool) {
        self.evidence = evidence
        self.trust = trust
        self.isHint = isHint
    }

    /// What it makes of a payment. The rule is the engine's.
    ///
    /// - Parameters:
    ///   - payment: The payment.
    ///   - now: The time it is taken in.
    /// - Returns: What to write.
    /// - Throws: `StoreError` with code `incompatible` for evidence that is not there.
    package func change(of payment: Payment, at now: Date) throws -> PaymentChange {
        guard !isHint else { return payment.noting(evidence, at: now) }
        return payment.absorbing(try StoreError.known(evidence), trust: trust, at: now)
    }
}
