import Pay2Local
@testable import PaymentContracts
import PaymentIntents

/// Wrong with withdrawals only: whoever tries one direction sees nothing of it.
extension ReplyMutants {
    static let withdrawals: [Mutant] = [
        .pay2Local("takes every withdrawal that does not wait for a paid one", caughtBy: ReplyRules.documented) {
            adapter in
            adapter.rewriteWithdrawals { body in
                guard let word = body[["request_status"]]?.text, word != "Pending" else { return body }
                return body.setting(["request_status"], to: .string("Approved"))
            }
        },
        .pay2Local("takes a missing status of a withdrawal for a pending one", caughtBy: ReplyRules.requiredAbsent) {
            adapter in
            adapter.rewriteWithdrawals { body in
                guard body[["merchant_payment_id"]] != nil, body[["request_status"]] == nil else { return body }
                return body.setting(["request_status"], to: .string("Pending"))
            }
        },
        .pay2Local(
            "looks at the body and not at the status of a withdrawal",
            caughtBy: ReplyRules.contradiction
        ) { adapter in
            adapter.rewriteResponses { response, call in
                if call.isOfWithdrawal, (try? MessageJSON(response.body)) != nil { response.status = 200 }
            }
        },
        .pay2Local(
            "takes a wrong key of ours for the provider's no to a withdrawal",
            caughtBy: ReplyRules.documentedError
        ) { adapter in
            adapter.rewriteErrors { error, _, call in
                if call.isOfWithdrawal, error.code == .credentialsRefused { error.code = .refused }
            }
        },
        .pay2Local("takes a firewall's no to a withdrawal for the provider's", caughtBy: ReplyRules.othersError) {
            adapter in
            adapter.rewriteErrors { error, response, call in
                guard call.isOfWithdrawal, response.status == 403, let body = try? MessageJSON(response.body) else {
                    return
                }
                if body[["message"]] != nil { error.code = .refused }
            }
        },
        .pay2Local("cuts poisha off the Double of a withdrawal", caughtBy: MoneyRules.replyExact) { adapter in
            adapter.rewriteWithdrawals { body in
                guard case .number(let digits) = body[["requested_amount"]] else { return body }
                return body.setting(["requested_amount"], to: .number(WrongAmount.throughDouble(digits) ?? digits))
            }
        },
    ]
}

extension MutatedAdapter {
    /// Changes the bodies of answers about withdrawals before they are read rightly.
    mutating func rewriteWithdrawals(_ change: @escaping @Sendable (MessageJSON) -> MessageJSON) {
        rewriteAnswers { body, call in call.isOfWithdrawal ? change(body) : body }
    }
}

extension ProviderCall {
    /// Whether a withdrawal is created or asked about.
    fileprivate var isOfWithdrawal: Bool {
        switch self {
        case .create(let order): order.kind == .withdrawal
        case .query(let lookup): lookup.kind == .withdrawal
        case .list, .balance: false
        }
    }
}
