import Foundation
import PaymentIntents

extension Payment {
    /// The payment after its provider created it.
    func created(as intent: any ProviderIntent, at now: Date, jitter: Double) -> PaymentChange {
        var payment = self
        payment.creation = .created
        payment.leasedUntil = nil
        payment.providerPaymentID = providerPaymentID ?? intent.providerPaymentID
        payment.method = intent.method ?? method
        payment.offeredAction = intent.nextAction
        payment.expiresAt = intent.expiresAt ?? request.expiresIn.map { recordedAt.addingTimeInterval($0.seconds) }
        var change = payment.absorbing(intent.evidence(from: .creation), trust: nil, at: now)
        change.payment.nextQueryAt = QuerySchedule.next(for: change.payment, after: now, jitter: jitter)
        return change
    }

    /// The payment after its provider said no to it.
    func refused(_ error: ProviderError, at now: Date) -> PaymentChange {
        var payment = self
        payment.creation = .refused
        payment.leasedUntil = nil
        payment.nextQueryAt = nil
        let evidence = Evidence(claim: .failed, source: .creation, rawStatus: error.code.rawValue)
        return payment.absorbing(evidence, trust: nil, at: now)
    }

    /// The payment after it was sent and no answer said what became of it.
    ///
    /// Money may have left with a withdrawal, so that is for a person to see until the provider has been asked. A
    /// deposit just waits: silence is never failure.
    func unknown(_ error: ProviderError, at now: Date) -> PaymentChange {
        var payment = self
        payment.creation = .unknown
        payment.leasedUntil = nil
        payment.nextQueryAt = QuerySchedule.next(for: payment, after: now, jitter: 0)
        guard kind == .withdrawal else {
            return payment.noting(["creation": "unknown", "error": error.code.rawValue], source: .creation, at: now)
        }
        let evidence = Evidence(claim: .review, source: .creation, rawStatus: error.code.rawValue)
        return payment.absorbing(evidence, trust: nil, at: now)
    }
}

extension Duration {
    /// The duration in whole seconds.
    var seconds: TimeInterval { TimeInterval(components.seconds) }
}
