import Foundation
import HTTPTypes
import PaymentIntents
import Testing

@testable import PaymentGateway

@Suite("Synchronisation: what has expired")
struct ExpiryTests {
    @Test("row 33: the clock claims the expiry only after the provider was asked, and the money still wins")
    func expiry() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.clock.advance(by: 303)
            shop.transport.script(.failure(.unavailable))
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.now(payment).status == .pending, "nobody has been asked yet")
            shop.transport.script(Wire.answer(200, Wire.walletIntent()))
            shop.clock.advance(by: 60)
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.now(payment).status == .expired)
            #expect(try await shop.gateway.history(of: payment.id).last?.source == .clock)
            _ = try await shop.receiveWallet(Wire.walletEvent())
            let paid = try await shop.now(payment)
            #expect(paid.status == .succeeded)
            #expect(paid.lifecycle.isLate)
        }
    }

    @Test("row 33: nothing expires while a claim that came meanwhile waits for its confirmation")
    func hintMeanwhile() async throws {
        try await Shop.open(agents: ["callbackTrust": .text("signedAndConfirmed")]) { shop async throws in
            shop.transport.script(Wire.answer(200, Wire.agentCreation()))
            let payment = try await shop.gateway.create(.sample(account: "agents", expiresIn: .seconds(300)))
            shop.clock.advance(by: 303)
            shop.transport.script(
                .during(
                    { _ = try? await shop.receiveAgent(Wire.agentEvent()) },
                    Wire.answer(200, Wire.agentStatus("Pending"))
                ),
                Wire.answer(200, Wire.agentStatus("Approved"))
            )
            await Synchroniser(shop.gateway).synchronise()
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.told(payment) == [.created, .pending, .succeeded])
        }
    }

    @Test("An account that is not configured any more cannot be asked, so nothing expires by the clock alone")
    func disabledAccount() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            let other = try Shop(accounts: [], routes: [], store: shop.store, clock: shop.clock)
            shop.clock.advance(by: 400)
            await Synchroniser(other.gateway).synchronise()
            #expect(try await shop.now(payment).status == .pending)
        }
    }

    @Test("A payment with more than 72 hours to pay is asked about when its time is up, and again when that fails")
    func longExpiry() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.answer(201, Wire.walletIntent(expiresAt: "2026-05-15T10:00:00.000Z")))
            let payment = try await shop.gateway.create(.sample(expiresIn: .seconds(10 * 86_400)))
            shop.clock.advance(by: 10 * 86_400 + 3)
            shop.transport.script(.failure(.unavailable))
            await Synchroniser(shop.gateway).synchronise()
            shop.transport.script(Wire.answer(200, Wire.walletIntent(expiresAt: "2026-05-15T10:00:00.000Z")))
            shop.clock.advance(by: 60)
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.now(payment).status == .expired)
        }
    }

    @Test("Only an answer is the last one about what has expired: an outage of two days hides no late success")
    func outageAfterExpiry() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(200, Wire.walletIntent()))
            shop.clock.advance(by: 302)
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.now(payment).status == .expired)
            let reachable = shop.clock.now.addingTimeInterval(48 * 3600)
            while let next = try await shop.now(payment).nextQueryAt, next < reachable {
                shop.transport.script(.failure(.notConnected))
                shop.clock.advance(by: next.timeIntervalSince(shop.clock.now))
                await Synchroniser(shop.gateway).synchronise()
            }
            let next = try #require(try await shop.now(payment).nextQueryAt)
            shop.clock.advance(by: next.timeIntervalSince(shop.clock.now))
            shop.transport.script(Wire.answer(200, Wire.walletIntent("PAID")))
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.now(payment).lifecycle.isLate)
        }
    }

    @Test("What was asked before it expired is no question about what has expired: a late success is found")
    func askedBefore() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            for _ in 1...3 {
                shop.transport.script(Wire.answer(200, Wire.walletIntent()))
                _ = try await shop.gateway.sync(payment.id)
            }
            _ = try await shop.receiveWallet(Wire.walletEvent("payment.expired"))
            #expect(try await shop.now(payment).status == .expired)
            for status in ["EXPIRED", "EXPIRED", "PAID"] {
                let next = try #require(try await shop.now(payment).nextQueryAt)
                shop.clock.advance(by: next.timeIntervalSince(shop.clock.now))
                shop.transport.script(Wire.answer(200, Wire.walletIntent(status)))
                await Synchroniser(shop.gateway).synchronise()
            }
            #expect(try await shop.now(payment).lifecycle.isLate)
        }
    }
}
