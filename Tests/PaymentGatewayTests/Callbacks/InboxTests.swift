import Foundation
import PaymentGateway
import PaymentIntents
import SMSPay
import Testing

@Suite("The inbox: what a person may have to look at")
struct InboxTests {
    @Test("A callback that is folded in is not shown; one of an unknown payment is, until the payment appears")
    func unmatched() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.receiveWallet(Wire.walletEvent())
            let waiting = try #require(try await shop.gateway.inbox(matching: InboxFilter()).first)
            #expect(waiting.state == .unmatched)
            #expect(waiting.account == AccountName("wallets"))
            #expect(waiting.callback.body == Array(Wire.walletEvent().utf8))
            #expect(waiting.paymentID == nil)

            let payment = try await shop.pendingWallet()
            #expect(try await shop.gateway.inbox(matching: InboxFilter()).isEmpty)
            let settled = try await shop.gateway.inbox(matching: InboxFilter(state: .absorbed))
            #expect(settled.map(\.paymentID) == [payment.id])
            #expect(settled.map(\.number) == [waiting.number])
        }
    }

    @Test("Pages follow each other by number, newest first, each state by itself")
    func pages() async throws {
        try await Shop.open { shop async throws in
            for number in 1...5 { _ = try await shop.receiveWallet(Wire.walletEvent(id: "p-\(number)")) }
            _ = try await shop.receiveWallet(#"{"event":"payment.paid"}"#)
            let first = try await shop.gateway.inbox(matching: InboxFilter(limit: 4))
            #expect(first.map(\.state) == [.notUnderstood, .unmatched, .unmatched, .unmatched])
            let rest = try await shop.gateway.inbox(matching: InboxFilter(before: first.last?.number, limit: 4))
            #expect(rest.count == 2)
            #expect(Set((first + rest).map(\.number)).count == 6)
            let odd = try await shop.gateway.inbox(matching: InboxFilter(state: .notUnderstood))
            #expect(odd.map(\.number) == [first[0].number])
        }
    }

    @Test("row 43: what cannot be folded into its payment is parked, not lost: 200, and it can be taken in again")
    func parked() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.store.fail(.absorb, with: .rejected)
            guard case .accepted = try await shop.receiveWallet(Wire.walletEvent()) else {
                Issue.record("an authentic callback was not taken")
                return
            }
            #expect(try await shop.now(payment).status == .pending)
            let entry = try #require(try await shop.gateway.inbox(matching: InboxFilter()).first)
            #expect(entry.state == .parked)
            #expect(entry.note != nil)

            let replayed = try await shop.gateway.replayInboxEntry(entry.number)
            #expect(replayed.state == .absorbed)
            #expect(replayed.paymentID == payment.id)
            #expect(try await shop.now(payment).status == .succeeded)
        }
    }

    @Test("A callback is verified again when it is replayed: a key that is gone verifies nothing")
    func replayNeedsItsKey() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.receiveWallet(Wire.walletEvent())
            let entry = try #require(try await shop.gateway.inbox(matching: InboxFilter()).first)
            let wallets = try Shop.account(
                "wallets",
                SMSPayAdapter.self,
                .sandbox,
                ["apiKey": .text(Wire.apiKey), "webhookSecrets": .list(["another-secret-entirely"])]
            )
            let later = try Shop(accounts: [wallets], routes: ["wallets"], store: shop.store, clock: shop.clock)
            await #expect {
                try await later.gateway.replayInboxEntry(entry.number)
            } throws: {
                ($0 as? GatewayError)?.code == .callbackRefused
            }
            await #expect {
                try await later.gateway.replayInboxEntry(entry.number + 1)
            } throws: {
                ($0 as? GatewayError)?.code == .notFound
            }
        }
    }

    @Test("row 38: the inbox keeps no credential of ours that a provider sent along")
    func credentials() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.receiveAgent(Wire.agentEvent())
            let entry = try #require(try await shop.gateway.inbox(matching: InboxFilter()).first)
            #expect(entry.callback.headers.count == 1)
            var received = ""
            dump(entry, to: &received)
            #expect(!received.contains("merchant_payment_id"))
        }
    }

    @Test("Old bytes are forgotten; a repetition is recognised all the same, and what is open stays whole")
    func retention() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent())
            _ = try await shop.receiveWallet(Wire.walletEvent(id: "unknown"))
            shop.clock.advance(by: 31 * 86_400)
            _ = try await shop.receiveWallet(Wire.walletEvent(time: "2026-06-05T10:01:00.000Z"))

            await InboxRetention(shop.gateway, days: 30).forget()
            let settled = try await shop.gateway.inbox(matching: InboxFilter(state: .absorbed))
            #expect(settled.map(\.callback.body.isEmpty) == [false, true])
            #expect(settled.last?.callback.headers.isEmpty == true)
            let open = try await shop.gateway.inbox(matching: InboxFilter())
            #expect(open.map(\.callback.body.isEmpty) == [false])

            let before = try await shop.gateway.history(of: payment.id).count
            _ = try await shop.receiveWallet(Wire.walletEvent())
            let again = try await shop.gateway.inbox(matching: InboxFilter(state: .absorbed))
            #expect(again.map(\.copies) == [1, 2])
            #expect(try await shop.gateway.history(of: payment.id).count == before + 1)
            #expect(try await shop.now(payment).status == .succeeded)
            await #expect {
                try await shop.gateway.replayInboxEntry(try #require(settled.last).number)
            } throws: {
                ($0 as? GatewayError)?.code == .notFound
            }
        }
    }
}
