import Foundation
import HTTPTypes
import PaymentIntents
import ServiceLifecycle
import Testing

@testable import PaymentGateway

@Suite("Synchronisation: questions without an answer")
struct SilenceTests {
    private static let confirmed: [String: SettingValue] = ["callbackTrust": .text("signedAndConfirmed")]

    /// Advances to the time at which the payment is asked about next, and has it asked about.
    private func askNext(_ payment: Payment, _ shop: Shop, _ step: ScriptedTransport.Step) async throws {
        let next = try #require(try await shop.now(payment).nextQueryAt, "it is asked about no more")
        shop.clock.advance(by: max(0, next.timeIntervalSince(shop.clock.now)))
        shop.transport.script(step)
        await Synchroniser(shop.gateway).synchronise()
    }

    @Test(
        "Row 7: a success that waits to be confirmed is asked about until there is an answer, whatever was said before",
        arguments: [Wire.agentError(500), Wire.agentError(429), .failure(.notConnected)] as [ScriptedTransport.Step]
    )
    func contradiction(_ silence: ScriptedTransport.Step) async throws {
        try await Shop.open(agents: Self.confirmed) { shop async throws in
            let payment = try await shop.pendingAgent()
            try await askNext(payment, shop, Wire.answer(200, Wire.agentStatus("Rejected")))
            #expect(try await shop.now(payment).status == .rejected)
            shop.clock.advance(by: 100 * 3600)
            #expect(try await shop.receiveAgent(Wire.agentEvent()).isAccepted)
            for _ in 1...5 { try await askNext(payment, shop, silence) }
            try await askNext(payment, shop, Wire.answer(200, Wire.agentStatus("Approved")))
            #expect(try await shop.now(payment).status == .conflicted)
        }
    }

    @Test("A program that was down for a week asks until there is an answer, and then lets time run out")
    func downForAWeek() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.clock.advance(by: 7 * 86_400)
            try await askNext(payment, shop, .failure(.unavailable))
            #expect(try await shop.now(payment).status == .pending)
            try await askNext(payment, shop, Wire.answer(200, Wire.walletIntent()))
            #expect(try await shop.now(payment).status == .expired)
        }
    }

    @Test("What a crash left behind is sent once its account takes payments again")
    func accountSwitchedOff() async throws {
        try await Shop.open(routes: ["wallets"]) { shop async throws in
            shop.store.fail(.modify, with: .unavailable)
            let id = try #require(try await shop.refusal(of: .sample()).paymentID)
            let without = try Shop(accounts: [], routes: [], store: shop.store, clock: shop.clock)
            shop.clock.advance(by: 61)
            await Synchroniser(without.gateway).synchronise()
            let payment = try await shop.gateway.payment(id)
            try await askNext(payment, shop, Wire.answer(201, Wire.walletIntent()))
            #expect(try await shop.now(payment).status == .pending)
        }
    }

    @Test("Nobody is asked for ever: three days of silence are the end")
    func bounded() async throws {
        try await Shop.open(agents: Self.confirmed) { shop async throws in
            let payment = try await shop.pendingAgent()
            try await askNext(payment, shop, Wire.answer(200, Wire.agentStatus("Rejected")))
            #expect(try await shop.receiveAgent(Wire.agentEvent()).isAccepted)
            let beginning = shop.clock.now
            var questions = 0
            while try await shop.now(payment).nextQueryAt != nil, questions < 200 {
                try await askNext(payment, shop, .failure(.notConnected))
                questions += 1
            }
            #expect(questions < 200)
            #expect((48 * 3600...80 * 3600).contains(shop.clock.now.timeIntervalSince(beginning)))
        }
    }

    @Test("A success that was signed while the provider did not answer is asked about no more")
    func settledMeanwhile() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            let step = ScriptedTransport.Step.during(
                { _ = try? await shop.receiveWallet(Wire.walletEvent()) },
                .failure(.unavailable)
            )
            try await askNext(payment, shop, step)
            #expect(try await shop.now(payment).nextQueryAt == nil)
        }
    }

    @Test("A withdrawal does not expire by our clock: somebody may still be paying it")
    func withdrawal() async throws {
        try await Shop.open(routes: ["agents"]) { shop async throws in
            let payment = try await shop.pendingAgent(kind: .withdrawal)
            let expiry = shop.clock.now.addingTimeInterval(60)
            _ = try await shop.gateway.modify(payment.id) { current in
                var limited = current
                limited.expiresAt = expiry
                return PaymentChange(limited)
            }
            shop.clock.advance(by: 61)
            try await askNext(payment, shop, Wire.answer(200, Wire.agentStatus("Pending", type: "Withdraw")))
            #expect(try await shop.now(payment).status == .pending)
        }
    }

    @Test("A stop does not cut off what is being sent: its answer is written down")
    func stopWhileSending() async throws {
        try await Shop.open(routes: ["agents"]) { shop async throws in
            shop.store.fail(.modify, with: .unavailable)
            let id = try #require(try await shop.refusal(of: .sample(kind: .withdrawal)).paymentID)
            shop.clock.advance(by: 61)
            let group = ServiceGroup(services: [Synchroniser(shop.gateway)], logger: shop.gateway.logger)
            shop.transport.script(
                .unlessCancelled(
                    {
                        await group.triggerGracefulShutdown()
                        // Time for what would cancel it.
                        for _ in 1...10_000 where !Task.isCancelled { await Task.yield() }
                    },
                    Wire.answer(200, Wire.agentCreation(type: "Withdraw"))
                )
            )
            try await group.run()
            #expect(try await shop.gateway.payment(id).status == .pending)
        }
    }
}
