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
            guard let (delivery, acknowledgement) = try delivery(of: callback, for: account) else {
                return (.refused, .refused)
            }
            let outcome = try await callbackWriter.write(delivery)
            log(outcome, of: account.name)
            if outcome == .kept(.otherEnvironment) { return (.otherEnvironment, .otherEnvironment) }
            return (.accepted(acknowledgement.json), CallbackResult(outcome))
        } catch {
            log(error, of: account.name)
            return (.unavailable, .notStored)
        }
    }

    /// Verifies a callback, and says what to answer once it is stored.
    ///
    /// Apart from the waiting for the store, like all that is not part of it: what waits has room for everything in its
    /// function, for as long as it waits.
    ///
    /// - Parameters:
    ///   - callback: The request.
    ///   - account: The account that it came to.
    /// - Returns: What to store and what to answer, or `nil` when the callback is refused.
    /// - Throws: `LibcryptoFailure`.
    private func delivery(
        of callback: Callback,
        for account: ProviderAccount
    ) throws(LibcryptoFailure) -> (CallbackDelivery, CallbackAcknowledgement)? {
        let receipt: CallbackReceipt
        do throws(CallbackRefusal) {
            receipt = try account.adapter.receive(callback)
        } catch {
            logger.debug("callback refused", metadata: ["account": "\(account.name)", "check": "\(error)"])
            return nil
        }
        let delivery = CallbackDelivery(
            account: account.name,
            callback: callback,
            bodyHash: try SHA256Digest(of: callback.body.span).hexadecimal,
            receivedAt: clock.now,
            meaning: receipt.meaning(trust: account.adapter.callbackTrust)
        )
        return (delivery, account.adapter.acknowledgement(of: receipt.event))
    }

    private func log(_ error: any Error, of account: AccountName) {
        logger.error("callback not stored", metadata: ["account": "\(account)", "error": "\(error)"])
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
