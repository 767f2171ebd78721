import Foundation
import PaymentIntents

/// Until when the customer can pay.
extension ReplyRules {
    static let expiry = AdapterRule(
        "reply.expiry",
        "A customer who is shown another end of the time to pay gives up too early, or pays for what has expired: it is the "
            + "stated one, or none."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.paymentExchanges() {
            let due = try exchange.described?.statedExpiry()
            let outcome = exchange.outcome(of: exchange.answer, at: adapter)
            guard let came = outcome.intent?.expiresAt else { continue }
            // Fractions of a second may be dropped.
            let isStated = due.map { abs($0.timeIntervalSince(came)) < 1 } ?? false
            try require(
                isStated,
                sent: exchange.answer.quoted,
                came: "\(came)",
                due: due.map { "\($0), or no moment" } ?? "no moment, as the subject describes none"
            )
        }
    }
}

extension WireMessage {
    /// The moment until which the customer can pay, by the sample; `nil` where none is described.
    ///
    /// - Throws: ``ContractViolation`` when it is not said which moment is meant.
    fileprivate func statedExpiry() throws(ContractViolation) -> Date? {
        if let expiresAt { return expiresAt }
        guard let path = fields[.expiresAt] else { return nil }
        guard let date = sample[path]?.text.flatMap({ WireTime.date($0) }) else {
            throw ContractViolation(
                sent: "the sample's expiry",
                came: sample[path]?.quoted ?? "none",
                due: "a time of ISO 8601 with a zone, or the moment that is meant"
            )
        }
        return date
    }
}
