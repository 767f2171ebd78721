import Foundation
@testable import PaymentContracts
import PaymentIntents
import Synchronization

extension CallbackContentMutants {
    static let payments: [Mutant] = [
        .pay2Local("takes every payment for a deposit", caughtBy: CallbackContentRules.otherKind) { adapter in
            adapter.changesEvidence { $0.kind = .deposit }
        },
        .smsPay("goes by the reference only", caughtBy: CallbackContentRules.otherPaymentID) { adapter in
            adapter.changesEvidence { $0.providerPaymentID = nil }
        },
        .smsPay("goes by the provider's id only", caughtBy: CallbackContentRules.otherReference) { adapter in
            adapter.changesEvidence { $0.reference = nil }
        },
        .pay2Local("takes a reference in any case", caughtBy: CallbackContentRules.otherReference) { adapter in
            adapter.changesEvidence { $0.reference = $0.reference?.uppercased() }
        },
        .smsPay("trims references", caughtBy: CallbackContentRules.names) { adapter in
            adapter.changesEvidence { $0.reference = $0.reference?.trimmingCharacters(in: .whitespaces) }
        },
        .smsPay("normalises references", caughtBy: CallbackContentRules.names) { adapter in
            adapter.changesEvidence { $0.reference = $0.reference?.precomposedStringWithCanonicalMapping }
        },
        .pay2Local("folds the case of transaction ids", caughtBy: CallbackContentRules.names) { adapter in
            adapter.changesEvidence { $0.transactionID = $0.transactionID?.lowercased() }
        },
        .smsPay("writes its own time into evidence", caughtBy: CallbackContentRules.repeatable) { adapter in
            adapter.changesEvidence { $0.statedTime = "\(ContinuousClock.now)" }
        },
        .smsPay("forgets to forget the callback before", caughtBy: CallbackContentRules.concurrent) { adapter in
            let memory = Memory<Evidence?>(nil)
            adapter.changesEvidence { evidence in
                let stated = evidence
                evidence = memory.value.withLock { first in
                    first = first ?? stated
                    return first ?? stated
                }
            }
        },
    ]
}
