import BuiltInContracts
import Foundation
@testable import PaymentContracts
import PaymentIntents
import SMSPay
import StrictJSON

/// How adapters read callbacks wrongly.
extension MutatedAdapter {
    /// Changes what is said about each callback.
    ///
    /// - Parameter change: Makes the evidence wrong.
    mutating func rewriteEvidence(_ change: @escaping @Sendable (inout Evidence) -> Void) {
        interpreting = { base, callback throws(CallbackProblem) in
            let event = try base.event(in: callback)
            guard case .evidence(var evidence) = event else { return event }
            change(&evidence)
            return .evidence(evidence)
        }
    }

    /// Reads other bodies in place of each authentic one: the first of them that is understood.
    ///
    /// - Parameter bodies: What is read.
    mutating func reads(_ bodies: @escaping @Sendable ([UInt8]) -> [[UInt8]]) {
        interpreting = { base, callback throws(CallbackProblem) in
            var problem = CallbackProblem.notUnderstood("body")
            for body in bodies(callback.callback.body) {
                // Only another body needs another signature, which the verifier has to see.
                if body == callback.callback.body {
                    do throws(CallbackProblem) {
                        return try base.event(in: callback)
                    } catch {
                        problem = error
                        continue
                    }
                }
                guard let signed = Self.signed(body), let receipt = try? base.receive(signed) else { continue }
                switch receipt {
                case .event(let event): return event
                case .hint(_, says: .some(let evidence)): return .evidence(evidence)
                case .hint(_, says: nil): continue
                case .problem(let other): problem = other
                }
            }
            throw problem
        }
    }

    /// Reads other messages in place of each authentic one: the first of them that is understood.
    ///
    /// - Parameter messages: What is read.
    mutating func readsMessages(_ messages: @escaping @Sendable (MessageJSON) -> [MessageJSON]) {
        reads { body in
            guard let message = try? MessageJSON(body) else { return [body] }
            return messages(message).map { $0.bytes == message.bytes ? body : $0.bytes }
        }
    }

    /// Reads another text in place of one that stands in each message.
    ///
    /// - Parameters:
    ///   - path: Where it stands.
    ///   - change: What is read.
    mutating func readsText(at path: [String], as change: @escaping @Sendable (String) -> String) {
        readsMessages { message in
            guard case .string(let text) = message[path] else { return [message] }
            return [message.setting(path, to: .string(change(text)))]
        }
    }

    private static func signed(_ body: [UInt8]) -> Callback? {
        guard let key = try? AdapterSetup().callbackKeys.first else { return nil }
        let subject: (any AdapterSubject)? =
            Base.name == SMSPayAdapter.name ? try? SMSPaySubject() : try? Pay2LocalSubject()
        return try? subject?.wire.signing.sign(body, with: key)
    }
}

extension [UInt8] {
    /// The text as a lax reader takes it: written anew by Foundation, which keeps one of two equal names.
    var readByFoundation: [UInt8] {
        guard let value = try? JSONSerialization.jsonObject(with: Data(self), options: .fragmentsAllowed),
            let data = try? JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed)
        else { return self }
        return Array(data)
    }
}
