import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents
import Testing

@Suite("Creation: outcomes that nobody knows")
struct UnknownOutcomeTests {
    @Test("row 26: SMS Pay is tried again with the same bytes, a bounded number of times; then the outcome is unknown")
    func idempotentProvider() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.walletError(500), Wire.walletError(502), Wire.walletError(503))
            let error = try await shop.refusal(of: .sample())
            #expect(error.code == .outcomeUnknown)
            #expect(shop.transport.requests.count == 3)
            #expect(Set(shop.transport.bodies).count == 1)
            let payment = try await shop.gateway.payment(try #require(error.paymentID))
            #expect(payment.creation == .unknown)
            #expect(payment.status == .created, "silence is never failure")
            #expect(try await shop.told(payment) == [.created])
        }
    }

    @Test("Where nobody knows whether it was recorded, it is found out, and sent once")
    func uncertainRecord() async throws {
        try await Shop.open { shop async throws in
            shop.store.failAfterwards(.record, with: .uncertain)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            #expect(try await shop.gateway.create(.sample()).status == .pending)
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test("Where nobody can find out whether it was recorded, its outcome is unknown, and it is completed")
    func unknownRecord() async throws {
        try await Shop.open { shop async throws in
            shop.store.failAfterwards(.record, with: .uncertain, .unavailable)
            let error = try await shop.refusal(of: .sample())
            #expect(error.code == .outcomeUnknown)
            #expect(shop.transport.requests.isEmpty)
            shop.clock.advance(by: 61)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.gateway.payment(try #require(error.paymentID)).status == .pending)
        }
    }

    @Test("row 26: a later try that succeeds settles the payment")
    func laterTry() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.walletError(500), Wire.answer(201, Wire.walletIntent()))
            #expect(try await shop.gateway.create(.sample()).status == .pending)
        }
    }

    @Test(
        "row 26: Pay2Local is tried once",
        arguments: [Wire.agentError(500), Wire.answer(502, "<html>"), .failure(.unavailable), Wire.answer(200, "{")]
    )
    func otherProvider(_ step: ScriptedTransport.Step) async throws {
        try await Shop.open(routes: ["agents", "wallets"]) { shop async throws in
            shop.transport.script(step)
            let error = try await shop.refusal(of: .sample())
            #expect(error.code == .outcomeUnknown)
            #expect(shop.transport.requests.count == 1)
            shop.clock.advance(by: 3600)
            let again = try await shop.refusal(of: .sample())
            #expect(again.code == .outcomeUnknown)
            #expect(again.paymentID == error.paymentID)
            #expect(shop.transport.requests.count == 1, "nothing is sent again, under any key")
        }
    }

    @Test("row 27: timed out but processed: the same key again gives the payment that exists, with the same bytes")
    func resumedByKey() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(.failure(.unavailable), .failure(.unavailable), .failure(.unavailable))
            let error = try await shop.refusal(of: .sample())
            shop.transport.script(Wire.answer(201, Wire.walletIntent("PAID")))
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.id == error.paymentID)
            #expect(payment.status == .succeeded)
            #expect(shop.transport.requests.count == 4)
            #expect(Set(shop.transport.bodies).count == 1)
        }
    }

    @Test("row 27: timed out but processed: the synchroniser finds out within 10 seconds, with the same bytes")
    func resumedBySynchroniser() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(.failure(.unavailable), .failure(.unavailable), .failure(.unavailable))
            let error = try await shop.refusal(of: .sample())
            let synchroniser = Synchroniser(shop.gateway)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            shop.clock.advance(by: 10)
            await synchroniser.synchronise()
            let payment = try await shop.gateway.payment(try #require(error.paymentID))
            #expect(payment.creation == .created)
            #expect(payment.status == .pending)
            #expect(Set(shop.transport.bodies).count == 1)
        }
    }

    @Test(
        "row 28: after a try that may have been accepted, no later error makes it certain that nothing was",
        arguments: [
            .failure(.notConnected), Wire.walletError(429), Wire.walletError(401), Wire.walletError(403),
        ] as [ScriptedTransport.Step]
    )
    func laterCertainty(_ step: ScriptedTransport.Step) async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(.failure(.unavailable), step)
            let error = try await shop.refusal(of: .sample())
            #expect(error.code == .outcomeUnknown)
            #expect(shop.transport.requests.count == 2, "the next account is not tried")
            let payment = try await shop.gateway.payment(try #require(error.paymentID))
            #expect(payment.creation == .unknown)
            #expect(payment.account == AccountName("wallets"))
        }
    }

    @Test("row 28: a breaker that opens between two tries does not make it certain either")
    func breakerBetweenTries() async throws {
        try await Shop.open { shop async throws in
            for number in 1...4 {
                shop.transport.script(.failure(.notConnected))
                let request = try PaymentRequest.sample(reference: "OTHER-\(number)", account: "wallets")
                #expect(try await shop.refusal(of: request).code == .providerUnavailable)
            }
            shop.transport.script(.failure(.unavailable))
            let error = try await shop.refusal(of: .sample())
            #expect(error.code == .outcomeUnknown)
            #expect(shop.transport.requests.count == 5, "the next account is not tried")
        }
    }

    @Test(
        "row 28: an unknown creation that cannot be sent again now stays unknown, and never goes to another account",
        arguments: [
            .failure(.notConnected), Wire.walletError(429), Wire.walletError(401),
        ] as [ScriptedTransport.Step]
    )
    func recoveryWithoutConnection(_ step: ScriptedTransport.Step) async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(.failure(.unavailable), .failure(.unavailable), .failure(.unavailable))
            _ = try await shop.refusal(of: .sample())
            shop.transport.script(step)
            let again = try await shop.refusal(of: .sample())
            #expect(again.code == .outcomeUnknown)
            let payment = try await shop.gateway.payment(try #require(again.paymentID))
            #expect(payment.creation == .unknown)
            #expect(payment.nextQueryAt != nil)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            #expect(try await shop.gateway.create(.sample()).account == AccountName("wallets"))
            #expect(Set(shop.transport.bodies).count == 1)
        }
    }

    @Test("row 29: a withdrawal without an answer is for a person, and is never sent again by itself")
    func withdrawal() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(.failure(.unavailable))
            let request = try PaymentRequest.sample(kind: .withdrawal)
            let error = try await shop.refusal(of: request)
            #expect(error.code == .outcomeUnknown)
            let payment = try await shop.gateway.payment(try #require(error.paymentID))
            #expect(payment.status == .requiresReview)
            #expect(payment.creation == .unknown)
            let synchroniser = Synchroniser(shop.gateway)
            for _ in 1...50 {
                shop.clock.advance(by: 3600)
                await synchroniser.synchronise()
            }
            #expect(try await shop.refusal(of: request).code == .outcomeUnknown)
            #expect(try await shop.refusal(ofSyncing: payment).code == .outcomeUnknown)
            #expect(shop.transport.requests.count == 1)
            #expect(try await shop.told(payment) == [.created, .requiresReview])
            #expect(
                try await shop.receiveAgent(Wire.agentEvent(type: "Withdraw")).isAccepted,
                "until it is known"
            )
            #expect(try await shop.now(payment).status == .succeeded)
        }
    }

    @Test("row 29: not even where a repeated creation is one payment")
    func withdrawalAtIdempotentProvider() async throws {
        try await Shop.open { shop async throws in
            let bank = try Shop.account("bank", BankAdapter.self, .sandbox, [:])
            let neighbour = try Shop(accounts: [bank], routes: ["bank"], store: shop.store, clock: shop.clock)
            neighbour.transport.script(.failure(.unavailable))
            let request = try PaymentRequest.sample(kind: .withdrawal)
            let error = try await neighbour.refusal(of: request)
            #expect(error.code == .outcomeUnknown)
            #expect(try await neighbour.refusal(of: request).code == .outcomeUnknown)
            #expect(neighbour.transport.requests.count == 1)
        }
    }

    @Test("A creation whose answer got lost is created all the same once a callback speaks of it")
    func callbackBeforeTimeout() async throws {
        try await Shop.open(routes: ["agents"]) { shop async throws in
            shop.transport.script(
                .during(
                    { _ = try? await shop.receiveAgent(Wire.agentEvent("Pending")) },
                    .failure(.unavailable)
                )
            )
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.creation == .created)
            #expect(payment.status == .pending)
            #expect(payment.leasedUntil == nil)
        }
    }

    @Test("A withdrawal that a callback has settled does not go to review because the answer got lost")
    func callbackBeforeTimeoutOfWithdrawal() async throws {
        try await Shop.open(routes: ["agents"]) { shop async throws in
            shop.transport.script(
                .during(
                    { _ = try? await shop.receiveAgent(Wire.agentEvent(type: "Withdraw")) },
                    .failure(.unavailable)
                )
            )
            let payment = try await shop.gateway.create(.sample(kind: .withdrawal))
            #expect(payment.status == .succeeded)
            #expect(payment.creation == .created)
            #expect(try await shop.told(payment) == [.created, .succeeded])
        }
    }

    @Test("409 of SMS Pay is a key with another body: never retried blindly")
    func keyConflict() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.walletError(409))
            let error = try await shop.refusal(of: .sample())
            #expect(error.code == .outcomeUnknown)
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test("409 of SMS Pay, when it was sent with other bytes before: the payment is found in the list")
    func foundAfterKeyConflict() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(.failure(.unavailable), .failure(.unavailable), .failure(.unavailable))
            let error = try await shop.refusal(of: .sample())
            shop.transport.script(
                Wire.walletError(409),
                Wire.answer(200, #"{"data":[\#(Wire.walletIntent())],"total":1,"page":1,"limit":50}"#)
            )
            shop.clock.advance(by: 61)
            await Synchroniser(shop.gateway).synchronise()
            let payment = try await shop.gateway.payment(#require(error.paymentID))
            #expect(payment.creation == .created)
            #expect(payment.providerPaymentID == Wire.walletID)
        }
    }
}
