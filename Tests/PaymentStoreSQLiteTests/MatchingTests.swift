import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStoreSQLite

@Suite("Callbacks and the payments they mean")
struct MatchingTests {
    @Test("row 10: a callback that overtakes its creation is folded when the provider's id is known")
    func overtakesByID() async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.recorded(try Samples.payment())
            let early = try Samples.callback(.succeeded, of: "p-1", transaction: "T")
            #expect(try await store.absorb([early, early]) == [.kept(.unmatched), .kept(.unmatched)])
            #expect(try await store.payment(payment.id)?.status == .created)
            let created = try await store.name(payment.id, "p-1", at: Samples.now.addingTimeInterval(5))
            #expect(created.status == .succeeded)
            #expect(created.transactionID == "T")
            #expect(try await store.payment(payment.id) == created)
            let history = try await store.history(of: payment.id)
            #expect(history.map(\.claim) == ["pending", "succeeded"])
            #expect(history.last?.at == Samples.now.addingTimeInterval(5))
            #expect(try await store.text("SELECT state FROM inbox") == "absorbed")
            #expect(try await store.deliverAll().map(\.status) == [.created, .pending, .succeeded])
        }
    }

    @Test("row 10: a callback for a reference nobody has recorded yet is folded when it is recorded")
    func overtakesByReference() async throws {
        try await StoreFolder.withStore { store in
            let callbacks = [
                try Samples.callback(.expired, of: nil, reference: "ORDER-1"),
                try Samples.callback(.succeeded, of: nil, reference: "ORDER-1"),
                try Samples.callback(.succeeded, of: nil, kind: .withdrawal, reference: "ORDER-1", body: "out"),
                try Samples.callback(.succeeded, of: nil, reference: "ORDER-1", body: "agents", account: "agents"),
            ]
            _ = try await store.absorb(callbacks)
            let payment = try await store.recorded(try Samples.payment())
            #expect(payment.status == .succeeded)
            #expect(payment.lifecycle.isLate)
            #expect(try await store.history(of: payment.id).map(\.claim) == ["expired", "succeeded"])
            #expect(try await store.count("SELECT count(*) FROM inbox WHERE state = 'unmatched'") == 2)
            #expect(try await store.deliverAll().map(\.status) == [.created, .expired, .succeeded])
        }
    }

    @Test("a callback waits across a restart, with all of its evidence")
    func acrossARestart() async throws {
        try await StoreFolder.with { folder in
            let first = try folder.open()
            var evidence = try Samples.evidence(.succeeded, of: "p\0\\1", transaction: "T\0")
            evidence.amount = .unreadable("no \"currency\"")
            evidence.statedTime = "2026-05-05T10:05:00Z"
            evidence.rawStatus = "\u{0}\u{2028}odd"
            _ = try await first.absorb([try Samples.delivery(.evidence(evidence, trust: .signed), body: "b")])
            await first.close()
            let second = try folder.open()
            let payment = try await second.created(try Samples.payment(), as: "p\0\\1")
            #expect(payment.status == .requiresReview)
            let line = try #require(try await second.history(of: payment.id).last)
            #expect(line.detail["rawStatus"] == evidence.rawStatus)
            #expect(line.detail["transactionID"] == "T\0")
            #expect(line.detail["statedAmount"] == "no \"currency\"")
            #expect(line.trust == .signed)
            await second.close()
        }
    }

    @Test("an id that differs behind a NUL is another id")
    func idsWithNUL() async throws {
        try await StoreFolder.withStore { store in
            _ = try await store.created(try Samples.payment(), as: "p-1")
            #expect(try await store.absorb([try Samples.callback(.succeeded, of: "p-1\0x")]) == [.kept(.unmatched)])
        }
    }

    @Test("what names an id that is not known is not matched by its reference, and not by another account's id")
    func idExcludesReference() async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.recorded(try Samples.payment())
            let outcomes = try await store.absorb([
                try Samples.callback(.succeeded, of: "p-1", reference: "ORDER-1"),
                try Samples.callback(.rejected, of: "p-2", account: "agents"),
            ])
            #expect(outcomes == [.kept(.unmatched), .kept(.unmatched)])
            #expect(try await store.name(payment.id, "p-2").status == .pending)
            #expect(try await store.count("SELECT count(*) FROM inbox WHERE state = 'unmatched'") == 2)
        }
    }

    @Test(
        "what names no kind means the one payment of that reference, and nobody when there are two",
        arguments: [([PaymentKind.deposit], true), ([.withdrawal], true), ([.deposit, .withdrawal], false)]
    )
    func withoutKind(kinds: [PaymentKind], isMatched: Bool) async throws {
        try await StoreFolder.withStore { store in
            for kind in kinds { _ = try await store.recorded(try Samples.payment(kind: kind)) }
            let callback = try Samples.callback(.succeeded, of: nil, kind: nil, reference: "ORDER-1")
            let outcome = try await store.absorb([callback])
            #expect((outcome == [.kept(.unmatched)]) == !isMatched)
        }
    }

    @Test("a payment that moves to another account is found there, by what waits there too")
    func failover() async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.recorded(try Samples.payment())
            let agents = try Samples.account("agents")
            let early = try Samples.callback(.succeeded, of: nil, reference: "ORDER-1", account: "agents")
            #expect(try await store.absorb([early]) == [.kept(.unmatched)])
            let moved = try await store.modify(payment.id) { payment in
                var payment = payment
                payment.account = agents
                return PaymentChange(payment)
            }
            #expect(moved?.payment.status == .succeeded)
            #expect(try await store.payments(matching: PaymentFilter(account: agents)).map(\.id) == [payment.id])
        }
    }

    @Test("an unsigned hint at a payment that is not here leaves no trace")
    func unsignedHint() async throws {
        try await StoreFolder.withStore { store in
            let lookup = PaymentLookup(kind: .deposit, reference: "ORDER-1", providerPaymentID: nil)
            let hint = try Samples.delivery(.hint(lookup, says: nil, trust: .confirmed), body: "hint")
            #expect(try await store.absorb([hint]) == [.ignored])
            #expect(try await store.count("SELECT count(*) FROM inbox") == 0)
            let payment = try await store.recorded(try Samples.payment())
            _ = try await store.modify(payment.id) { payment in
                var payment = payment
                payment.creation = .created
                return PaymentChange(payment)
            }
            #expect(try await store.absorb([hint]) == [.absorbed(payment.id, status: .created, isNews: false)])
            #expect(try await store.payment(payment.id)?.nextQueryAt == Samples.now)
            #expect(try await store.count("SELECT count(*) FROM inbox") == 0)
            #expect(try await store.history(of: payment.id).isEmpty)
        }
    }

    @Test("a signed hint that waited is noted and asks the provider; it is never folded")
    func signedHint() async throws {
        try await StoreFolder.withStore { store in
            let evidence = try Samples.evidence(.succeeded, of: "p-1", transaction: "T")
            let meaning = CallbackDelivery.Meaning.hint(
                PaymentLookup(evidence),
                says: evidence,
                trust: .signedAndConfirmed
            )
            #expect(try await store.absorb([try Samples.delivery(meaning, body: "hint")]) == [.kept(.unmatched)])
            let later = Samples.now.addingTimeInterval(9)
            let recorded = try await store.recorded(try Samples.payment())
            let payment = try await store.name(recorded.id, "p-1", at: later)
            #expect(payment.status == .pending)
            #expect(payment.transactionID == nil)
            #expect(payment.nextQueryAt == later)
            let line = try #require(try await store.history(of: payment.id).last)
            #expect(line.claim == nil)
            #expect(line.detail["claimed"] == "succeeded")
            #expect(try await store.deliverAll().map(\.status) == [.created, .pending])
        }
    }

    @Test("row 32: changes of one payment at once on two stores never overwrite each other")
    func lostUpdates() async throws {
        try await StoreFolder.with { folder in
            let stores = [try folder.open(), try folder.open()]
            let payment = try await stores[0].recorded(try Samples.payment())
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<60 {
                    group.addTask {
                        _ = try await stores[index % 2]
                            .modify(payment.id) { payment in
                                var payment = payment
                                payment.fence += 1
                                return PaymentChange(payment)
                            }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await stores[1].payment(payment.id)?.fence == 60)
            for store in stores { await store.close() }
        }
    }

    @Test("a change that has nothing to write writes nothing, and one of nothing finds nothing")
    func nothingToChange() async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.recorded(try Samples.payment())
            #expect(try await store.modify(payment.id) { _ in nil } == ModifyOutcome(payment, isChanged: false))
            #expect(try await store.modify(try Samples.payment("other").id) { PaymentChange($0) } == nil)
        }
    }

    @Test("a provider's id belongs to one payment of an account")
    func uniqueProviderID() async throws {
        try await StoreFolder.withStore { store in
            _ = try await store.created(try Samples.payment("A"), as: "p-1")
            let second = try await store.recorded(try Samples.payment("B"))
            let error = await #expect(throws: StoreError.self) { try await store.name(second.id, "p-1") }
            #expect(error?.code == .rejected)
            #expect(try await store.payment(second.id) == second)
            _ = try await store.created(try Samples.payment("C", account: "agents"), as: "p-1")
        }
    }
}
