import BuiltInContracts
import Foundation
import HTTPTypes
@testable import PaymentContracts
import PaymentIntents
import Pay2Local
import SMSPay

enum VectorMutants {
    static let all: [Mutant] = files + messages + callbacks

    private static let files: [Mutant] = [
        carrying("has a member in its vectors that the format does not know", caughtBy: VectorReadingRules.readable) {
            $0.map { replacing("\"about\":", with: "\"note\": \"\", \"about\":", in: $0) }
        },
        carrying("has one vector twice", caughtBy: VectorReadingRules.readable) { $0 + $0.prefix(1) },
        carrying("has no example of an answer", caughtBy: VectorReadingRules.complete) {
            $0.filter { $0.name != "replies.json" }
        },
    ]

    private static let messages: [Mutant] = [
        .smsPay("sends the reference under a name of its own", caughtBy: VectorRules.requests) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                var request = try base.request(for: call)
                request.body = request.body.replacing("customerReference".utf8, with: "orderReference".utf8)
                return request
            }
        },
        .smsPay("composes the letters of a reference", caughtBy: VectorRules.requests) { adapter in
            adapter.rewriteOrders { $0.reference = $0.reference.precomposedStringWithCanonicalMapping }
        },
        .smsPay("sends its key in another header", caughtBy: VectorRules.requests) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                var request = try base.request(for: call)
                if let due = HTTPField.Name("X-Api-Key"), let wrong = HTTPField.Name("X-Auth-Key") {
                    request.headers[wrong] = request.headers[due]
                    request.headers[due] = nil
                }
                return request
            }
        },
        .pay2Local("does not say why it sends no request", caughtBy: VectorRules.requestErrors) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                do throws(ProviderError) {
                    return try base.request(for: call)
                } catch {
                    throw ProviderError(error.code, "not possible")
                }
            }
        },
        .smsPay("takes a rejection for the end of the time to pay", caughtBy: VectorRules.replies) { adapter in
            adapter.replying = { base, response, call throws(ProviderError) in
                let reply = try base.reply(in: response, to: call)
                guard case .intent(var intent) = reply, intent.claim == .rejected else { return reply }
                intent.claim = .expired
                return .intent(intent)
            }
        },
        .pay2Local("does not show the agent's number", caughtBy: VectorRules.replies) { adapter in
            adapter.replying = { base, response, call throws(ProviderError) in
                var response = response
                response.body = response.body.replacing("agent_number".utf8, with: "agent".utf8)
                return try base.reply(in: response, to: call)
            }
        },
        .smsPay("takes a timeout of a proxy for a refusal", caughtBy: VectorRules.replyErrors) { adapter in
            adapter.replying = { base, response, call throws(ProviderError) in
                if response.status == 504 { throw ProviderError(.refused, "timeout", httpStatus: 504) }
                return try base.reply(in: response, to: call)
            }
        },
    ]

    private static let callbacks: [Mutant] = [
        .smsPay("drops the time of an event", caughtBy: VectorRules.callbacks) { adapter in
            adapter.interpreting = { base, callback throws(CallbackProblem) in
                changed(try base.event(in: callback)) { $0.statedTime = nil }
            }
        },
        .pay2Local("takes every word but Approved for a rejection", caughtBy: VectorRules.callbacks) { adapter in
            adapter.interpreting = { base, callback throws(CallbackProblem) in
                changed(try base.event(in: callback)) { if $0.claim != .succeeded { $0.claim = .rejected } }
            }
        },
        .smsPay("does without the prefix of a signature", caughtBy: VectorRules.refusals) { adapter in
            adapter.authenticating = { base, callback, verifier throws(CallbackRefusal) in
                guard let name = HTTPField.Name("X-Signature"), let value = callback.headers[name],
                    !value.contains("=")
                else { return try base.authenticate(callback, with: &verifier) }
                var headers = callback.headers
                headers[name] = "sha256=" + value
                try base.authenticate(Callback(headers: headers, body: callback.body), with: &verifier)
            }
        },
        .pay2Local("answers a callback in words of its own", caughtBy: VectorRules.acknowledgements) { adapter in
            adapter.acknowledging = { _, _ in CallbackAcknowledgement(json: #"{"success":true,"message":"OK"}"#) }
        },
        .smsPay("does not give a challenge back", caughtBy: VectorRules.acknowledgements) { adapter in
            adapter.acknowledging = { _, _ in CallbackAcknowledgement(json: #"{"received":true}"#) }
        },
        .smsPay("takes a reference in another case for ours", caughtBy: VectorRules.status) { adapter in
            adapter.interpreting = { base, callback throws(CallbackProblem) in
                changed(try base.event(in: callback)) { $0.reference = $0.reference?.uppercased() }
            }
        },
        .pay2Local("does not say which way the money went", caughtBy: VectorRules.status) { adapter in
            adapter.interpreting = { base, callback throws(CallbackProblem) in
                changed(try base.event(in: callback)) { $0.kind = nil }
            }
        },
    ]

    private static func changed(
        _ event: CallbackEvent,
        _ change: (inout Evidence) -> Void
    ) -> CallbackEvent {
        guard case .evidence(var evidence) = event else { return event }
        change(&evidence)
        return .evidence(evidence)
    }

    /// An SMS Pay whose vectors are wrong, and nothing else.
    private static func carrying(
        _ description: String,
        caughtBy rule: AdapterRule,
        _ change: @escaping @Sendable ([VectorFile]) -> [VectorFile]
    ) -> Mutant {
        Mutant(description: description, rule: rule.id) {
            var subject = MutatedSubject(base: try SMSPaySubject())
            subject.vectors = change(subject.vectors)
            return subject
        }
    }

    private static func replacing(_ old: String, with new: String, in file: VectorFile) -> VectorFile {
        VectorFile(name: file.name, bytes: file.bytes.replacing(old.utf8, with: new.utf8))
    }
}
