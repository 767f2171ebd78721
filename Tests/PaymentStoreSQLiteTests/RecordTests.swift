import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStoreSQLite

@Suite("Recording a payment")
struct RecordTests {
    @Test("everything that was asked for is read back as it was written")
    func roundTrip() async throws {
        try await StoreFolder.with { folder in
            var payment = try Samples.payment("Bestellung Nr. 1 \\ é", key: "key \\0 1", kind: .withdrawal)
            var request = payment.request
            request.method = .nagad
            request.payee = MSISDN("01712345001")
            request.account = AccountName("agents")
            request.expiresIn = .seconds(900)
            request.returnURLs = ReturnURLs(
                success: WebURL("https://shop.example/s"),
                failure: WebURL("https://shop.example/f"),
                cancel: WebURL("https://shop.example/c"),
                expired: WebURL("https://shop.example/e?a=1#b")
            )
            payment = Payment(
                id: payment.id,
                environment: .sandbox,
                request: request,
                account: payment.account,
                adapter: "pay2local",
                at: Samples.now,
                leasedUntil: Samples.now.addingTimeInterval(60.001)
            )
            let first = try folder.open()
            let recorded = try await first.recorded(payment)
            let modified = try await first.modify(payment.id) { payment in
                var payment = payment
                payment.providerPaymentID = "id\0behind"
                payment.transactionID = "tx\0"
                payment.offeredAction = WebURL("https://pay.example/x").map(NextAction.redirect) ?? .none
                payment.expiresAt = Samples.now.addingTimeInterval(900.999)
                payment.lifecycle = Lifecycle(claims: [.pending, .succeeded], hasAnnouncedSuccess: true)
                payment.nextQueryAt = nil
                payment.fence = 7
                payment.queriesWithoutNews = 3
                return PaymentChange(payment)
            }
            #expect(try #require(modified).isChanged)
            await first.close()
            let second = try folder.open()
            let found = try #require(try await second.payment(payment.id))
            #expect(found == modified?.payment)
            #expect(found.request == request)
            #expect(found.request.fingerprintText == request.fingerprintText)
            #expect(recorded.request == request)
            #expect(found.providerPaymentID == "id\0behind")
            #expect(found.recordedAt == Samples.now)
            await second.close()
        }
    }

    @Test(
        "a time is exact to the millisecond",
        arguments: [0, 1, 999, 1_777_975_200_001, 1_777_975_200_999, -1, 253_402_300_799_999]
    )
    func times(milliseconds: Int64) throws {
        let date = StoredTime(milliseconds: milliseconds).date
        #expect(StoredTime(date).milliseconds == milliseconds)
        #expect(date.asStored == date)
    }

    @Test("a time beyond all bounds does not trap", arguments: [Double.infinity, -.infinity, .nan, 1e300])
    func wildTimes(seconds: Double) {
        _ = StoredTime(Date(timeIntervalSince1970: seconds)).milliseconds
    }

    @Test("instructions survive as a next action")
    func instructions() async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.recorded(try Samples.payment())
            let action = NextAction.instructions(
                PaymentInstructions(
                    receiver: try #require(MSISDN("01712345001")),
                    amount: try Samples.taka("500"),
                    reference: "a\0b"
                )
            )
            _ = try await store.modify(payment.id) { payment in
                var payment = payment
                payment.offeredAction = action
                return PaymentChange(payment)
            }
            #expect(try await store.payment(payment.id)?.offeredAction == action)
        }
    }

    @Test("the same key is the same payment, by 50 at once on two stores")
    func oneKey() async throws {
        try await StoreFolder.with { folder in
            let stores = [try folder.open(), try folder.open()]
            let outcomes = try await withThrowingTaskGroup(of: RecordOutcome.self) { group in
                for index in 0..<50 {
                    let payment = try Samples.payment("ORDER-1", key: "one")
                    group.addTask { try await stores[index % 2].record(payment) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let recorded = outcomes.compactMap { if case .recorded(let payment) = $0 { payment } else { nil } }
            let existing = outcomes.compactMap { if case .existing(let payment) = $0 { payment } else { nil } }
            #expect(recorded.count == 1)
            #expect(existing.count == 49)
            #expect(existing.allSatisfy { $0 == recorded.first })
            #expect(try await stores[0].deliverAll().map(\.status) == [.created])
            for store in stores { await store.close() }
        }
    }

    @Test("a key is unique by kind: the reference stands in when none is chosen")
    func keysAndKinds() async throws {
        try await StoreFolder.withStore { store in
            _ = try await store.recorded(try Samples.payment("A"))
            _ = try await store.recorded(try Samples.payment("A", kind: .withdrawal))
            _ = try await store.recorded(try Samples.payment("A", key: "a"))
            guard case .existing(let taken) = try await store.record(try Samples.payment("B", key: "A")) else {
                Issue.record("the reference is not the key")
                return
            }
            #expect(taken.reference == "A")
        }
    }

    @Test("each provider reference is given once, with the first free number behind it")
    func references() async throws {
        try await StoreFolder.withStore { store in
            var given: [String] = []
            for (reference, key) in [
                ("A", "1"), ("A", "2"), ("A-2", "3"), ("A", "4"), ("A-4", "5"), ("A", "6"), ("a", "7"), ("A-2", "8"),
            ] {
                given.append(try await store.recorded(try Samples.payment(reference, key: key)).providerReference)
            }
            #expect(given == ["A", "A-2", "A-2-2", "A-3", "A-4", "A-5", "a", "A-2-3"])
            let withdrawal = try await store.recorded(try Samples.payment("A", key: "9", kind: .withdrawal))
            #expect(withdrawal.providerReference == "A")
        }
    }

    @Test("50 payments of one reference at once on two stores get 50 references")
    func manyReferences() async throws {
        try await StoreFolder.with { folder in
            let stores = [try folder.open(), try folder.open()]
            let given = try await withThrowingTaskGroup(of: String.self) { group in
                for index in 0..<50 {
                    let payment = try Samples.payment("A", key: "\(index)")
                    group.addTask { try await stores[index % 2].recorded(payment).providerReference }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(given == Set(["A"] + (2...50).map { "A-\($0)" }))
            for store in stores { await store.close() }
        }
    }

    @Test("row 11: another environment in the same file is neither found nor touched")
    func environments() async throws {
        try await StoreFolder.with { folder in
            let sandbox = try folder.open(.sandbox)
            let live = try folder.open(.live)
            let play = try await sandbox.created(try Samples.payment(), as: "p-1")
            let real = try await live.created(try Samples.payment(environment: .live), as: "p-1")
            #expect(real.providerReference == "ORDER-1")
            #expect(try await live.payment(play.id) == nil)
            #expect(try await live.payments(matching: PaymentFilter()).map(\.id) == [real.id])
            #expect(try await live.modify(play.id) { PaymentChange($0) } == nil)
            #expect(try await live.history(of: play.id).isEmpty)
            let later = Samples.now.addingTimeInterval(3600)
            #expect(try await live.claimDue(at: later, limit: 10, until: later).map(\.id) == [real.id])
            _ = try await live.absorb([try Samples.callback(.succeeded, of: "p-1")])
            #expect(try await sandbox.payment(play.id)?.status == .pending)
            #expect(try await live.payment(real.id)?.status == .succeeded)
            #expect(Set(try await live.deliverAll().map(\.paymentID)) == [real.id])
            await #expect(throws: StoreError.self) { try await live.record(try Samples.payment("X")) }
            await sandbox.close()
            await live.close()
        }
    }
}

extension PaymentRequest {
    fileprivate var fingerprintText: String? { try? fingerprint() }
}
