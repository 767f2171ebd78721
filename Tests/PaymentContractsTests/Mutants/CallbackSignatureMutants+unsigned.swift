import HTTPTypes
@testable import PaymentContracts
import PaymentIntents
import SMSPay
import Synchronization

extension CallbackSignatureMutants {
    static let unsigned: [Mutant] = [
        .smsPay("takes the event from an unsigned header", caughtBy: CallbackSignatureRules.unsignedHeaders) {
            adapter in
            adapter.interpreting = { base, callback throws(CallbackProblem) in
                guard case .evidence(var evidence) = try base.event(in: callback),
                    let name = HTTPField.Name("X-Webhook-Event")
                else { throw .notUnderstood("event") }
                if callback.callback.headers[name] == "payment.paid" { evidence.claim = .succeeded }
                return .evidence(evidence)
            }
        },
        .smsPay("refuses by an unsigned time", caughtBy: CallbackSignatureRules.unsignedHeaders) { adapter in
            adapter.authenticating = { base, callback, verifier throws(CallbackRefusal) in
                guard let name = HTTPField.Name("X-Webhook-Timestamp"),
                    callback.headers[name]?.hasPrefix("1970") != true
                else { throw CallbackRefusal(.mismatch, check: "x-webhook-timestamp") }
                try base.authenticate(callback, with: &verifier)
            }
        },
        .smsPay("has a way in for tests", caughtBy: CallbackSignatureRules.unknownHeaders) { adapter in
            adapter.believes { claimed in
                HTTPField.Name("X-Test-Mode").map { claimed.callback.headers[$0] == "1" } ?? false
            }
        },
        .smsPay("refuses what came through a proxy", caughtBy: CallbackSignatureRules.unknownHeaders) { adapter in
            adapter.authenticating = { base, callback, verifier throws(CallbackRefusal) in
                guard let name = HTTPField.Name("X-Forwarded-For"), callback.headers[name] == nil else {
                    throw CallbackRefusal(.malformed, check: "x-forwarded-for")
                }
                try base.authenticate(callback, with: &verifier)
            }
        },
    ]
}
