import Foundation
import HTTPTypes
import PaymentIntents
import Testing

@testable import PaymentGateway

@Suite("A system's clock that is set")
struct ClockTests {
    private static let day: TimeInterval = 86_400
    private let ok = Wire.answer(204, "")

    private func sender(_ shop: Shop) throws -> NotificationSender {
        let url = try #require(WebURL("https://shop.example/hooks/payments"))
        let secret = Secret(bytes: Array(repeating: 7, count: 32))
        return try NotificationSender(shop.gateway, settings: NotificationSettings(url: url, secret: secret))
    }

    private func ids(_ shop: Shop) -> [String] {
        let name = HTTPField.Name("webhook-id")
        return shop.transport.requests.compactMap { request in name.flatMap { request.headers[$0] } }
    }

    @Test("row 31: set back a day, a payment is asked about as soon as its schedule says by the new time")
    func question() async throws {
        try await Shop.open { shop async throws in
            let synchroniser = Synchroniser(shop.gateway)
            shop.clock.advance(by: Self.day)
            let payment = try await shop.pendingAgent()
            await synchroniser.synchronise()
            shop.clock.advance(by: -Self.day)
            await synchroniser.synchronise()
            #expect(try #require(try await shop.now(payment).nextQueryAt) <= shop.clock.now + 60)
            shop.transport.script(Wire.answer(200, Wire.agentStatus("Approved")))
            shop.clock.advance(by: 61)
            await synchroniser.synchronise()
            #expect(try await shop.now(payment).status == .succeeded)
        }
    }

    @Test(
        "row 31: set back, a creation that a crash left behind is still finished",
        arguments: [10, 30, 60, 119, 180, 86_400]
    )
    func leftBehind(seconds: TimeInterval) async throws {
        try await Shop.open { shop async throws in
            let synchroniser = Synchroniser(shop.gateway)
            shop.clock.advance(by: Self.day)
            shop.store.fail(.modify, with: .unavailable)
            _ = try await shop.refusal(of: .sample())
            await synchroniser.synchronise()
            shop.clock.advance(by: -seconds)
            await synchroniser.synchronise()
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            for _ in 1...3 {
                shop.clock.advance(by: 60)
                await synchroniser.synchronise()
            }
            let payment = try #require(try await shop.gateway.payments(matching: PaymentFilter()).first)
            #expect(payment.creation == .created)
        }
    }

    @Test("row 31: what is scheduled at its expiry stays there when the clock is set back and forth")
    func expiry() async throws {
        try await Shop.open { shop async throws in
            let synchroniser = Synchroniser(shop.gateway)
            let payment = try await shop.pendingWallet()
            await synchroniser.synchronise()
            shop.clock.advance(by: -Self.day)
            await synchroniser.synchronise()
            #expect(try await shop.now(payment).nextQueryAt == payment.nextQueryAt)
            #expect(shop.transport.requests.count == 1)
            shop.transport.script(Wire.answer(200, Wire.walletIntent("PAID")))
            shop.clock.advance(by: 2 * Self.day)
            await synchroniser.synchronise()
            #expect(try await shop.now(payment).status == .succeeded)
        }
    }

    @Test("row 31: set back a day, notifications that wait go out at once, in order, with the same ids")
    func notifications() async throws {
        try await Shop.open { shop async throws in
            let sender = try sender(shop)
            shop.clock.advance(by: Self.day)
            _ = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(500, ""))
            await sender.deliver()
            shop.clock.advance(by: -Self.day)
            shop.transport.script(ok)
            await sender.deliver()
            shop.transport.script(ok)
            shop.clock.advance(by: 61)
            await sender.deliver()
            #expect(ids(shop).map { String($0.suffix(2)) } == ["_0", "_0", "_1"])
            #expect(try await shop.gateway.notifications(matching: OutboxFilter(state: .pending)).isEmpty)
        }
    }

    @Test("row 31: set back a day, also what stands on a page that is shorter than it was asked for is brought forward")
    func shortPages() async throws {
        try await Shop.open { shop async throws in
            let synchroniser = Synchroniser(shop.gateway)
            shop.clock.advance(by: Self.day)
            for reference in ["ORDER-1", "ORDER-2", "ORDER-3"] {
                shop.transport.script(.failure(.unavailable))
                _ = try await shop.refusal(of: .sample(reference: reference, account: "agents"))
            }
            await synchroniser.synchronise()
            shop.clock.advance(by: -Self.day)
            shop.store.shortenPages(to: 1)
            await synchroniser.synchronise()
            let payments = try await shop.store.payments(matching: PaymentFilter(limit: 1))
            shop.store.shortenPages(to: .max)
            let all = try await shop.gateway.payments(matching: PaymentFilter())
            #expect(payments.count == 1)
            #expect(all.count == 3)
            #expect(all.allSatisfy { ($0.nextQueryAt ?? .distantFuture) < shop.clock.now.addingTimeInterval(3600) })
        }
    }

    @Test("row 31: set back a day between two runs of the program, what waits is brought forward by the second one")
    func betweenRuns() async throws {
        try await Shop.open { shop async throws in
            shop.clock.advance(by: Self.day)
            let payment = try await shop.pendingAgent()
            shop.transport.script(Wire.answer(500, ""))
            try await sender(shop).deliver()
            shop.clock.advance(by: -Self.day)
            shop.transport.script(ok)
            try await sender(shop).deliver()
            #expect(ids(shop).count == 2)
            await Synchroniser(shop.gateway).synchronise()
            #expect(try #require(try await shop.now(payment).nextQueryAt) <= shop.clock.now + 60)
        }
    }

    @Test("row 31: a store that fails just then is asked again")
    func storeFails() async throws {
        try await Shop.open { shop async throws in
            let sender = try sender(shop)
            shop.clock.advance(by: Self.day)
            _ = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(500, ""))
            await sender.deliver()
            shop.clock.advance(by: -Self.day)
            shop.store.fail(.read, with: .busy)
            await sender.deliver()
            #expect(ids(shop).count == 1)
            shop.transport.script(ok)
            await sender.deliver()
            #expect(ids(shop).count == 2)
        }
    }

    @Test("row 31: set forward a day in the middle of a creation, it is taken over, and one answer stands")
    func forward() async throws {
        try await Shop.open { shop async throws in
            let neighbour = try shop.neighbour()
            let created = Wire.answer(201, Wire.walletIntent(expiresAt: "2026-05-15T10:00:00.000Z"))
            neighbour.transport.script(created)
            shop.transport.script(
                .during(
                    {
                        shop.clock.advance(by: Self.day)
                        await Synchroniser(neighbour.gateway).synchronise()
                        shop.clock.advance(by: -Self.day)
                    },
                    created
                )
            )
            let payment = try await shop.gateway.create(.sample(account: "wallets"))
            #expect(payment.creation == .created)
            #expect(payment.fence == 2)
            #expect(Set(shop.transport.bodies + neighbour.transport.bodies).count == 1, "one key, one request")
            #expect(try await shop.told(payment) == [.created, .pending])
        }
    }

    @Test("Small corrections are no setting, and many of them are")
    func tolerance() {
        let watch = ClockWatch()
        let start = ManualClock.start
        #expect(!watch.isSetBack(at: start))
        #expect(!watch.isSetBack(at: start - 4))
        #expect(watch.isSetBack(at: start - 8))
        #expect(watch.isSetBack(at: start - 8), "until somebody has seen to it")
        watch.accept(start - 8)
        #expect(!watch.isSetBack(at: start - 8))
        #expect(!watch.isSetBack(at: start + 86_400))
    }
}
