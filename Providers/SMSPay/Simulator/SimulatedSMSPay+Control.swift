import Foundation
import ProviderSimulation

extension SimulatedSMSPay {
    /// Every intent, oldest first.
    ///
    /// - Returns: the intents in their present state.
    public func intents() async -> [SimulatedIntent] {
        await ledger.all
    }

    /// One intent.
    ///
    /// - Parameter id: the intent's id.
    /// - Returns: the intent in its present state, if there is one.
    public func intent(_ id: String) async -> SimulatedIntent? {
        await ledger.intent(id)
    }

    /// How many intents were created.
    ///
    /// - Returns: the number; repetitions of an idempotency key do not count.
    public func createdCount() async -> Int {
        await ledger.all.count
    }

    /// How many webhooks were put on their way, retries aside; one that ``Fault/reorder`` holds back is not.
    public var dueWebhookCount: Int { webhooks.dispatcher.dueCount }

    /// The customer pays: `PAID` if the amount is right, else `REVIEW_REQUIRED`; an expired intent is not confirmed.
    ///
    /// - Parameters:
    ///   - id: the intent.
    ///   - amount: whole taka; the right amount when not given.
    /// - Throws: ``SettlementRefusal`` for an unknown intent or one that does not wait.
    public func pay(_ id: String, amount: Int64? = nil) async throws {
        guard let intent = await ledger.intent(id) else { throw SettlementRefusal.unknownPayment(id) }
        guard intent.status == .pending else { throw SettlementRefusal.wrongStatus(id, is: intent.status.rawValue) }
        let message = SMSEvent(
            intentID: id,
            amount: amount ?? intent.amount,
            transactionID: identifiers.code(length: 10)
        )
        _ = try await ledger.match(message)
    }

    /// An operator confirms the payment by hand, also after expiry: `PAID`.
    ///
    /// - Parameter id: the intent.
    /// - Throws: ``SettlementRefusal`` for an unknown intent or one that is paid.
    public func confirm(_ id: String) async throws {
        try await ledger.decide(id, as: .paid)
    }

    /// An operator refuses the payment: `REJECTED`.
    ///
    /// - Parameter id: the intent.
    /// - Throws: ``SettlementRefusal`` for an unknown intent or one that is rejected.
    public func reject(_ id: String) async throws {
        try await ledger.decide(id, as: .rejected)
    }

    /// The match is ambiguous: `REVIEW_REQUIRED`.
    ///
    /// - Parameter id: the intent.
    /// - Throws: ``SettlementRefusal`` for an unknown intent or one that is in review.
    public func review(_ id: String) async throws {
        try await ledger.decide(id, as: .reviewRequired)
    }

    /// The provider's system fails: `FAILED`, which no webhook tells.
    ///
    /// - Parameter id: the intent.
    /// - Throws: ``SettlementRefusal`` for an unknown intent or one that has failed.
    public func fail(_ id: String) async throws {
        try await ledger.decide(id, as: .failed)
    }

    /// The time runs out now: `EXPIRED`.
    ///
    /// - Parameter id: the intent.
    /// - Throws: ``SettlementRefusal`` for an unknown intent or one that does not wait.
    public func expire(_ id: String) async throws {
        guard let intent = await ledger.intent(id) else { throw SettlementRefusal.unknownPayment(id) }
        guard intent.status == .pending else { throw SettlementRefusal.wrongStatus(id, is: intent.status.rawValue) }
        await ledger.timeRanOut(id)
    }

    /// The provider contradicts itself: the intent is paid if it was not, and then rejected.
    ///
    /// - Parameter id: the intent.
    /// - Throws: ``SettlementRefusal`` for an unknown intent or one that is rejected.
    public func contradict(_ id: String) async throws {
        if await ledger.intent(id)?.status != .paid { try await ledger.decide(id, as: .paid) }
        try await ledger.decide(id, as: .rejected)
    }

    /// Sends a webhook without changing the intent, such as a stale `payment.expired` after `payment.paid`.
    ///
    /// - Parameters:
    ///   - event: what it says.
    ///   - id: the intent that it is about.
    /// - Throws: ``SettlementRefusal`` for an unknown intent.
    public func announce(_ event: SMSPayEvent, of id: String) async throws {
        try await ledger.announce(event, of: id)
    }

    /// Posts the newer documents' endpoint challenge to the webhook URL, once or up to the retries.
    ///
    /// - Returns: whether the merchant answered 2xx with exactly the challenge.
    /// - Throws: when the challenge cannot be signed.
    public func verifyEndpoint() async throws -> Bool {
        let challenge = identifiers.code(length: 32)
        guard let answer = await sender.deliver(try webhooks.verification(challenge: challenge)) else { return false }
        return answer.acknowledges && RequestField.fields(of: answer.body)?["challenge"] == .text(challenge)
    }

    /// Starts what happens to a new intent by itself: its expiry and the configured settlement.
    ///
    /// - Parameter intent: the new intent.
    func schedule(_ intent: SimulatedIntent) {
        let (ledger, timekeeper, settlement) = (ledger, timekeeper, configuration.settlement)
        work.add {
            guard (try? await timekeeper.sleep(until: intent.expiresAt)) != nil else { return }
            await ledger.timeRanOut(intent.id)
        }
        guard settlement.outcome != .none else { return }
        let due = intent.createdAt.addingTimeInterval(settlement.delay / .seconds(1))
        work.add {
            guard (try? await timekeeper.sleep(until: due)) != nil else { return }
            guard await ledger.intent(intent.id)?.status == .pending else { return }
            switch settlement.outcome {
            case .approved: try? await pay(intent.id)
            case .rejected: try? await reject(intent.id)
            case .none: break
            }
        }
    }
}
