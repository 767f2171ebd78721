@testable import PaymentContracts
import PaymentIntents
import StrictJSON

extension CallbackContentMutants {
    static let texts: [Mutant] = [
        .smsPay("refuses members that it does not know", caughtBy: CallbackContentRules.unknownMembers) { adapter in
            adapter.reads { body in
                let root = try? JSONDocument(body).root
                let known = ["event", "environment", "timestamp", "data"]
                return root?.members?.allSatisfy { known.contains($0.name) } == true ? [body] : []
            }
        },
        .smsPay("reads members by their place", caughtBy: CallbackContentRules.form) { adapter in
            adapter.readsMessages { message in
                guard case .object(let members) = message else { return [message] }
                return members.first?.name == "event" ? [message] : []
            }
        },
        .smsPay("looks for names in the text as it was sent", caughtBy: CallbackContentRules.form) { adapter in
            adapter.reads { String(decoding: $0, as: UTF8.self).contains("\"event\":") ? [$0] : [] }
        },
        .smsPay("takes one of two members of one name", caughtBy: CallbackContentRules.repeatedNames) { adapter in
            adapter.reads { [$0.readByFoundation] }
        },
        .smsPay("looks for repeated names before it unescapes them", caughtBy: CallbackContentRules.repeatedNames) {
            adapter in
            adapter.reads { body in
                let escaped = body.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "_") : $0 }
                return (try? JSONDocument(escaped)) == nil ? [] : [body, body.readByFoundation]
            }
        },
        .smsPay("skips a byte order mark", caughtBy: CallbackContentRules.malformed) { adapter in
            adapter.reads { $0.starts(with: [0xEF, 0xBB, 0xBF]) ? [Array($0.dropFirst(3))] : [$0] }
        },
        .smsPay("repairs what is not UTF-8", caughtBy: CallbackContentRules.malformed) { adapter in
            adapter.reads { [Array(String(decoding: $0, as: UTF8.self).utf8)] }
        },
        .smsPay("reads the first of two documents", caughtBy: CallbackContentRules.malformed) { adapter in
            adapter.reads { body in
                guard let end = body.firstRange(of: Array("}}".utf8)) else { return [body] }
                return [Array(body[..<end.upperBound])]
            }
        },
    ]
}
