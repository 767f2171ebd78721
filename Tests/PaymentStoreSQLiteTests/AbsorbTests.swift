import Foundation
import GRDB
import HTTPTypes
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStoreSQLite

@Suite("Taking callbacks in")
struct AbsorbTests {
    @Test("one callback: inbox, payment, history and notification are written together")
    func one() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            let payment = try await store.created(try Samples.payment(), as: "p-1")
            let outcomes = try await store.absorb([try Samples.callback(.succeeded, of: "p-1", transaction: "T1")])
            #expect(outcomes == [.absorbed(payment.id, status: .succeeded, isNews: true)])
            await store.close()
            let reopened = try folder.open()
            #expect(try await reopened.payment(payment.id)?.transactionID == "T1")
            #expect(try await reopened.history(of: payment.id).map(\.claim) == ["pending", "succeeded"])
            #expect(try await reopened.history(of: payment.id).map(\.sequence) == [1, 2])
            #expect(try await reopened.history(of: payment.id).last?.detail["transactionID"] == "T1")
            #expect(try await reopened.history(of: payment.id).last?.trust == .signed)
            #expect(try await reopened.deliverAll().map(\.status) == [.created, .pending, .succeeded])
            #expect(try await reopened.count("SELECT count(*) FROM inbox WHERE state = 'absorbed'") == 1)
            await reopened.close()
        }
    }

    @Test("row 1: the same bytes again are counted, and tell nobody anything")
    func sameBytes() async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.created(try Samples.payment(), as: "p-1")
            let callback = try Samples.callback(.succeeded, of: "p-1")
            _ = try await store.absorb([callback])
            let again = try await store.absorb([callback, callback])
            let repeated = AbsorbOutcome.absorbed(payment.id, status: .succeeded, isNews: false)
            #expect(again == [repeated, repeated])
            #expect(try await store.count("SELECT copies FROM inbox") == 3)
            #expect(try await store.deliverAll().map(\.status) == [.created, .pending, .succeeded])
            #expect(try await store.history(of: payment.id).last?.detail["duplicate"] == "true")
        }
    }

    @Test("a hash is kept as its 32 bytes, and finds the same callback again")
    func hashes() async throws {
        try await StoreFolder.withStore { store in
            let sample = try Samples.callback(.succeeded, of: "p-1")
            for _ in 0..<2 {
                for last in ["0", "f", "g"] {
                    let delivery = CallbackDelivery(
                        account: sample.account,
                        callback: sample.callback,
                        bodyHash: String(repeating: "0123456789abcdef", count: 4).dropLast() + last,
                        receivedAt: sample.receivedAt,
                        meaning: sample.meaning
                    )
                    _ = try await store.absorb([delivery])
                }
            }
            #expect(try await store.count("SELECT count(*) FROM inbox WHERE length(body_hash) = 32") == 2)
            #expect(try await store.count("SELECT count(*) FROM inbox WHERE copies = 2") == 3)
            let digits = try await store.text("SELECT lower(hex(body_hash)) FROM inbox ORDER BY number LIMIT 1")
            #expect(digits == String(repeating: "0123456789abcdef", count: 4).dropLast() + "0")
        }
    }

    @Test("row 2: the same event in other bytes is no news")
    func otherBytes() async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.created(try Samples.payment(), as: "p-1")
            let outcomes = try await store.absorb([
                try Samples.callback(.succeeded, of: "p-1", transaction: "T", body: "one"),
                try Samples.callback(.succeeded, of: "p-1", transaction: "T", body: "two"),
            ])
            #expect(outcomes.last == .absorbed(payment.id, status: .succeeded, isNews: false))
            #expect(try await store.count("SELECT count(*) FROM inbox") == 2)
            #expect(try await store.deliverAll().map(\.status) == [.created, .pending, .succeeded])
        }
    }

    @Test("row 3: 50 duplicates at once on two stores have one effect and one notification")
    func fiftyAtOnce() async throws {
        try await StoreFolder.with { folder in
            let stores = [try folder.open(), try folder.open()]
            let payment = try await stores[0].created(try Samples.payment(), as: "p-1")
            let callback = try Samples.callback(.succeeded, of: "p-1", transaction: "T")
            let outcomes = try await withThrowingTaskGroup(of: [AbsorbOutcome].self) { group in
                for index in 0..<50 { group.addTask { try await stores[index % 2].absorb([callback]) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(outcomes.count(where: { $0 == .absorbed(payment.id, status: .succeeded, isNews: true) }) == 1)
            #expect(outcomes.count(where: { $0 == .absorbed(payment.id, status: .succeeded, isNews: false) }) == 49)
            #expect(try await stores[0].count("SELECT copies FROM inbox") == 50)
            #expect(try await stores[1].history(of: payment.id).map(\.sequence) == Array(1...51))
            #expect(try await stores[1].deliverAll().map(\.status) == [.created, .pending, .succeeded])
            for store in stores { await store.close() }
        }
    }

    @Test(
        "rows 4, 6, 7 and 33: what was claimed decides, not the order in which it came",
        arguments: [
            ([Claim.succeeded, .expired], PaymentStatus.succeeded, true),
            ([.expired, .succeeded], .succeeded, true),
            ([.succeeded, .review], .succeeded, false),
            ([.rejected, .succeeded], .conflicted, false),
            ([.succeeded, .rejected], .conflicted, false),
            ([.failed, .succeeded], .conflicted, false),
        ]
    )
    func order(claims: [Claim], status: PaymentStatus, isLate: Bool) async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.created(try Samples.payment(), as: "p-1")
            for claim in claims { _ = try await store.absorb([try Samples.callback(claim, of: "p-1")]) }
            let found = try #require(try await store.payment(payment.id))
            #expect(found.status == status)
            #expect(found.lifecycle.isLate == isLate)
            #expect(try await store.deliverAll().last?.status == status)
        }
    }

    @Test("a batch sees its own effect: two claims of one payment in one transaction")
    func withinABatch() async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.created(try Samples.payment(), as: "p-1")
            let outcomes = try await store.absorb([
                try Samples.callback(.succeeded, of: "p-1"), try Samples.callback(.rejected, of: "p-1"),
            ])
            #expect(
                outcomes == [
                    .absorbed(payment.id, status: .succeeded, isNews: true),
                    .absorbed(payment.id, status: .conflicted, isNews: true),
                ]
            )
        }
    }

    @Test(
        "rows 8 and 9: another amount is for a person, the same in other digits is not",
        arguments: [
            ("500" as String?, PaymentStatus.succeeded), ("500.00", .succeeded), ("5", .requiresReview),
            (nil, .requiresReview),
        ]
    )
    func amounts(amount: String?, status: PaymentStatus) async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.created(try Samples.payment(), as: "p-1")
            _ = try await store.absorb([try Samples.callback(.succeeded, of: "p-1", amount: amount)])
            #expect(try await store.payment(payment.id)?.status == status)
        }
    }

    @Test(
        "rows 11, 16 and 17: what has no effect is kept as it came",
        arguments: [
            InboxState.notUnderstood, .otherEnvironment, .challenge,
        ]
    )
    func kept(state: InboxState) async throws {
        try await StoreFolder.withStore { store in
            let body = "\u{0}{\"amo\\u0075nt\": \u{FEFF}"
            let outcomes = try await store.absorb([try Samples.delivery(.keep(state, note: "why\0"), body: body)])
            #expect(outcomes == [.kept(state)])
            #expect(try await store.text("SELECT state FROM inbox") == state.rawValue)
            let stored = try await store.read { try Data.fetchOne($0.database, sql: "SELECT body FROM inbox") }
            #expect(stored == Data(body.utf8))
        }
    }

    @Test("a callback without a body is kept too")
    func emptyBody() async throws {
        try await StoreFolder.withStore { store in
            let keep = CallbackDelivery.Meaning.keep(.notUnderstood, note: "empty")
            let outcomes = try await store.absorb([try Samples.delivery(keep, body: "")])
            #expect(outcomes == [.kept(.notUnderstood)])
            #expect(try await store.count("SELECT length(body) FROM inbox") == 0)
        }
    }

    @Test("what was not understood once is folded when it is understood, and never unfolded")
    func understoodLater() async throws {
        try await StoreFolder.withStore { store in
            _ = try await store.created(try Samples.payment(), as: "p-1")
            let mute = try Samples.delivery(.keep(.notUnderstood, note: "?"), body: "same")
            let clear = try Samples.callback(.succeeded, of: "p-1", body: "same")
            _ = try await store.absorb([mute, clear, mute])
            #expect(try await store.text("SELECT state FROM inbox") == "absorbed")
            #expect(try await store.count("SELECT copies FROM inbox") == 3)
        }
    }

    @Test("what is not understood any more is kept for a person, beside what was folded")
    func notUnderstoodAnyMore() async throws {
        try await StoreFolder.withStore { store in
            _ = try await store.created(try Samples.payment(), as: "p-1")
            let mute = try Samples.delivery(.keep(.notUnderstood, note: "?"), body: "same")
            let clear = try Samples.callback(.succeeded, of: "p-1", body: "same")
            _ = try await store.absorb([clear, mute, clear, mute, mute])
            #expect(try await store.count("SELECT copies FROM inbox WHERE state = 'absorbed'") == 2)
            #expect(try await store.count("SELECT copies FROM inbox WHERE state = 'notUnderstood'") == 3)
            #expect(try await store.count("SELECT count(*) FROM inbox") == 2)
        }
    }

    @Test("secrets of ours that a provider sends along are not stored; every other header is, in order")
    func secrets() async throws {
        try await StoreFolder.withStore { store in
            let headers: HTTPFields = [
                .contentType: "application/json", .authorization: "Bearer hush-1", .cookie: "hush-2",
                try #require(HTTPField.Name("X-Authorization-Access")): "hush-3",
                try #require(HTTPField.Name("x-authorization-public")): "hush-4",
                try #require(HTTPField.Name("X-Api-Key")): "hush-5",
                try #require(HTTPField.Name("x-signature")): "sha256=abc",
            ]
            let keep = CallbackDelivery.Meaning.keep(.challenge, note: "")
            _ = try await store.absorb([try Samples.delivery(keep, body: "b", headers: headers)])
            let text = try #require(try await store.text("SELECT headers FROM inbox"))
            #expect(!text.contains("hush"))
            let pairs = try JSONDecoder().decode([[String?]].self, from: Data(text.utf8))
            #expect(pairs.first == ["Content-Type", "application/json"])
            #expect(pairs.contains(["X-Authorization-Access", nil]))
            #expect(pairs.last == ["x-signature", "sha256=abc"])
            #expect(pairs.count == 7)
        }
    }

    @Test("one bad callback takes its whole batch with it")
    func wholeBatch() async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.created(try Samples.payment(), as: "p-1")
            try await store.write { ledger in
                // What a defect of ours would look like: the row that would be written is there already.
                try ledger.database.execute(
                    sql: """
                        INSERT INTO notification
                            (environment, payment, sequence, at, status, source, detail, body, state, attempts, fence)
                        SELECT environment, number, 3, 0, 'created', 'clock', '{}', '', 'dead', 0, 0 FROM payment
                        """
                )
            }
            let batch = [try Samples.callback(.succeeded, of: "p-1"), try Samples.callback(.expired, of: "p-1")]
            let error = await #expect(throws: StoreError.self) { try await store.absorb(batch) }
            #expect(error?.code == .rejected)
            #expect(try await store.payment(payment.id)?.status == .pending)
            #expect(try await store.count("SELECT count(*) FROM inbox") == 0)
            #expect(try await store.count("SELECT count(*) FROM notification") == 3)
        }
    }
}
