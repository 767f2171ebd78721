import BuiltInContracts
import Foundation
@testable import PaymentContracts
import PaymentIntents
import Pay2Local
import SMSPay

enum IdempotencyMutants {
    static let all: [Mutant] = keys + silence + errors

    private static let keys: [Mutant] = [
        .smsPay("declares creation idempotent and sends a random key", caughtBy: IdempotencyRules.sentTwice) {
            adapter in
            adapter.rewriteOrders { $0.paymentID = randomID() }
        },
        .smsPay("takes a key that was used for a refusal", caughtBy: IdempotencyRules.otherBody) { adapter in
            adapter.rewriteErrors { error, _, _ in if error.code == .keyConflict { error.code = .refused } }
        },
        .smsPay("sends the reference as its key", caughtBy: IdempotencyRules.ownKey) { adapter in
            adapter.sendReferenceAsKey()
        },
        Mutant(
            description: "sends the reference as its key, of which the subject does not say where it stands",
            rule: IdempotencyRules.ownKey.id
        ) {
            var subject = Mutant.mutated(try SMSPaySubject()) { (adapter: inout MutatedAdapter<SMSPayAdapter>) in
                adapter.sendReferenceAsKey()
            }
            subject.wire.creationRequest.fields[.idempotencyKey] = nil
            return subject
        },
        .smsPay("makes up a new key after a conflict", caughtBy: IdempotencyRules.sameBytes) { adapter in
            let conflicts = Memory(0)
            adapter.rewriteErrors { error, _, _ in
                if error.code == .keyConflict { conflicts.change { $0 += 1 } }
            }
            adapter.rewriteOrders { order in if conflicts.change({ $0 > 0 }) { order.paymentID = randomID() } }
        },
        .pay2Local("numbers its attempts", caughtBy: IdempotencyRules.sameBytes) { adapter in
            let attempts = Memory(0)
            adapter.rewriteOrders { order in
                let attempt = attempts.change { attempts in
                    attempts += 1
                    return attempts
                }
                if attempt > 1 { order.reference += "-\(attempt)" }
            }
        },
        .smsPay("uses one key for all orders", caughtBy: IdempotencyRules.twoOrders) { adapter in
            let key = randomID()
            adapter.rewriteOrders { $0.paymentID = key }
        },
        .smsPay("takes an order of the same amount for the same order", caughtBy: IdempotencyRules.twoOrders) {
            adapter in
            let first = Memory<[Money: PaymentOrder]>([:])
            adapter.rewriteOrders { order in
                let new = order
                order = first.change { first in
                    first[new.amount] = first[new.amount] ?? new
                    return first[new.amount] ?? new
                }
            }
        },
        .pay2Local("sends a reference of its own", caughtBy: IdempotencyRules.namesPayment) { adapter in
            adapter.rewriteOrders { $0.reference = "PAYMENT" }
        },
    ]

    private static let silence: [Mutant] = [
        .smsPay("uses a key once", caughtBy: IdempotencyRules.afterSilence) { adapter in
            let used = Memory<Set<PaymentID>>([])
            adapter.rewriteOrders { order in
                let id = order.paymentID
                if !used.change({ $0.insert(id).inserted }) { order.paymentID = randomID() }
            }
        },
        .pay2Local("declares creation idempotent", caughtBy: IdempotencyRules.oneAfterSilence) { adapter in
            adapter.declaring = { base in
                var capabilities = base.capabilities
                capabilities.isCreationIdempotent = true
                return capabilities
            }
        },
        .smsPay("lists only what is settled", caughtBy: IdempotencyRules.foundInList) { adapter in
            adapter.rewritePages { intents, _ in intents.removeAll { $0.claim == .pending } }
        },
        .smsPay("asks for a list of what is pending", caughtBy: IdempotencyRules.foundInList) { adapter in
            adapter.rewriteRequests { request, call in
                if call.operation == .list { request.url += "&status=PENDING" }
            }
        },
        .smsPay("writes references of the list in lower case", caughtBy: IdempotencyRules.foundInList) { adapter in
            adapter.rewritePages { intents, _ in
                for index in intents.indices { intents[index].reference = intents[index].reference.lowercased() }
            }
        },
    ]

    private static let errors: [Mutant] = [
        .smsPay("takes a gateway's time-out for a refusal", caughtBy: IdempotencyRules.unknownOutcome) { adapter in
            adapter.rewriteErrors { error, response, _ in if response.status == 504 { error.code = .refused } }
        },
        .smsPay("takes half an answer for a refusal", caughtBy: IdempotencyRules.unknownOutcome) { adapter in
            adapter.rewriteErrors { error, response, _ in if response.isSuccessful { error.code = .refused } }
        },
        .pay2Local("takes a failure inside for a refusal", caughtBy: IdempotencyRules.unknownOutcome) { adapter in
            adapter.rewriteErrors { error, response, _ in if response.status == 500 { error.code = .refused } }
        },
        .pay2Local("takes too many requests for a refusal", caughtBy: IdempotencyRules.rateLimit) { adapter in
            adapter.rewriteErrors { error, _, _ in if error.code == .rateLimited { error.code = .refused } }
        },
        .smsPay("takes too many requests for an unknown outcome", caughtBy: IdempotencyRules.rateLimit) { adapter in
            adapter.rewriteErrors { error, _, _ in if error.code == .rateLimited { error.code = .unavailable } }
        },
        .smsPay("asks for ever about what was refused", caughtBy: IdempotencyRules.definiteNo) { adapter in
            adapter.rewriteErrors { error, _, _ in if error.code == .refused { error.code = .unreadable } }
        },
        Mutant(
            description: "asks for ever about what was refused, where requests are signed",
            rule: IdempotencyRules.definiteNo.id
        ) {
            try SignedRequests.subject { adapter in
                adapter.rewriteErrors { error, _, _ in if error.code == .refused { error.code = .unreadable } }
            }
        },
        .smsPay("takes a refused payment for a refused key", caughtBy: IdempotencyRules.definiteNo) { adapter in
            adapter.rewriteErrors { error, _, _ in if error.code == .refused { error.code = .credentialsRefused } }
        },
        .pay2Local("takes a refused key for a refused payment", caughtBy: IdempotencyRules.wrongCredentials) {
            adapter in
            adapter.rewriteErrors { error, _, _ in if error.code == .credentialsRefused { error.code = .refused } }
        },
    ]

    private static func randomID() -> PaymentID {
        var generator = SystemRandomNumberGenerator()
        return PaymentID(at: Date(timeIntervalSince1970: 1_777_975_200), using: &generator)
    }
}

extension MutatedAdapter<SMSPayAdapter> {
    /// Makes the key of the merchant's reference.
    fileprivate mutating func sendReferenceAsKey() {
        rewriteCreations { body, order in body.setting(["idempotencyKey"], to: .string(order.reference)) }
    }
}
