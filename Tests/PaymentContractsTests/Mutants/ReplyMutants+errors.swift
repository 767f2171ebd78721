import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay

extension ReplyMutants {
    static let errors: [Mutant] = [
        .smsPay("takes a key that was used before for a refusal", caughtBy: ReplyRules.documentedError) { adapter in
            adapter.rewriteErrors { error, _, _ in
                if error.code == .keyConflict { error.code = .refused }
            }
        },
        .smsPay("takes a server error for a refusal", caughtBy: ReplyRules.documentedError) { adapter in
            adapter.rewriteErrors { error, response, _ in
                if response.status == 500, (try? MessageJSON(response.body)) != nil { error.code = .refused }
            }
        },
        .smsPay("takes a wrong key of ours for the provider's no to the payment", caughtBy: ReplyRules.documentedError)
        { adapter in
            adapter.rewriteErrors { error, _, _ in
                if error.code == .credentialsRefused { error.code = .refused }
            }
        },
        .pay2Local("does not look for an error under status 200", caughtBy: ReplyRules.documentedError) { adapter in
            adapter.rewriteAnswers { body, _ in
                body[["request_id"]] == nil ? body.setting(["status"], to: .number("200")) : body
            }
        },
        .smsPay("forgets the status of an error", caughtBy: ReplyRules.documentedError) { adapter in
            adapter.rewriteErrors { error, _, _ in error.httpStatus = nil }
        },
        .pay2Local("takes a firewall's no for the provider's", caughtBy: ReplyRules.othersError) { adapter in
            adapter.rewriteErrors { error, response, _ in
                guard response.status == 403, let body = try? MessageJSON(response.body) else { return }
                if body[["message"]] != nil { error.code = .refused }
            }
        },
        .smsPay("takes 400 for a refusal, whoever says it", caughtBy: ReplyRules.othersError) { adapter in
            adapter.rewriteErrors { error, response, _ in
                if response.status == 400 { error.code = .refused }
            }
        },
    ]
}
