import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents
import Testing

@Suite("Creation: what a crash left behind")
struct CompletionTests {
    @Test("Crash before anything was sent: it is sent under its own key once the lease has run out")
    func neverSent() async throws {
        try await Shop.open { shop async throws in
            shop.store.fail(.modify, with: .unavailable)
            _ = try await shop.refusal(of: .sample())
            shop.clock.advance(by: 59)
            await Synchroniser(shop.gateway).synchronise()
            #expect(shop.transport.requests.isEmpty)

            shop.clock.advance(by: 2)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            await Synchroniser(shop.gateway).synchronise()
            let payment = try #require(try await shop.gateway.payments(matching: PaymentFilter()).first)
            #expect(payment.creation == .created)
            #expect(payment.status == .pending)
            #expect(shop.transport.requests.count == 1)

            let repeated = try await shop.gateway.create(.sample())
            #expect(repeated.id == payment.id)
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test("When nobody can be reached it is tried again, less and less often")
    func unreachable() async throws {
        try await Shop.open(routes: ["wallets"]) { shop async throws in
            shop.store.fail(.modify, with: .unavailable)
            _ = try await shop.refusal(of: .sample())
            shop.clock.advance(by: 61)
            shop.transport.script(.failure(.notConnected))
            await Synchroniser(shop.gateway).synchronise()
            var payment = try #require(try await shop.gateway.payments(matching: PaymentFilter()).first)
            #expect(payment.creation == .recorded)
            let wait = try #require(payment.nextQueryAt).timeIntervalSince(shop.clock.now)
            #expect((22...30).contains(wait))

            shop.clock.advance(by: 31)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            await Synchroniser(shop.gateway).synchronise()
            payment = try await shop.now(payment)
            #expect(payment.creation == .created)
        }
    }

    @Test("A payment that was given back to the merchant, who knows, is not sent by itself")
    func givenBack() async throws {
        try await Shop.open(routes: ["wallets"]) { shop async throws in
            shop.transport.script(.failure(.notConnected))
            #expect(try await shop.refusal(of: .sample()).code == .providerUnavailable)
            shop.clock.advance(by: 3600)
            await Synchroniser(shop.gateway).synchronise()
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test("A provider that gives one id to two payments leaves the second one to a person")
    func takenName() async throws {
        try await Shop.open(routes: ["wallets"]) { shop async throws in
            let first = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(201, Wire.walletIntent(reference: "ORDER-2")))
            let second = try await shop.gateway.create(.sample(reference: "ORDER-2", account: "wallets"))
            #expect(second.id != first.id)
            #expect(second.status == .requiresReview)
            #expect(second.creation == .created)
            #expect(second.providerPaymentID == nil)
            #expect(try await shop.now(first).status == .pending)
        }
    }

    @Test("The same request again is the same payment, also when no account would take it now")
    func accountSwitchedOff() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            let later = try Shop(
                accounts: shop.gateway.accounts.values.filter { $0.name.rawValue == "agents" },
                routes: ["agents"],
                store: shop.store,
                clock: shop.clock
            )
            #expect(try await later.gateway.create(.sample(account: "wallets")).id == payment.id)
            let other = try await later.refusal(of: .sample(reference: "ORDER-9", account: "wallets"))
            #expect(other.code == .invalidRequest)
        }
    }

    @Test("A forged hint sends nothing that was given back: the merchant may have paid by other means")
    func forgedHint() async throws {
        let confirmed: [String: SettingValue] = ["callbackTrust": .text("confirmed"), "headerSignature": .text("off")]
        try await Shop.open(routes: ["agents"], agents: confirmed) { shop async throws in
            shop.transport.script(.failure(.notConnected))
            #expect(try await shop.refusal(of: .sample(kind: .withdrawal)).code == .providerUnavailable)
            let forged = Callback(headers: [:], body: Array(Wire.agentEvent(type: "Withdraw").utf8))
            for _ in 1...3 {
                _ = await shop.gateway.receive(forged, for: "agents")
                shop.clock.advance(by: 600)
                await Synchroniser(shop.gateway).synchronise()
            }
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test("A genuine hint at what was given back is asked about, and nothing is sent a second time")
    func genuineHint() async throws {
        let confirmed: [String: SettingValue] = ["callbackTrust": .text("signedAndConfirmed")]
        try await Shop.open(routes: ["agents"], agents: confirmed) { shop async throws in
            shop.transport.script(.failure(.notConnected))
            #expect(try await shop.refusal(of: .sample(kind: .withdrawal)).code == .providerUnavailable)
            _ = try await shop.receiveAgent(Wire.agentEvent(type: "Withdraw"))
            shop.clock.advance(by: 600)
            await Synchroniser(shop.gateway).synchronise()
            let payment = try #require(try await shop.gateway.payments(matching: PaymentFilter()).first)
            #expect(payment.creation == .unknown)
            #expect(shop.transport.requests.count == 1)
            #expect(try await shop.refusal(of: .sample(kind: .withdrawal)).code == .outcomeUnknown)
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test("When the store fails after the payment is recorded, nobody says that nothing happened")
    func storeFails() async throws {
        try await Shop.open { shop async throws in
            shop.store.fail(.modify, with: .unavailable)
            let error = try await shop.refusal(of: .sample())
            #expect(error.code == .outcomeUnknown)
            let payment = try await shop.gateway.payment(try #require(error.paymentID))
            #expect(payment.creation == .recorded)
        }
    }
}
