import Foundation
import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay

enum ReplyMutants {
    static let all = payments + words + fields + damages + statuses + errors + pages + lists + withdrawals

    private static let payments: [Mutant] = [
        .smsPay("takes the reference for the provider's name", caughtBy: ReplyRules.genuine) { adapter in
            adapter.rewriteAnswers { body, _ in body.setting(["id"], to: body[["customerReference"]]) }
        },
        .pay2Local("takes every payment for a deposit", caughtBy: ReplyRules.genuine) { adapter in
            adapter.rewriteAnswers { body, _ in body.setting(["request_type"], to: .string("Deposit")) }
        },
        .smsPay("reports the reference that it asked about", caughtBy: ReplyRules.stated) { adapter in
            adapter.rewriteAnswers { body, call in
                guard case .query(let lookup) = call, let reference = lookup.reference else { return body }
                return body.setting(["customerReference"], to: .string(reference))
            }
        },
        .smsPay("reports the payment that it asked about", caughtBy: ReplyRules.stated) { adapter in
            adapter.rewriteAnswers { body, call in
                guard case .query(let lookup) = call, let id = lookup.providerPaymentID else { return body }
                return body.setting(["id"], to: .string(id))
            }
        },
        .smsPay("takes real money for play money", caughtBy: ReplyRules.environment) { adapter in
            adapter.rewriteAnswers { body, _ in
                body[["environment"]] == .string("LIVE") ? body.setting(["environment"], to: .string("SANDBOX")) : body
            }
        },
        .smsPay("takes the end of the time to pay for Dhaka's", caughtBy: ReplyRules.expiry) { adapter in
            adapter.rewriteIntents { intent, _ in
                intent.expiresAt = intent.expiresAt?.addingTimeInterval(-6 * 3600)
            }
        },
        .smsPay("puts its own time where the answer has none", caughtBy: ReplyRules.pure) { adapter in
            adapter.replying = { base, response, call throws(ProviderError) in
                guard case .intent(var intent) = try base.reply(in: response, to: call) else {
                    return try base.reply(in: response, to: call)
                }
                intent.createdAt = Date()
                return .intent(intent)
            }
        },
    ]

    private static let words: [Mutant] = [
        .smsPay("takes a review for a success", caughtBy: ReplyRules.documented) { adapter in
            adapter.rewriteStatus(at: "status") { $0 == "REVIEW_REQUIRED" ? "PAID" : $0 }
        },
        .pay2Local("takes a payment that is not initialised for a rejected one", caughtBy: ReplyRules.documented) {
            adapter in
            adapter.rewriteStatus(at: "request_status") { $0 == "Not Initialized" ? "Rejected" : $0 }
        },
        .smsPay("takes an unknown status for a failure", caughtBy: ReplyRules.unknown) { adapter in
            adapter.rewriteStatus(at: "status") { smsPayWords.contains($0) ? $0 : "FAILED" }
        },
        .pay2Local("takes an unknown status for a success", caughtBy: ReplyRules.unknown) { adapter in
            adapter.rewriteStatus(at: "request_status") { pay2LocalWords.contains($0.lowercased()) ? $0 : "Approved" }
        },
        .pay2Local("takes every status with a success in it for one", caughtBy: ReplyRules.unknown) { adapter in
            adapter.rewriteStatus(at: "request_status") { $0.contains("Approved") ? "Approved" : $0 }
        },
        .smsPay("forgets an unknown status", caughtBy: ReplyRules.unknown) { adapter in
            adapter.rewriteStatus(at: "status") { smsPayWords.contains($0) ? $0 : "REVIEW_REQUIRED" }
        },
        .smsPay("takes a status in lower case for a pending one", caughtBy: ReplyRules.otherCase) { adapter in
            adapter.rewriteStatus(at: "status") { $0 == $0.lowercased() ? "PENDING" : $0 }
        },
        .pay2Local("trims statuses", caughtBy: ReplyRules.lookAlike) { adapter in
            adapter.rewriteStatus(at: "request_status") { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        },
        .smsPay("normalises statuses", caughtBy: ReplyRules.lookAlike) { adapter in
            adapter.rewriteStatus(at: "status") { $0.precomposedStringWithCompatibilityMapping }
        },
    ]

    private static let smsPayWords = ["PENDING", "PAID", "EXPIRED", "REJECTED", "FAILED", "REVIEW_REQUIRED"]

    private static let pay2LocalWords = ["approved", "rejected", "success", "pending", "not initialized"]

    private static let fields: [Mutant] = [
        .pay2Local("takes what it asked for where the answer is silent", caughtBy: ReplyRules.requiredAbsent) {
            adapter in
            adapter.rewriteAnswers { body, call in
                guard case .query(let lookup) = call, body[["merchant_payment_id"]] == nil else { return body }
                return body.setting(["merchant_payment_id"], to: .string(lookup.reference ?? ""))
            }
        },
        .smsPay("takes a missing status for a pending one", caughtBy: ReplyRules.requiredAbsent) { adapter in
            adapter.rewriteAnswers { body, _ in
                body[["status"]] == nil ? body.setting(["status"], to: .string("PENDING")) : body
            }
        },
        .smsPay("takes null for a pending payment", caughtBy: ReplyRules.requiredWrong) { adapter in
            adapter.rewriteAnswers { body, _ in
                body[["status"]] == .null ? body.setting(["status"], to: .string("PENDING")) : body
            }
        },
        .pay2Local("opens lists of one", caughtBy: ReplyRules.requiredWrong) { adapter in
            adapter.rewriteAnswers { body, _ in
                guard case .array(let values) = body[["request_status"]], let value = values.first else { return body }
                return body.setting(["request_status"], to: value)
            }
        },
        .smsPay("cannot do without the merchant's id", caughtBy: ReplyRules.optionalAbsent) { adapter in
            adapter.rewriteAnswers { body, _ in
                body[["merchantId"]] == nil ? body.setting(["status"], to: nil) : body
            }
        },
        .smsPay("takes a payment that ended in 1970 for an expired one", caughtBy: ReplyRules.optionalWrong) {
            adapter in
            adapter.rewriteAnswers { body, _ in
                body[["expiresAt"]] == .string("1970-01-01") ? body.setting(["status"], to: .string("EXPIRED")) : body
            }
        },
        .smsPay("understands only members that it knows", caughtBy: ReplyRules.extraMembers) { adapter in
            adapter.rewriteAnswers { body, _ in
                guard case .object(let members) = body, members.count > 11 else { return body }
                return .object([])
            }
        },
        .pay2Local("reads names of members in any case", caughtBy: ReplyRules.extraMembers) { adapter in
            adapter.rewriteAnswers { body, _ in
                guard let status = body[["REQUEST_STATUS"]] else { return body }
                return body.setting(["request_status"], to: status)
            }
        },
        .smsPay("takes the first member for the name of the payment", caughtBy: ReplyRules.memberOrder) { adapter in
            adapter.rewriteAnswers { body, _ in
                guard case .object(let members) = body, let first = members.first else { return body }
                return body.setting(["id"], to: first.value)
            }
        },
    ]
}

extension MutatedAdapter {
    /// Exchanges the word for what happened.
    mutating func rewriteStatus(at name: String, _ change: @escaping @Sendable (String) -> String) {
        rewriteAnswers { body, _ in
            guard case .string(let word) = body[[name]] else { return body }
            return body.setting([name], to: .string(change(word)))
        }
    }
}
