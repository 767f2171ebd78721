import Foundation
import Logging
public import PaymentIntents
import Signatures
import Tracing

extension Gateway {
    /// Takes a callback: verifies it on its raw bytes, then commits it and its effect in one transaction.
    ///
    /// - Parameters:
    ///   - callback: The request.
    ///   - name: The account that it came to.
    /// - Returns: What to answer. An acceptance means committed and durable, never "understood".
    public func receive(_ callback: Callback, for name: String) async -> CallbackAnswer {
        guard let accountName = AccountName(name), let account = accounts[accountName] else { return .unknownAccount }
        let start = ContinuousClock.now
        let (answer, result) = await spans.span(
            "payments.callback",
            .server,
            ["payments.account": name],
            result: \.1.rawValue
        ) {
            await receive(callback, for: account)
        }
        metrics.count(result, from: accountName, took: .now - start)
        return answer
    }

    private func receive(
        _ callback: Callback,
        for account: ProviderAccount
    ) async -> (CallbackAnswer, CallbackResult) {
        do {
            let (delivery, acknowledgement) = try delivery(of: callback, for: account)
            let outcome = try await callbackWriter.write(delivery)
            log(outcome, of: account.name)
            if outcome == .kept(.otherEnvironment) { return (.otherEnvironment, .otherEnvironment) }
            return (.accepted(acknowledgement.json), CallbackResult(outcome))
        } catch {
            return answer(to: error, of: account.name)
        }
    }

    private func answer(to error: any Error, of account: AccountName) -> (CallbackAnswer, CallbackResult) {
        guard let refusal = error as? CallbackRefusal else {
            logger.error("callback not stored", metadata: ["account": "\(account)", "error": "\(error)"])
            return (.unavailable, .notStored)
        }
        logger.debug("callback refused", metadata: ["account": "\(account)", "check": "\(refusal)"])
        return (.refused, .refused)
    }

    /// Verifies a callback, and says what to answer once it is stored.
    private func delivery(
        of callback: Callback,
        for account: ProviderAccount
    ) throws -> (CallbackDelivery, CallbackAcknowledgement) {
        let receipt = try account.adapter.receive(callback)
        let delivery = CallbackDelivery(
            account: account.name,
            callback: callback,
            bodyHash: try SHA256Digest(of: callback.body.span).hexadecimal,
            receivedAt: clock.now,
            meaning: receipt.meaning(trust: account.adapter.callbackTrust)
        )
        return (delivery, account.adapter.acknowledgement(of: receipt.event))
    }

    private func log(_ outcome: AbsorbOutcome, of account: AccountName) {
        switch outcome {
        case .absorbed(let id, let status, let isNews):
            logger.debug(
                "callback absorbed",
                metadata: [
                    "account": "\(account)", "payment": "\(id)", "status": "\(status.rawValue)", "news": "\(isNews)",
                ]
            )
        case .kept(let state):
            logger.notice("callback kept", metadata: ["account": "\(account)", "state": "\(state.rawValue)"])
        case .ignored:
            logger.debug("hint at an unknown payment", metadata: ["account": "\(account)"])
        }
    }
}

extension CallbackReceipt {
    /// What was said, when it was understood.
    fileprivate var event: CallbackEvent? {
        guard case .event(let event) = self else { return nil }
        return event
    }

    fileprivate func meaning(trust: CallbackTrust) -> CallbackDelivery.Meaning {
        switch self {
        case .event(.evidence(let evidence)): .evidence(evidence, trust: trust)
        case .event(.challenge): .keep(.challenge, note: "endpoint verification")
        case .hint(let lookup, let evidence): .hint(lookup, says: evidence, trust: trust)
        case .problem(.notUnderstood(let reason)): .keep(.notUnderstood, note: reason)
        case .problem(.otherEnvironment): .keep(.otherEnvironment, note: "of the other environment")
        }
    }
}
