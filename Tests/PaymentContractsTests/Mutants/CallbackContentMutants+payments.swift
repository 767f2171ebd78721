import BuiltInContracts
import Foundation
import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay
import Synchronization

extension CallbackContentMutants {
    static let payments: [Mutant] = [
        .pay2Local("takes every payment for a deposit", caughtBy: CallbackContentRules.otherKind) { adapter in
            adapter.rewriteEvidence { $0.kind = .deposit }
        },
        .smsPay("goes by the reference only", caughtBy: CallbackContentRules.otherPaymentID) { adapter in
            adapter.rewriteEvidence { $0.providerPaymentID = nil }
        },
        .smsPay("goes by the provider's id only", caughtBy: CallbackContentRules.otherReference) { adapter in
            adapter.rewriteEvidence { $0.reference = nil }
        },
        .pay2Local("takes a reference in any case", caughtBy: CallbackContentRules.otherReference) { adapter in
            adapter.rewriteEvidence { $0.reference = $0.reference?.uppercased() }
        },
        .smsPay("trims references", caughtBy: CallbackContentRules.names) { adapter in
            adapter.rewriteEvidence { $0.reference = $0.reference?.trimmingCharacters(in: .whitespaces) }
        },
        .smsPay("normalises references", caughtBy: CallbackContentRules.names) { adapter in
            adapter.rewriteEvidence { $0.reference = $0.reference?.precomposedStringWithCanonicalMapping }
        },
        .pay2Local("folds the case of transaction ids", caughtBy: CallbackContentRules.names) { adapter in
            adapter.rewriteEvidence { $0.transactionID = $0.transactionID?.lowercased() }
        },
        Mutant(
            description: "asks for a reference with a comma in it, and refuses its callback",
            rule: CallbackContentRules.names.id
        ) {
            Mutant.mutated(try Pay2LocalSubject.signingFields()) { (adapter: inout MutatedAdapter<Pay2LocalAdapter>) in
                adapter.authenticating = { base, callback, verifier throws(CallbackRefusal) in
                    let reference = (try? MessageJSON(callback.body))?[["merchant_payment_id"]]?.text
                    guard reference?.contains(",") != true else {
                        throw CallbackRefusal(.malformed, check: "merchant_payment_id")
                    }
                    return try base.authenticate(callback, with: &verifier)
                }
            }
        },
        .smsPay("writes its own time into evidence", caughtBy: CallbackContentRules.repeatable) { adapter in
            adapter.rewriteEvidence { $0.statedTime = "\(ContinuousClock.now)" }
        },
        .smsPay("refuses a callback that it has had before", caughtBy: CallbackContentRules.repeatable) { adapter in
            let memory = Memory<Set<[UInt8]>>([])
            adapter.authenticating = { base, callback, verifier throws(CallbackRefusal) in
                let isNew = memory.value.withLock { $0.insert(callback.body).inserted }
                guard isNew else { throw CallbackRefusal(.repeated, check: "body") }
                try base.authenticate(callback, with: &verifier)
            }
        },
        .smsPay("repeats the last final word it heard", caughtBy: CallbackContentRules.repeatable) { adapter in
            let last = Memory<Claim?>(nil)
            adapter.rewriteEvidence { evidence in
                let claim = evidence.claim
                evidence.claim = last.change { last in
                    if claim != .review { last = claim }
                    return last ?? claim
                }
            }
        },
        .smsPay("forgets to forget the callback before", caughtBy: CallbackContentRules.concurrent) { adapter in
            let memory = Memory<Evidence?>(nil)
            adapter.rewriteEvidence { evidence in
                let stated = evidence
                evidence = memory.value.withLock { first in
                    first = first ?? stated
                    return first ?? stated
                }
            }
        },
    ]
}
