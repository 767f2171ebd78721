import BuiltInContracts
import Foundation
import HTTPTypes
import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay

extension ReplyMutants {
    static let damages: [Mutant] = [
        .smsPay("takes a page with status 200 for a created payment", caughtBy: ReplyRules.html) { adapter in
            adapter.rewriteResponses { response, call in
                guard call.operation == .create, response.isSuccessful, response.body.first == UInt8(ascii: "<") else {
                    return
                }
                response.body = created
            }
        },
        .smsPay("takes an empty answer for a created payment", caughtBy: ReplyRules.empty) { adapter in
            adapter.rewriteResponses { response, call in
                if call.operation == .create, response.isSuccessful, response.body.isEmpty { response.body = created }
            }
        },
        .pay2Local("takes an empty answer for a refusal", caughtBy: ReplyRules.empty) { adapter in
            adapter.rewriteErrors { error, response, _ in
                if response.body == Array("{}".utf8) { error.code = .refused }
            }
        },
        .pay2Local("closes what was cut off", caughtBy: ReplyRules.cut) { adapter in
            adapter.rewriteResponses { response, _ in
                if let body = try? MessageJSON(response.body + [UInt8(ascii: "}")]) { response.body = body.bytes }
            }
        },
        .smsPay("takes what was cut off for a refusal", caughtBy: ReplyRules.cut) { adapter in
            adapter.rewriteErrors { error, response, _ in
                if response.isSuccessful, error.code == .unreadable { error.code = .refused }
            }
        },
        .smsPay("skips a byte order mark", caughtBy: ReplyRules.hostile) { adapter in
            adapter.rewriteResponses { response, _ in
                if response.body.starts(with: [0xEF, 0xBB, 0xBF]) { response.body.removeFirst(3) }
            }
        },
        .pay2Local("repairs bad UTF-8", caughtBy: ReplyRules.hostile) { adapter in
            adapter.rewriteResponses { response, _ in
                response.body = Array(String(decoding: response.body, as: UTF8.self).utf8)
            }
        },
        .smsPay("takes the last of two members with one name", caughtBy: ReplyRules.repeatedMembers) { adapter in
            adapter.rewriteResponses { response, _ in
                guard let object = try? JSONSerialization.jsonObject(with: Data(response.body)),
                    let data = try? JSONSerialization.data(withJSONObject: object)
                else { return }
                response.body = Array(data)
            }
        },
    ]

    /// What SMS Pay answers when all is well.
    private static let created: [UInt8] = {
        guard let subject = try? SMSPaySubject(), let payment = try? subject.samplePayment() else { return [] }
        return subject.wire.creationReply.message(about: payment).bytes
    }()

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
        .smsPay("quotes the provider's message", caughtBy: ReplyRules.quiet) { adapter in
            adapter.rewriteErrors { error, response, _ in
                if let message = (try? MessageJSON(response.body))?[["message"]]?.text { error.message = message }
            }
        },
        .pay2Local("quotes an answer that it does not understand", caughtBy: ReplyRules.quiet) { adapter in
            adapter.rewriteErrors { error, response, _ in
                if error.code == .unreadable { error.message += String(decoding: response.body, as: UTF8.self) }
            }
        },
    ]
}
