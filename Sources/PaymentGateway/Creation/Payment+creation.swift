import Foundation
import PaymentIntents

extension Payment {
    /// Whether somebody is sending it.
    ///
    /// A lease that ends later than any lease can is one of a clock that has stepped back since: nobody waits for it. To
    /// take it over is safe, since the fence keeps a second worker from writing, and no withdrawal is sent twice. The
    /// clock of another machine may be ahead of ours, by less than a lease.
    ///
    /// - Parameter now: The present time.
    /// - Returns: Whether a lease is running.
    func isLeased(at now: Date) -> Bool {
        guard let leasedUntil else { return false }
        return now < leasedUntil && leasedUntil < now.addingTimeInterval(2 * Gateway.lease)
    }

    /// The payment after its provider created it.
    ///
    /// - Parameters:
    ///   - intent: What the provider shows.
    ///   - sent: The payment as it was before the provider was asked. A callback may have overtaken the answer, and wait
    ///     for a confirmation.
    ///   - now: The present time.
    ///   - jitter: From 0 to 1.
    /// - Returns: What to write.
    func created(
        as intent: any ProviderIntent,
        since sent: Payment,
        at now: Date,
        jitter: Double
    ) -> PaymentChange {
        var payment = self
        payment.creation = .created
        payment.leasedUntil = nil
        payment.providerPaymentID = providerPaymentID ?? intent.providerPaymentID
        payment.method = intent.method ?? method
        payment.offeredAction = intent.nextAction
        payment.expiresAt = intent.expiresAt ?? request.expiresIn.map { recordedAt.addingTimeInterval($0.seconds) }
        var change = payment.absorbing(intent.evidence(from: .creation), trust: nil, at: now)
        let scheduled = QuerySchedule.next(for: change.payment, after: now, jitter: jitter)
        change.payment.nextQueryAt = change.payment.nextQuery(scheduled: scheduled, since: sent)
        return change
    }

    /// The payment after its provider created it under a name that another payment has.
    func createdUnderTakenName(at now: Date) -> PaymentChange {
        var payment = self
        payment.creation = .created
        payment.leasedUntil = nil
        payment.nextQueryAt = nil
        let evidence = Evidence(claim: .review, source: .creation, rawStatus: "providerPaymentIDTaken")
        return payment.absorbing(evidence, trust: nil, at: now)
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
    func unknown(_ error: ProviderError, at now: Date, jitter: Double) -> PaymentChange {
        var payment = self
        payment.creation = .unknown
        payment.leasedUntil = nil
        payment.nextQueryAt = QuerySchedule.next(for: payment, after: now, jitter: jitter)
        guard kind == .withdrawal else {
            return payment.noting(["creation": "unknown", "error": error.code.rawValue], source: .creation, at: now)
        }
        let evidence = Evidence(claim: .review, source: .creation, rawStatus: error.code.rawValue)
        return payment.absorbing(evidence, trust: nil, at: now)
    }

    /// The payment after its creation got no answer, while a callback or a query has shown that the provider has it.
    func answerLost(_ error: ProviderError, at now: Date) -> PaymentChange {
        var payment = self
        payment.leasedUntil = nil
        return payment.noting(["creation": "answerLost", "error": error.code.rawValue], source: .creation, at: now)
    }
}

extension Duration {
    /// The duration in whole seconds.
    var seconds: TimeInterval { TimeInterval(components.seconds) }
}
