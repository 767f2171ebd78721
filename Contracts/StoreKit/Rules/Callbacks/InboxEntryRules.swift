import Foundation
import HTTPTypes
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A callback of the inbox is evidence: everything that is known of it, as it came.
enum InboxEntryRules {
    static let all: [StoreRule] = [facts, reopened, headers, credentials]

    static let facts = StoreRule(
        "inbox.entry",
        "Whoever settles a dispute needs to know to whom it came, when it came first, how often, and what became of it."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment(account: "agents"), as: "p-1")
            let times = (0..<4).map { Sample.now.addingTimeInterval(Double($0 * 86_401) / 1000) }
            let folded = try Sample.callback(.succeeded, of: "p-1", account: "agents", at: times[0])
            let waiting = try Sample.callback(.succeeded, of: "p-9", at: times[1])
            let note = "why\0\\ \u{E9}e\u{301} '\""
            let mute = try Sample.delivery(.keep(.notUnderstood, note: note), body: [0xFF], at: times[2])
            let again = try Sample.delivery(.keep(.notUnderstood, note: note), body: [0xFF], at: times[3])
            for delivery in [folded, waiting, mute, again] { _ = try await store.absorb([delivery]) }
            let kept = try await store.kept()
            let due = try zip(kept.map(\.number), [folded, waiting, mute])
                .map { number, delivery in
                    let isFolded = delivery.bodyHash == folded.bodyHash
                    let isMute = delivery.bodyHash == mute.bodyHash
                    return InboxEntry(
                        number: number,
                        account: try Sample.account(isFolded ? "agents" : "wallets"),
                        state: isFolded ? .absorbed : isMute ? .notUnderstood : .unmatched,
                        note: isMute ? note : nil,
                        paymentID: isFolded ? payment.id : nil,
                        receivedAt: delivery.receivedAt,
                        copies: isMute ? 2 : 1,
                        callback: delivery.callback
                    )
                }
            try requireEqual(kept.count, 3, sent: "three callbacks, the last of them twice")
            for (came, due) in zip(kept, due) {
                try requireEqual(KeptCallback(came), KeptCallback(due), sent: "a callback in a page of the inbox")
                let alone = try await store.inboxEntry(came.number).map(KeptCallback.init)
                try requireEqual(alone, KeptCallback(due), sent: "a callback by its number")
            }
        }
    }

    static let reopened = StoreRule(
        "inbox.reopened",
        "A person notes a number and comes back after a restart: it is the same callback, with everything that it was."
    ) { subject in
        try await subject.withEmptyData { data in
            let before = try await data.withStore { store in
                for (index, state) in [InboxState.notUnderstood, .parked, .challenge].enumerated() {
                    let body = [UInt8(index)]
                    _ = try await store.absorb([try Sample.delivery(.keep(state, note: "\(index)"), body: body)])
                }
                _ = try await store.absorb([try Sample.callback(.succeeded, of: "p-9")])
                return try await store.kept().map(KeptCallback.init)
            }
            try requireEqual(before.count, 4, sent: "four callbacks")
            try await data.withStore { store in
                let after = try await store.kept().map(KeptCallback.init)
                try requireEqual(after, before, sent: "four callbacks, after reopening")
                for callback in before {
                    let came = try await store.inboxEntry(callback.number).map(KeptCallback.init)
                    try requireEqual(came, callback, sent: "a callback by its number, after reopening")
                }
                _ = try await store.absorb([try Sample.delivery(.keep(.parked, note: "new"), body: [9])])
                let newest = try await store.inbox(matching: InboxFilter(limit: 1)).map(\.callback.body)
                try requireEqual(newest, [[9]], sent: "a callback after reopening, newest first")
            }
        }
    }

    static let headers = StoreRule(
        "inbox.entry.headers",
        "A signature may be in any header, and may cover several: each is kept, in order, repeated ones and odd texts too."
    ) { subject in
        let sent = [
            ("X-Signature", "t=1,v1=ab"), ("Content-Type", "application/json"), ("X-Zone", "b"), ("X-Area", "a"),
            ("X-Signature", "t=1,v1=cd"), ("x-zone", ""), ("X-Text", "\"\\ \u{E9} e\u{301} \u{1F469}\t%00 '"),
        ]
        try await keeps(sent, of: sent, by: subject)
    }

    static let credentials = StoreRule(
        "inbox.entry.credentials",
        "Some providers send our own keys along: whoever reads the inbox, or its backup, must not get to know them."
    ) { subject in
        let secrets = [
            ("Authorization", "Bearer key"), ("cookie", "session=key"), ("X-API-KEY", "key"), ("Set-Cookie", "key"),
            ("X-Authorization-Secret", "key"), ("Proxy-Authorization", "key"),
        ]
        // What only looks alike may carry the signature.
        let others = [
            ("X-Signature", "ab"), ("X-Authorized", "cd"), ("X-Api-Key-Id", "ef"), ("Authorization-Info", "gh"),
            ("X-Cookie", "ij"), ("My-X-Authorization-A", "kl"),
        ]
        try await keeps(others, of: zip(secrets, others).flatMap { [$0, $1] }, by: subject)
    }

    /// Requires that of some headers some are kept, wherever a callback is shown.
    private static func keeps(
        _ due: [(String, String)],
        of sent: [(String, String)],
        by subject: any StoreSubject
    ) async throws {
        let due = Callback(headers: try fields(due), body: []).headerLines
        let headers = try fields(sent)
        try await subject.withStore { store in
            _ = try await store.created(try Sample.payment(), as: "p-1")
            let folded = try Sample.evidence(.succeeded, of: "p-1")
            let waiting = try Sample.evidence(.succeeded, of: "p-9")
            let meanings: [CallbackDelivery.Meaning] = [
                .evidence(folded, trust: .signed), .evidence(waiting, trust: .signed), .keep(.parked, note: "a note"),
            ]
            for (index, meaning) in meanings.enumerated() {
                let body = [UInt8(index)]
                _ = try await store.absorb([try Sample.delivery(meaning, body: body, headers: headers)])
            }
            let kept = try await store.kept()
            try requireEqual(kept.count, meanings.count, sent: "callbacks with headers")
            for entry in kept {
                try requireEqual(entry.callback.headerLines, due, sent: "the headers \(sent)")
                let alone = try await store.inboxEntry(entry.number)?.callback.headerLines
                try requireEqual(alone, due, sent: "by its number, the headers \(sent)")
            }
        }
    }

    private static func fields(_ pairs: [(String, String)]) throws -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs {
            fields.append(HTTPField(name: try Sample.valid(HTTPField.Name(name), name), value: value))
        }
        return fields
    }
}
