import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@Suite("Creation: idempotency")
struct IdempotencyTests {
    @Test("1: without a key the reference is the key, and each kind has its own")
    func defaultKey() async throws {
        try await Shop.open { shop async throws in
            let deposit = try await shop.pendingWallet()
            #expect(deposit.request.key.rawValue == "ORDER-1")
            let withdrawal = try await shop.pendingAgent(kind: .withdrawal)
            #expect(withdrawal.id != deposit.id)
            #expect(try await shop.gateway.create(.sample(account: "wallets")).id == deposit.id)
        }
    }

    @Test("3: the same request again is the same payment in its present state, without a call")
    func replay() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent())
            let again = try await shop.gateway.create(.sample(account: "wallets"))
            #expect(again.id == payment.id)
            #expect(again.status == .succeeded)
            #expect(shop.transport.requests.count == 1)
        }
    }

    struct Difference: Sendable, CustomTestStringConvertible {
        let field: String
        let change: @Sendable (inout PaymentRequest) throws -> Void
        var testDescription: String { field }
    }

    private static let differences = [
        Difference(field: "amount") { $0.amount = try Money(parsing: "500.01", currency: .bdt) },
        Difference(field: "reference") { $0.reference = try #require(MerchantReference("CANARY-2")) },
        Difference(field: "method") { $0.method = .bkash },
        Difference(field: "provider") { $0.account = nil },
        Difference(field: "expires-in") { $0.expiresIn = .seconds(600) },
        Difference(field: "success-url") { $0.returnURLs.success = WebURL("https://canary.example/") },
        Difference(field: "failure-url") { $0.returnURLs.failure = WebURL("https://canary.example/") },
        Difference(field: "cancel-url") { $0.returnURLs.cancel = WebURL("https://canary.example/") },
        Difference(field: "expired-url") { $0.returnURLs.expired = WebURL("https://canary.example/") },
        Difference(field: "payee") { $0.payee = MSISDN("01799999778") },
    ]

    @Test(
        "4: the same key with another request names the fields that differ, and shows no value",
        arguments: differences
    )
    func mismatch(_ difference: Difference) async throws {
        try await Shop.open(wallets: ["allowFractions": .text("true")]) { shop async throws in
            var request = try PaymentRequest.sample(account: "wallets")
            request.idempotencyKey = IdempotencyKey("key-1")
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            let payment = try await shop.gateway.create(request)
            try difference.change(&request)
            let error = try await shop.refusal(of: request)
            #expect(error.code == .idempotencyMismatch)
            #expect(error.message.hasSuffix(": \(difference.field)"))
            #expect(!error.message.lowercased().contains("canary"))
            #expect(!error.message.contains("01799999778"))
            #expect(!error.message.contains("500.01"))
            #expect(error.paymentID == payment.id)
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test("5: two creations at once with one key: one request leaves, the other one is told to wait", arguments: 1...5)
    func concurrency(_ round: Int) async throws {
        try await Shop.open { shop async throws in
            let gate = Gate()
            shop.transport.script(.held(gate, Wire.answer(201, Wire.walletIntent())))
            let request = try PaymentRequest.sample()
            async let first = attempt(shop, request)
            async let second = attempt(shop, request)
            await gate.arrival()
            // Whoever lost has its answer while the winner still waits for the provider.
            let third = await attempt(shop, request)
            await gate.open()
            let codes = await [first, second, third]
                .map { result in
                    if case .failure(let error) = result { error.code.rawValue } else { "created" }
                }
            #expect(codes.sorted().last == "inProgress")
            #expect(codes.filter { $0 == "created" }.count >= 1)
            #expect(codes[2] == "inProgress")
            #expect(shop.transport.requests.count == 1)
        }
    }

    private func attempt(_ shop: Shop, _ request: PaymentRequest) async -> Result<Payment, GatewayError> {
        do throws(GatewayError) {
            return .success(try await shop.gateway.create(request))
        } catch {
            return .failure(error)
        }
    }

    @Test("5: two processes resume one expired lease: one request leaves")
    func twoProcesses() async throws {
        try await Shop.open { shop async throws in
            shop.store.fail(.modify, with: .unavailable)
            _ = try await shop.refusal(of: .sample())
            shop.clock.advance(by: 61)
            let neighbour = try shop.neighbour()
            let gate = Gate()
            shop.transport.script(.held(gate, Wire.answer(201, Wire.walletIntent())))
            let request = try PaymentRequest.sample()
            async let first = attempt(shop, request)
            await gate.arrival()
            let second = await attempt(neighbour, request)
            await gate.open()
            #expect(try await first.get().status == .pending)
            guard case .failure(let error) = second else {
                Issue.record("the second process sent as well")
                return
            }
            #expect(error.code == .inProgress)
            #expect(neighbour.transport.requests.isEmpty)
        }
    }

    @Test("5: a stale worker cannot write: its lease was taken over, and the later answer stands")
    func fence() async throws {
        try await Shop.open { shop async throws in
            let neighbour = try shop.neighbour()
            let request = try PaymentRequest.sample()
            neighbour.transport.script(Wire.answer(201, Wire.walletIntent()))
            shop.transport.script(
                .during(
                    {
                        shop.clock.advance(by: 61)
                        _ = try? await neighbour.gateway.create(request)
                    },
                    Wire.walletError(400)
                )
            )
            let payment = try await shop.gateway.create(request)
            #expect(payment.status == .pending, "the stale refusal is not written over it")
            #expect(payment.fence == 2)
            #expect(try await neighbour.gateway.create(request) == payment)
            #expect(Set(shop.transport.bodies + neighbour.transport.bodies).count == 1)
        }
    }

    @Test("5: a stale worker whose payment is still being sent says so, and shows no payment without its page")
    func staleAnswer() async throws {
        try await Shop.open { shop async throws in
            let neighbour = try shop.neighbour()
            let request = try PaymentRequest.sample()
            let gate = Gate()
            let (settled, settling) = AsyncStream<Void>.makeStream()
            neighbour.transport.script(.held(gate, Wire.answer(201, Wire.walletIntent())))
            shop.transport.script(
                .during(
                    {
                        shop.clock.advance(by: 61)
                        Task {
                            _ = await attempt(neighbour, request)
                            settling.finish()
                        }
                        await gate.arrival()
                    },
                    Wire.answer(201, Wire.walletIntent())
                )
            )
            #expect(try await shop.refusal(of: request).code == .inProgress)
            await gate.open()
            for await _ in settled {}
            let payment = try await shop.gateway.create(request)
            #expect(payment.fence == 2)
            #expect(payment.nextAction != .none)
        }
    }

    @Test("A lease counts on a machine whose clock is behind as well", arguments: [0.05, 45])
    func clockBehind(_ seconds: Double) async throws {
        try await Shop.open { shop async throws in
            let behind = ManualClock()
            behind.advance(by: -seconds)
            let neighbour = try Shop(
                accounts: Array(shop.gateway.accounts.values),
                routes: ["agents"],
                store: shop.store,
                clock: behind
            )
            let request = try PaymentRequest.sample(kind: .withdrawal)
            shop.transport.script(
                .during(
                    { #expect((try? await neighbour.refusal(of: request))?.code == .inProgress) },
                    Wire.answer(200, Wire.agentCreation(type: "Withdraw"))
                )
            )
            let payment = try await shop.gateway.create(request)
            #expect(payment.status == .pending)
            #expect(try await shop.told(payment) == [.created, .pending], "nobody has to look at it")
        }
    }

    @Test("Crash between record and send: inProgress while the lease runs, then the same key goes on")
    func crashBeforeSending() async throws {
        try await Shop.open { shop async throws in
            shop.store.fail(.modify, with: .unavailable)
            #expect(try await shop.refusal(of: .sample()).code == .outcomeUnknown)
            #expect(shop.transport.requests.isEmpty)
            shop.clock.advance(by: 59)
            #expect(try await shop.refusal(of: .sample()).code == .inProgress)
            shop.clock.advance(by: 2)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            #expect(try await shop.gateway.create(.sample()).status == .pending)
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test("Crash while sending: SMS Pay gets the same key and bytes again once the lease has run out")
    func crashWhileSending() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            shop.store.failSettlement()
            #expect(try await shop.refusal(of: .sample()).code == .outcomeUnknown)
            #expect(try await shop.refusal(of: .sample()).code == .inProgress)
            shop.clock.advance(by: 61)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.gateway.create(.sample()).status == .pending)
            #expect(shop.transport.requests.count == 2)
            #expect(Set(shop.transport.bodies).count == 1)
        }
    }

    @Test("row 29: crash while sending a withdrawal at Pay2Local: for a person, never sent again")
    func crashWhileSendingWithdrawal() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.answer(200, Wire.agentCreation(type: "Withdraw")))
            shop.store.failSettlement()
            let request = try PaymentRequest.sample(kind: .withdrawal)
            #expect(try await shop.refusal(of: request).code == .outcomeUnknown)
            shop.clock.advance(by: 61)
            let error = try await shop.refusal(of: request)
            #expect(error.code == .outcomeUnknown)
            let payment = try await shop.gateway.payment(try #require(error.paymentID))
            #expect(payment.status == .requiresReview)
            #expect(payment.creation == .unknown)
            #expect(shop.transport.requests.count == 1)
        }
    }

    @Test("row 31: a clock that steps back a day does not hold a payment for a day")
    func clockSteppingBack() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(.failure(.unavailable), .failure(.unavailable), .failure(.unavailable))
            shop.clock.advance(by: 86_400)
            shop.store.failSettlement()
            #expect(try await shop.refusal(of: .sample()).code == .outcomeUnknown)
            shop.clock.advance(by: -86_400)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            #expect(try await shop.gateway.create(.sample()).status == .pending)
        }
    }
}
