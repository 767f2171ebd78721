import BuiltInContracts
@testable import PaymentContracts
import PaymentIntents
import Pay2Local
import SMSPay

enum LifecycleMutants {
    static let all: [Mutant] = sequences + journeys + withdrawals + faults

    private static let sequences: [Mutant] = [
        .smsPay("takes an expiry for a failure", caughtBy: LifecycleRules.everySequence) { adapter in
            adapter.rewriteEvidence { if $0.claim == .expired { $0.claim = .failed } }
        },
        .pay2Local("takes a rejection for a matter of opinion", caughtBy: LifecycleRules.everySequence) { adapter in
            adapter.rewriteEvidence { if $0.claim == .rejected { $0.claim = .review } }
        },
        .smsPay("answers with the best it has heard", caughtBy: LifecycleRules.seenEverything) { adapter in
            let best = Memory<Claim?>(nil)
            adapter.rewriteIntents { intent, _ in
                let claim = intent.claim
                intent.claim = best.change { best in
                    if best != .succeeded { best = claim }
                    return best ?? claim
                }
            }
        },
        .smsPay("believes no success from before that day", caughtBy: LifecycleRules.statedTimes) { adapter in
            adapter.rewriteEvidence { evidence in
                if let time = evidence.statedTime, time < "2026-05-05" { evidence.claim = .review }
            }
        },
        .pay2Local("believes no callback from the future", caughtBy: LifecycleRules.statedTimes) { adapter in
            adapter.rewriteEvidence { evidence in
                if let time = evidence.statedTime, time > "2024-05-22" { evidence.claim = .review }
            }
        },
    ]

    private static let journeys: [Mutant] = [
        .smsPay("calls the payment of a webhook by its reference", caughtBy: LifecycleRules.sourcesAgree) { adapter in
            adapter.rewriteEvidence { $0.providerPaymentID = $0.reference }
        },
        .smsPay("tells a rejection as a failure when it is asked", caughtBy: LifecycleRules.sourcesAgree) { adapter in
            adapter.rewriteIntents { intent, _ in if intent.claim == .rejected { intent.claim = .failed } }
        },
        .smsPay("drops PAID after EXPIRED", caughtBy: LifecycleRules.lateSuccess) { adapter in
            let expired = Memory<Set<String?>>([])
            adapter.rewriteEvidence { evidence in
                let (claim, id) = (evidence.claim, evidence.providerPaymentID)
                if claim == .expired { expired.change { _ = $0.insert(id) } }
                if claim == .succeeded, expired.change({ $0.contains(id) }) { evidence.claim = .expired }
            }
        },
        .smsPay("takes EXPIRED for PENDING when it asks", caughtBy: LifecycleRules.expiryByQuery) { adapter in
            adapter.rewriteIntents { intent, _ in if intent.claim == .expired { intent.claim = .pending } }
        },
        .smsPay("declares that a webhook tells of FAILED", caughtBy: LifecycleRules.queryOnly) { adapter in
            adapter.declaring = { base in
                var capabilities = base.capabilities
                capabilities.claimsByQueryOnly = []
                return capabilities
            }
        },
        .pay2Local("declares that only a query tells of a rejection", caughtBy: LifecycleRules.queryOnly) { adapter in
            adapter.declaring = { base in
                var capabilities = base.capabilities
                capabilities.claimsByQueryOnly = .rejected
                return capabilities
            }
        },
    ]

    private static let withdrawals: [Mutant] = [
        .pay2Local("takes a rejected withdrawal for one that waits when it asks", caughtBy: LifecycleRules.sourcesAgree)
        {
            adapter in
            adapter.rewriteWithdrawals { body in
                guard body[["request_status"]] == .string("Rejected") else { return body }
                return body.setting(["request_status"], to: .string("Pending"))
            }
        },
        .pay2Local("leaves a rejected withdrawal to a person", caughtBy: LifecycleRules.queryOnly) { adapter in
            adapter.rewriteEvidence { evidence in
                if evidence.kind == .withdrawal, evidence.claim == .rejected { evidence.claim = .review }
            }
        },
    ]

    private static let faults: [Mutant] = [
        .smsPay("refuses a webhook that it has seen", caughtBy: LifecycleRules.duplicates) { adapter in
            let seen = Memory<Set<[UInt8]>>([])
            adapter.authenticating = { base, callback, verifier throws(CallbackRefusal) in
                guard seen.change({ $0.insert(callback.body).inserted }) else {
                    throw CallbackRefusal(.repeated, check: "body")
                }
                try base.authenticate(callback, with: &verifier)
            }
        },
        .pay2Local("keeps to the first word it heard of a payment", caughtBy: LifecycleRules.reordered) { adapter in
            let first = Memory<[String?: Claim]>([:])
            adapter.rewriteEvidence { evidence in
                let (claim, reference) = (evidence.claim, evidence.reference)
                evidence.claim = first.change { first in
                    first[reference] = first[reference] ?? claim
                    return first[reference] ?? claim
                }
            }
        },
        .pay2Local("takes a rejection for an expiry", caughtBy: LifecycleRules.contradiction) { adapter in
            adapter.rewriteEvidence { if $0.claim == .rejected { $0.claim = .expired } }
        },
        .smsPay("repeats the amount that it ordered", caughtBy: LifecycleRules.wrongAmount) { adapter in
            let ordered = Memory<[String: Money]>([:])
            adapter.rewriteOrders { order in
                let (reference, amount) = (order.reference, order.amount)
                ordered.change { $0[reference] = amount }
            }
            adapter.rewriteEvidence { evidence in
                guard let reference = evidence.reference else { return }
                if let amount = ordered.change({ $0[reference] }) { evidence.amount = .money(amount) }
            }
        },
        .smsPay("believes a signature that is wrong", caughtBy: LifecycleRules.wrongSignature) { adapter in
            adapter.believes { _ in true }
        },
    ]
}
