import Foundation
import HTTPTypes
import PaymentIntents
import Testing

@testable import PaymentGateway

@Suite("Synchronisation: asking providers")
struct SynchroniserTests {
    private func queries(_ shop: Shop) -> Int { shop.transport.requests.filter { $0.method == .get }.count }

    @Test("Nothing is asked before it is due; at its expiry a payment is asked about")
    func due() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.clock.advance(by: 299)
            await Synchroniser(shop.gateway).synchronise()
            #expect(queries(shop) == 0)
            shop.transport.script(Wire.answer(200, Wire.walletIntent("PAID")))
            shop.clock.advance(by: 4)
            await Synchroniser(shop.gateway).synchronise()
            #expect(queries(shop) == 1)
            #expect(try await shop.now(payment).status == .succeeded)
            #expect(try await shop.now(payment).nextQueryAt == nil)
        }
    }

    @Test("row 31: no status follows from the provider's clock")
    func providersClock() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent(time: "1999-01-01T00:00:00.000Z"))
            #expect(try await shop.now(payment).status == .succeeded)
            #expect(try await shop.now(payment).updatedAt == shop.clock.now)
        }
    }

    @Test(
        "No error of a query ends a payment",
        arguments: [
            Wire.walletError(404), Wire.walletError(400), Wire.walletError(401), Wire.walletError(500),
            .failure(.notConnected), .failure(.unavailable), Wire.answer(200, "{}"), Wire.answer(302, ""),
        ] as [ScriptedTransport.Step]
    )
    func queryErrors(_ step: ScriptedTransport.Step) async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.transport.script(step)
            let error = try await shop.refusal(ofSyncing: payment)
            #expect(error.code == .providerUnavailable)
            shop.clock.advance(by: 303)
            shop.transport.script(step)
            await Synchroniser(shop.gateway).synchronise()
            let later = try await shop.now(payment)
            #expect(later.status == .pending)
            #expect(later.lifecycle == payment.lifecycle)
            #expect(later.queriesWithoutNews == 1)
        }
    }

    private static let confirmedOnly: [String: SettingValue] = [
        "callbackTrust": .text("confirmed"), "headerSignature": .text("off"),
    ]

    @Test("Trust confirmed: a callback is a hint, and what the provider answers is believed with that trust")
    func confirmed() async throws {
        try await Shop.open(agents: Self.confirmedOnly) { shop async throws in
            let payment = try await shop.pendingAgent()
            let unsigned = Callback(headers: [:], body: Array(Wire.agentEvent().utf8))
            #expect(await shop.gateway.receive(unsigned, for: "agents").isAccepted)
            #expect(try await shop.now(payment).status == .pending)
            shop.transport.script(Wire.answer(200, Wire.agentStatus("Approved")))
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.now(payment).status == .succeeded)
            let line = try #require(try await shop.gateway.history(of: payment.id).last)
            #expect(line.source == .query)
            #expect(line.trust == .confirmed)
        }
    }

    @Test(
        "Trust confirmed: a forged hint does nothing when the provider says otherwise",
        arguments: ["Pending", "Rejected"]
    )
    func forgedHint(_ status: String) async throws {
        try await Shop.open(agents: Self.confirmedOnly) { shop async throws in
            let payment = try await shop.pendingAgent()
            let unsigned = Callback(headers: [:], body: Array(Wire.agentEvent().utf8))
            #expect(await shop.gateway.receive(unsigned, for: "agents").isAccepted)
            shop.transport.script(Wire.answer(200, Wire.agentStatus(status)))
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.now(payment).status == (status == "Pending" ? .pending : .rejected))
        }
    }

    @Test("Rows 12 and 44: forged hints keep nothing, and ask no more than once in ten seconds")
    func forgedHints() async throws {
        try await Shop.open(agents: Self.confirmedOnly) { shop async throws in
            let payment = try await shop.pendingAgent()
            let lines = try await shop.gateway.history(of: payment.id).count
            for number in 1...20 {
                let body = Wire.agentEvent() + String(repeating: " ", count: number)
                let forged = Callback(headers: [:], body: Array(body.utf8))
                #expect(await shop.gateway.receive(forged, for: "agents").isAccepted)
                shop.transport.script(Wire.answer(200, Wire.agentStatus("Pending")))
                await Synchroniser(shop.gateway).synchronise()
            }
            #expect(queries(shop) == 1)
            #expect(try await shop.gateway.history(of: payment.id).count == lines + 1)
            shop.clock.advance(by: 11)
            await Synchroniser(shop.gateway).synchronise()
            #expect(queries(shop) == 2)
        }
    }

    @Test("Trust signedAndConfirmed: not signed is refused; signed is a hint until the provider says the same")
    func signedAndConfirmed() async throws {
        try await Shop.open(agents: ["callbackTrust": .text("signedAndConfirmed")]) { shop async throws in
            let payment = try await shop.pendingAgent()
            let unsigned = Callback(headers: [:], body: Array(Wire.agentEvent().utf8))
            #expect(await shop.gateway.receive(unsigned, for: "agents") == .refused)
            #expect(try await shop.receiveAgent(Wire.agentEvent()).isAccepted)
            #expect(try await shop.now(payment).status == .pending)
            #expect(try await shop.gateway.history(of: payment.id).last?.detail["claimed"] == "succeeded")
            shop.transport.script(Wire.answer(200, Wire.agentStatus("Approved")))
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.now(payment).status == .succeeded)
            #expect(try await shop.gateway.history(of: payment.id).last?.trust == .signedAndConfirmed)
            // The answer does not name it, and the callback was signed.
            #expect(try await shop.now(payment).transactionID == "T-1")
        }
    }

    @Test("The transaction that a signed callback names is kept, also when the confirmation came before it")
    func transactionAfterwards() async throws {
        try await Shop.open(agents: ["callbackTrust": .text("signedAndConfirmed")]) { shop async throws in
            let payment = try await shop.pendingAgent()
            shop.transport.script(Wire.answer(200, Wire.agentStatus("Approved")))
            #expect(try await shop.gateway.sync(payment.id).transactionID == nil)
            #expect(try await shop.now(payment).status == .succeeded)
            #expect(try await shop.receiveAgent(Wire.agentEvent()).isAccepted)
            shop.transport.script(Wire.answer(200, Wire.agentStatus("Approved")))
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.now(payment).transactionID == "T-1")
        }
    }

    @Test("A hint that comes while the provider is being asked is not lost: it is asked again at once")
    func hintMeanwhile() async throws {
        try await Shop.open(agents: ["callbackTrust": .text("signedAndConfirmed")]) { shop async throws in
            let payment = try await shop.pendingAgent()
            shop.clock.advance(by: 30)
            shop.transport.script(
                .during(
                    { _ = try? await shop.receiveAgent(Wire.agentEvent()) },
                    Wire.answer(200, Wire.agentStatus("Pending"))
                ),
                Wire.answer(200, Wire.agentStatus("Approved"))
            )
            await Synchroniser(shop.gateway).synchronise()
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.now(payment).status == .succeeded)
            #expect(queries(shop) == 2)
        }
    }

    @Test("A success that was signed is not asked about any more")
    func settledByCallback() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent())
            #expect(try await shop.now(payment).nextQueryAt == nil)
            shop.clock.advance(by: 303)
            await Synchroniser(shop.gateway).synchronise()
            #expect(queries(shop) == 0)
        }
    }

    /// The times at which a payment without news is asked about, in seconds.
    private func waits(_ shop: Shop, rounds: Int) async throws -> [Double] {
        var waits: [Double] = []
        for _ in 1...rounds {
            let payment = try #require(try await shop.gateway.payments(matching: PaymentFilter()).first)
            guard let next = payment.nextQueryAt else { break }
            waits.append(next.timeIntervalSince(shop.clock.now))
            shop.clock.advance(by: next.timeIntervalSince(shop.clock.now))
            shop.transport.script(Wire.answer(200, Wire.agentStatus("Pending")))
            await Synchroniser(shop.gateway).synchronise()
        }
        return waits
    }

    @Test("Waits grow, are spread and bounded, and end after 72 hours")
    func backoff() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingAgent()
            let waits = try await waits(shop, rounds: 200)
            #expect(waits.prefix(8).allSatisfy { $0 >= 22.5 })
            #expect(zip(waits.prefix(6), waits.dropFirst()).allSatisfy { $0 < $1 })
            #expect(waits.allSatisfy { $0 <= 3600 })
            #expect(Set(waits.suffix(20)).count > 10, "spread")
            #expect(waits.count < 200, "it ends")
            #expect((71 * 3600...74 * 3600).contains(waits.reduce(0, +)))
            #expect(queries(shop) == waits.count)
        }
    }

    @Test("What cannot be asked about is not taken again and again")
    func nothingToAsk() async throws {
        try await Shop.open(routes: ["agents"]) { shop async throws in
            shop.transport.script(
                .during({ _ = try? await shop.receiveAgent(Wire.agentEvent("Pending")) }, .failure(.unavailable))
            )
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.providerPaymentID == nil)
            var rounds = 0
            while let next = try await shop.now(payment).nextQueryAt, rounds < 200 {
                shop.clock.advance(by: next.timeIntervalSince(shop.clock.now))
                await Synchroniser(shop.gateway).synchronise()
                rounds += 1
            }
            #expect(rounds < 200)
            #expect(shop.transport.requests.count == 1)
            #expect(try await shop.refusal(ofSyncing: payment).code == .unsupported)
        }
    }

    @Test("row 25: an account that is rate-limited is not asked before its time, about any payment")
    func retryAfter() async throws {
        try await Shop.open { shop async throws in
            let first = try await shop.pendingWallet()
            let second = try await shop.pendingWallet(reference: "ORDER-2", id: "second")
            shop.transport.script(Wire.walletError(429, [.retryAfter: "1200"]))
            let error = try await shop.refusal(ofSyncing: first)
            #expect(error.code == .rateLimited)
            shop.clock.advance(by: 303)
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.refusal(ofSyncing: second).code == .rateLimited)
            #expect(queries(shop) == 1, "nobody was asked")
            shop.clock.advance(by: 890)
            await Synchroniser(shop.gateway).synchronise()
            #expect(queries(shop) == 1, "not yet")
            shop.transport.script(
                Wire.answer(200, Wire.walletIntent("PAID")),
                Wire.answer(200, Wire.walletIntent("PAID"))
            )
            shop.clock.advance(by: 400)
            await Synchroniser(shop.gateway).synchronise()
            #expect(queries(shop) == 3)
        }
    }

    @Test("row 25: an unknown creation is not sent again before the provider wants it")
    func retryAfterOfCreation() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(.failure(.unavailable), Wire.walletError(429, [.retryAfter: "600"]))
            let error = try await shop.refusal(of: .sample())
            #expect(error.code == .outcomeUnknown)
            shop.clock.advance(by: 10)
            await Synchroniser(shop.gateway).synchronise()
            shop.clock.advance(by: 580)
            await Synchroniser(shop.gateway).synchronise()
            #expect(shop.transport.requests.count == 2)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            shop.clock.advance(by: 200)
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.gateway.payment(#require(error.paymentID)).creation == .created)
        }
    }

    @Test("row 44: however many ask at once whether it is ready, the store is written once")
    func readinessOfMany() async throws {
        try await Shop.open { shop async throws in
            await Synchroniser(shop.gateway).synchronise()
            let gate = Gate()
            shop.store.hold(.check, at: gate)
            await withTaskGroup { group in
                for _ in 1...20 { group.addTask { await shop.gateway.isReady() } }
                await gate.arrival()
                // Time for the others, who would arrive here as well.
                for _ in 1...10_000 { await Task.yield() }
                #expect(await gate.arrivals == 1)
                await gate.open()
                for await isReady in group { #expect(isReady) }
            }
            shop.store.fail(.check, with: .unavailable)
            #expect(await !shop.gateway.isReady(), "what was found is kept for nobody who asks later")
            #expect(await shop.gateway.isReady())
        }
    }

    @Test("Ready while the background work is seen at it, and not when it has stopped or the store is gone")
    func readiness() async throws {
        try await Shop.open { shop async throws in
            #expect(await !shop.gateway.isReady())
            await Synchroniser(shop.gateway).synchronise()
            #expect(await shop.gateway.isReady())
            shop.clock.advance(by: 121)
            #expect(await !shop.gateway.isReady())
        }
    }
}
