import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents

extension CallbackDelivery {
    /// The evidence that is to be folded.
    var evidence: Evidence? {
        guard case .evidence(let evidence, _) = meaning else { return nil }
        return evidence
    }

    /// The same callback, meaning something else or come elsewhere.
    func with(
        _ meaning: Meaning? = nil,
        account: AccountName? = nil,
        headers: HTTPFields? = nil,
        body: [UInt8]? = nil
    ) -> CallbackDelivery {
        CallbackDelivery(
            account: account ?? self.account,
            callback: Callback(headers: headers ?? callback.headers, body: body ?? callback.body),
            bodyHash: bodyHash,
            receivedAt: receivedAt,
            meaning: meaning ?? self.meaning
        )
    }

    /// The same callback with other evidence.
    func changing(_ change: (inout Evidence) -> Void) -> CallbackDelivery {
        guard case .evidence(var evidence, let trust) = meaning else { return self }
        change(&evidence)
        return with(.evidence(evidence, trust: trust))
    }
}

extension AbsorbOutcome {
    /// The payment, when there is one.
    var payment: PaymentID? {
        guard case .absorbed(let id, _, _) = self else { return nil }
        return id
    }

    /// Whether it says that nothing new came in.
    var isCopy: Bool {
        guard case .absorbed(_, _, let isNews) = self else { return false }
        return !isNews
    }
}

/// Lets a wrong store treat each callback of a batch in its own way.
///
/// - Parameters:
///   - batch: The batch.
///   - work: What to do with one callback.
/// - Returns: The outcomes.
/// - Throws: What the work throws.
func one(
    by batch: [CallbackDelivery],
    _ work: (CallbackDelivery) async throws -> [AbsorbOutcome]
) async throws -> [AbsorbOutcome] {
    var outcomes: [AbsorbOutcome] = []
    for delivery in batch { outcomes += try await work(delivery) }
    return outcomes
}

extension PaymentStore {
    /// Writes a notification of the present status, as if it had just changed.
    func tellAgain(_ id: PaymentID) async throws {
        _ = try await modify(id) { payment in
            var payment = payment
            payment.sequence += 1
            let notification = PaymentNotification(of: payment.status, payment: payment, at: payment.updatedAt)
            return PaymentChange(payment, notification: notification)
        }
    }

    /// The payment that evidence names by the provider's id.
    func payment(named evidence: Evidence?) async throws -> Payment? {
        guard let id = evidence?.providerPaymentID else { return nil }
        return try await first { $0.providerPaymentID.map { Array($0.utf8) } == Array(id.utf8) }
    }
}
