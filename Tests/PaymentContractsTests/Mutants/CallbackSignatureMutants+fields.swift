import BuiltInContracts
import Pay2Local
@testable import PaymentContracts
import PaymentIntents

extension CallbackSignatureMutants {
    static let fields: [Mutant] = [
        reading("believes the direction, which nobody signed") { message, evidence in
            evidence.kind = message[["request_type"]] == .string("Withdraw") ? .withdrawal : .deposit
        },
        reading("names a transaction, which nobody signed") { message, evidence in
            evidence.transactionID = message[["transaction_id"]]?.text
        },
        .smsPay("leaves the reference out of what is verified", caughtBy: CallbackSignatureRules.exchangedField) {
            adapter in
            adapter.believes { claimed in
                guard let subject = try? SMSPaySubject(), let path = subject.wire.callback.fields[.reference],
                    let genuine = try? MessageJSON(subject.genuineCallback().body),
                    let message = try? MessageJSON(claimed.callback.body)
                else { return false }
                return claimed.value == claimed.right(over: message.setting(path, to: genuine[path]).bytes)
            }
        },
    ]

    /// A Pay2Local of which only fields are signed, and which reads others all the same.
    private static func reading(
        _ description: String,
        _ change: @escaping @Sendable (MessageJSON, inout Evidence) -> Void
    ) -> Mutant {
        Mutant(description: description, rule: CallbackSignatureRules.exchangedField.id) {
            Mutant.mutated(try Pay2LocalSubject.signingFields()) { (adapter: inout MutatedAdapter<Pay2LocalAdapter>) in
                adapter.interpreting = { base, callback throws(CallbackProblem) in
                    guard case .evidence(var evidence) = try base.event(in: callback),
                        let message = try? MessageJSON(callback.callback.body)
                    else { throw .notUnderstood("body") }
                    change(message, &evidence)
                    return .evidence(evidence)
                }
            }
        }
    }
}
