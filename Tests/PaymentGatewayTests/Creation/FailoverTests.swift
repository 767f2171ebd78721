import PaymentGateway
import PaymentIntents
import Testing

@Suite("Creation: which account takes it")
struct FailoverTests {
    @Test(
        "row 28: the next account is tried when it is certain that the first accepted nothing",
        arguments: [
            .failure(.notConnected), Wire.walletError(429), Wire.walletError(401), Wire.walletError(403),
        ] as [ScriptedTransport.Step]
    )
    func certain(_ step: ScriptedTransport.Step) async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(step, Wire.answer(200, Wire.agentCreation()))
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.account == AccountName("agents"))
            #expect(payment.adapter == "pay2local")
            #expect(payment.status == .pending)
            #expect(shop.transport.requests.count == 2)
        }
    }

    @Test("row 29: an account that has told of a payment of this name before it was asked is sent no second one")
    func claimedBeforeFailover() async throws {
        try await Shop.open { shop async throws in
            #expect(try await shop.receiveAgent(Wire.agentEvent()).isAccepted)
            shop.transport.script(.failure(.notConnected))
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.status == .succeeded)
            #expect(payment.account == AccountName("agents"))
            #expect(shop.transport.requests.count == 1, "only the first account was asked")
            #expect(try await shop.gateway.create(.sample()).status == .succeeded)
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test("row 29: nor when what it told of waits for its confirmation")
    func hintedBeforeFailover() async throws {
        let trust: [String: SettingValue] = ["callbackTrust": .text("signedAndConfirmed")]
        try await Shop.open(agents: trust) { shop async throws in
            #expect(try await shop.receiveAgent(Wire.agentEvent()).isAccepted)
            shop.transport.script(.failure(.notConnected))
            #expect(try await shop.refusal(of: .sample()).code == .outcomeUnknown)
            shop.clock.advance(by: 120)
            await Synchroniser(shop.gateway).synchronise()
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test("row 29: nor when it told of it after nobody could be reached, and the request is repeated")
    func claimedBetweenRepetitions() async throws {
        try await Shop.open(routes: ["agents", "wallets"]) { shop async throws in
            shop.transport.script(.failure(.notConnected), .failure(.notConnected))
            #expect(try await shop.refusal(of: .sample()).code == .providerUnavailable)
            #expect(try await shop.receiveAgent(Wire.agentEvent()).isAccepted)
            #expect(try await shop.gateway.create(.sample()).status == .succeeded)
            #expect(shop.transport.requests.count == 2)
        }
    }

    @Test("An open breaker is certain too: nothing is sent to that account, and the next one is tried")
    func openBreaker() async throws {
        try await Shop.open { shop async throws in
            for number in 1...5 {
                shop.transport.script(.failure(.notConnected))
                let request = try PaymentRequest.sample(reference: "OTHER-\(number)", account: "wallets")
                #expect(try await shop.refusal(of: request).code == .providerUnavailable)
            }
            shop.transport.script(Wire.answer(200, Wire.agentCreation()))
            #expect(try await shop.gateway.create(.sample()).account == AccountName("agents"))
            #expect(shop.transport.requests.count == 6)
        }
    }

    @Test("A definite refusal ends it", arguments: [400, 404, 422])
    func refused(_ status: Int) async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.walletError(status))
            #expect(try await shop.refusal(of: .sample()).code == .refusedByProvider)
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test(
        "row 28: after the first byte nothing fails over",
        arguments: [
            .failure(.unavailable), Wire.answer(200, "not JSON"), Wire.answer(418, "{}"), Wire.agentError(500),
        ] as [ScriptedTransport.Step]
    )
    func unknown(_ step: ScriptedTransport.Step) async throws {
        try await Shop.open(routes: ["agents", "wallets"]) { shop async throws in
            shop.transport.script(step)
            #expect(try await shop.refusal(of: .sample()).code == .outcomeUnknown)
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test(
        "A chosen provider never fails over",
        arguments: [
            (.failure(.notConnected), .providerUnavailable), (Wire.walletError(429), .rateLimited),
            (Wire.walletError(401), .providerUnavailable),
        ] as [(ScriptedTransport.Step, GatewayError.Code)]
    )
    func chosen(_ step: ScriptedTransport.Step, _ code: GatewayError.Code) async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(step)
            let request = try PaymentRequest.sample(account: "wallets")
            let error = try await shop.refusal(of: request)
            #expect(error.code == code)
            #expect(shop.transport.requests.count == 1)
            let payment = try await shop.gateway.payment(try #require(error.paymentID))
            #expect(payment.creation == .recorded, "nothing was accepted: the same key may be used again")
            #expect(payment.status == .created)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            let again = try await shop.gateway.create(request)
            #expect(again.id == payment.id)
            #expect(again.status == .pending)
        }
    }

    @Test("When no account could be reached, the last error is the answer, and the same key may be used again")
    func allFail() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(.failure(.notConnected), .failure(.notConnected))
            let error = try await shop.refusal(of: .sample())
            #expect(error.code == .providerUnavailable)
            #expect(error.isRetryable)
            shop.transport.script(.failure(.notConnected), Wire.answer(200, Wire.agentCreation()))
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.id == error.paymentID)
            #expect(payment.account == AccountName("agents"))
        }
    }

    @Test("An account that cannot carry the kind is passed over before anything is recorded")
    func kind() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.answer(200, Wire.agentCreation(type: "Withdraw")))
            let payment = try await shop.gateway.create(.sample(kind: .withdrawal))
            #expect(payment.account == AccountName("agents"))
        }
        try await Shop.open(routes: ["wallets"]) { shop async throws in
            #expect(try await shop.refusal(of: .sample(kind: .withdrawal)).code == .unsupported)
            #expect(shop.store.calls.allSatisfy { $0 == .read })
        }
    }

    @Test("A provider that answers with errors of its own is left alone, and the next account takes the payments")
    func serverErrors() async throws {
        try await Shop.open(routes: ["agents", "wallets"]) { shop async throws in
            for number in 1...5 {
                shop.transport.script(Wire.answer(500, "{}"))
                #expect(try await shop.refusal(of: .sample(reference: "LOST-\(number)")).code == .outcomeUnknown)
            }
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            #expect(try await shop.gateway.create(.sample()).account == AccountName("wallets"))
        }
    }
}
