import BuiltInContracts
import Foundation
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
}
