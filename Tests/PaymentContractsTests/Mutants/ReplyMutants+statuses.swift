import HTTPTypes
import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay

extension ReplyMutants {
    static let statuses: [Mutant] = [
        .smsPay("takes no success but 200", caughtBy: ReplyRules.successful) { adapter in
            adapter.rewriteResponses { response, _ in
                if response.isSuccessful, response.status != 200 { response.body = [] }
            }
        },
        .smsPay("takes a gateway's timeout for a refusal", caughtBy: ReplyRules.creation) { adapter in
            adapter.rewriteErrors { error, response, _ in
                if response.status == 504 { error.code = .refused }
            }
        },
        .pay2Local("takes an overloaded server for one that accepted nothing", caughtBy: ReplyRules.creation) {
            adapter in
            adapter.rewriteErrors { error, response, _ in
                if response.status == 503 { error.code = .rateLimited }
            }
        },
        .smsPay("takes an overloaded server's no for a refusal of the order", caughtBy: ReplyRules.creation) {
            adapter in
            adapter.rewriteErrors { error, response, call in
                guard call.operation == .create, let body = try? MessageJSON(response.body) else { return }
                if response.status == 503, body[["statusCode"]] == .number("503") { error.code = .refused }
            }
        },
        .pay2Local("takes a time-out in the provider's own form for a refusal", caughtBy: ReplyRules.creation) {
            adapter in
            adapter.rewriteErrors { error, response, call in
                guard call.operation == .create, let body = try? MessageJSON(response.body) else { return }
                if response.status == 408, body[["message"]] != nil { error.code = .refused }
            }
        },
        .pay2Local("takes every status of 400 to 499 for a refusal", caughtBy: ReplyRules.creation) { adapter in
            adapter.rewriteErrors { error, response, call in
                if call.operation == .create, (400..<500).contains(response.status), error.code == .unreadable {
                    error.code = .refused
                }
            }
        },
        .smsPay("takes a page with status 404 for a payment that is not there", caughtBy: ReplyRules.question) {
            adapter in
            adapter.rewriteErrors { error, response, call in
                if response.status == 404, call.operation == .query { error.code = .notFound }
            }
        },
        .smsPay("takes a rate limit for an unknown outcome", caughtBy: ReplyRules.rateLimit) { adapter in
            adapter.rewriteErrors { error, response, _ in
                if response.status == 429 { error.code = .unavailable }
            }
        },
        .pay2Local("waits as long as it is told", caughtBy: ReplyRules.retryAfter) { adapter in
            adapter.rewriteErrors { error, response, _ in
                error.retryAfter = response.headers[.retryAfter].flatMap { Int($0) }.map { .seconds($0) }
            }
        },
        .smsPay("reads the seconds of a wait as minutes", caughtBy: ReplyRules.retryAfter) { adapter in
            adapter.rewriteErrors { error, response, _ in
                guard let minutes = response.headers[.retryAfter].flatMap({ Int($0) }), (1...60).contains(minutes)
                else {
                    return
                }
                error.retryAfter = .seconds(minutes * 60)
            }
        },
        .pay2Local("looks at the body and not at the status", caughtBy: ReplyRules.contradiction) { adapter in
            adapter.rewriteResponses { response, _ in
                if (try? MessageJSON(response.body)) != nil { response.status = 200 }
            }
        },
        .pay2Local("takes a success under 403 for a refusal", caughtBy: ReplyRules.contradiction) { adapter in
            adapter.rewriteErrors { error, response, _ in
                if response.status == 403, (try? MessageJSON(response.body))?[["message"]] != nil {
                    error.code = .refused
                }
            }
        },
    ]
}
