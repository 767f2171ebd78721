import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@Suite("Changes in the same process")
struct PaymentChangesTests {
    /// Takes so many changes.
    private func take(_ count: Int, of changes: PaymentChanges) async -> [PaymentChanges.Element] {
        var taken: [PaymentChanges.Element] = []
        for await change in changes {
            taken.append(change)
            if taken.count == count { break }
        }
        return taken
    }

    @Test("come in the order of their commits, with the ids of the notifications")
    func order() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent())
            let changes = await take(3, of: shop.gateway.changes())
            #expect(changes.map(\.notification.status) == [.created, .pending, .succeeded])
            #expect(changes.allSatisfy { $0.notification.paymentID == payment.id })
            let outbox = try await shop.gateway.notifications(matching: OutboxFilter())
            #expect(changes.map(\.notification.id) == outbox.map(\.notification.id))
        }
    }

    @Test("begin again behind the cursor that was kept, also in another process after a restart")
    func cursor() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            let kept = await take(1, of: shop.gateway.changes())[0].cursor.description
            _ = try await shop.receiveWallet(Wire.walletEvent())
            let restarted = try shop.neighbour()
            let cursor = try #require(ChangeCursor(kept))
            let rest = await take(2, of: restarted.gateway.changes(after: cursor))
            #expect(rest.map(\.notification.status) == [.pending, .succeeded])
        }
    }

    @Test("are waited for, through a store that cannot be read for a while")
    func waiting() async throws {
        try await Shop.open { shop async throws in
            shop.store.fail(.read, with: .busy, .unavailable)
            async let first = take(1, of: shop.gateway.changes())
            shop.clock.advance(by: 1)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            _ = try await shop.gateway.create(.sample(account: "wallets"))
            shop.clock.advance(by: 1)
            #expect(await first.map(\.notification.status) == [.created])
        }
    }

    @Test("end when nobody wants them any more")
    func cancelled() async throws {
        try await Shop.open { shop async throws in
            let task = Task { await take(1, of: shop.gateway.changes()) }
            task.cancel()
            #expect(await task.value.isEmpty)
        }
    }

    @Test("A cursor is its own text again, and nothing else", arguments: ["", "x", "-1", "1.0"])
    func text(_ wrong: String) {
        #expect(ChangeCursor(wrong) == nil)
        #expect(ChangeCursor("17")?.description == "17")
        #expect(ChangeCursor("0") == .beginning)
    }
}
