import HTTPTypes
import PaymentGateway
import PaymentIntents
import Testing

@Suite("Callbacks: what they do to a payment")
struct CallbackTests {
    @Test("row 1: the same bytes twice: accepted twice, one effect, one notification", arguments: [2, 5])
    func duplicate(_ times: Int) async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            for _ in 1...times { #expect(try await shop.receiveWallet(Wire.walletEvent()).isAccepted) }
            #expect(try await shop.now(payment).status == .succeeded)
            #expect(try await shop.told(payment) == [.created, .pending, .succeeded])
            let lines = try await shop.gateway.history(of: payment.id).filter { $0.source == .callback }
            #expect(lines.map { $0.detail["duplicate"] } == [nil] + Array(repeating: "true", count: times - 1))
        }
    }

    @Test("row 2: the same event at another time is nothing new")
    func sameEventOtherBytes() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent())
            let before = try await shop.now(payment)
            shop.clock.advance(by: 60)
            #expect(try await shop.receiveWallet(Wire.walletEvent(time: "2026-05-05T10:09:00.000Z")).isAccepted)
            let after = try await shop.now(payment)
            #expect(after.updatedAt == before.updatedAt)
            #expect(after.lifecycle == before.lifecycle)
            #expect(try await shop.told(payment) == [.created, .pending, .succeeded])
        }
    }

    @Test("row 2: so is one with the same transaction id, and the first transaction id is kept")
    func sameTransaction() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingAgent()
            _ = try await shop.receiveAgent(Wire.agentEvent())
            _ = try await shop.receiveAgent(Wire.agentEvent().replacing("16:01", with: "16:09"))
            #expect(try await shop.now(payment).transactionID == "T-1")
            #expect(try await shop.told(payment) == [.created, .pending, .succeeded])
            #expect(try await shop.gateway.history(of: payment.id).last?.detail["duplicate"] == "true")
        }
    }

    @Test("row 3: 50 duplicates at once through two instances: all accepted, one effect, one notification")
    func manyAtOnce() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            let callback = try Wire.walletCallback(Wire.walletEvent())
            let gateways = [shop.gateway, try shop.neighbour().gateway]
            let answers = await withTaskGroup(of: CallbackAnswer.self) { group in
                for number in 0..<50 { group.addTask { await gateways[number % 2].receive(callback, for: "wallets") } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count == 50)
            #expect(answers.filter(\.isAccepted).count == 50)
            #expect(try await shop.told(payment) == [.created, .pending, .succeeded])
        }
    }

    @Test("row 4: what comes out of order after the money does not undo it", arguments: ["expired", "review_required"])
    func outOfOrder(_ event: String) async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent())
            #expect(try await shop.receiveWallet(Wire.walletEvent("payment.\(event)")).isAccepted)
            #expect(try await shop.now(payment).status == .succeeded)
            #expect(try await shop.told(payment) == [.created, .pending, .succeeded])
        }
    }

    @Test("row 5: a replay after a year is a duplicate")
    func oldReplay() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent())
            shop.clock.advance(by: 365 * 86_400)
            #expect(try await shop.receiveWallet(Wire.walletEvent()).isAccepted)
            #expect(try await shop.told(payment) == [.created, .pending, .succeeded])
        }
    }

    @Test("row 6: paid after expired is a success that is late, and the merchant is told")
    func late() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent("payment.expired"))
            _ = try await shop.receiveWallet(Wire.walletEvent())
            let paid = try await shop.now(payment)
            #expect(paid.status == .succeeded)
            #expect(paid.lifecycle.isLate)
            #expect(try await shop.told(payment) == [.created, .pending, .expired, .succeeded])
        }
    }

    @Test(
        "row 7: a contradiction is a conflict, and is told even when success was",
        arguments: [["payment.rejected", "payment.paid"], ["payment.paid", "payment.rejected"]]
    )
    func contradiction(_ events: [String]) async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            for event in events { #expect(try await shop.receiveWallet(Wire.walletEvent(event)).isAccepted) }
            #expect(try await shop.now(payment).status == .conflicted)
            #expect(try await shop.told(payment).last == .conflicted)
            let resolved = try await shop.gateway.resolve(payment.id, as: .rejected, note: "sent back")
            #expect(resolved.status == .rejected)
            #expect(try await shop.told(payment) == [.rejected])
        }
    }

    @Test(
        "row 7: Approved and Rejected, in either order",
        arguments: [["Approved", "Rejected"], ["Rejected", "Approved"]]
    )
    func agentContradiction(_ statuses: [String]) async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingAgent()
            for status in statuses { _ = try await shop.receiveAgent(Wire.agentEvent(status)) }
            #expect(try await shop.now(payment).status == .conflicted)
        }
    }

    @Test(
        "row 8: the same money in other writing is the same money",
        arguments: ["500", #""500""#, "500.0", #""500.00""#]
    )
    func sameAmount(_ amount: String) async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent(amount: amount))
            #expect(try await shop.now(payment).status == .succeeded)
        }
    }

    @Test("row 8: another amount is for a person, with both amounts", arguments: ["500.01", "5000", "0", "499.99"])
    func otherAmount(_ amount: String) async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent(amount: amount))
            #expect(try await shop.now(payment).status == .requiresReview)
            #expect(try await shop.told(payment).last == .requiresReview)
            let detail = try #require(try await shop.gateway.history(of: payment.id).last?.detail)
            #expect(detail["askedAmount"] == "500.00 BDT")
            #expect(detail["statedAmount"]?.hasPrefix(amount) == true)
            #expect(detail["claimed"] == "succeeded")
            #expect(detail["differs"] == "amount")
        }
    }

    @Test("rows 1 and 8: another amount that comes twice is a duplicate too, whatever its transaction id")
    func otherAmountTwice() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingAgent()
            _ = try await shop.receiveAgent(Wire.agentEvent(amount: "5"))
            let before = try await shop.now(payment)
            shop.clock.advance(by: 60)
            _ = try await shop.receiveAgent(Wire.agentEvent(amount: "5"))
            #expect(try await shop.now(payment).updatedAt == before.updatedAt)
            #expect(try await shop.gateway.history(of: payment.id).last?.detail["duplicate"] == "true")
        }
    }

    @Test(
        "row 9: another currency, in the wrong case or missing, never succeeds",
        arguments: [#""USD""#, #""bdt""#, "null", "7", #""XYZ""#, #""""#]
    )
    func otherCurrency(_ currency: String) async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            #expect(try await shop.receiveWallet(Wire.walletEvent(currency: currency)).isAccepted)
            #expect(try await shop.now(payment).status == .requiresReview)
        }
    }

    @Test("row 10: a callback that overtakes its own creation is matched by the provider's id once that settles")
    func overtakingByID() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(
                .during(
                    { #expect((try? await shop.receiveWallet(Wire.walletEvent()))?.isAccepted == true) },
                    Wire.answer(201, Wire.walletIntent())
                )
            )
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.status == .succeeded)
            #expect(try await shop.told(payment).last == .succeeded)
        }
    }

    @Test("row 10: at Pay2Local it is matched by reference at once")
    func overtakingByReference() async throws {
        try await Shop.open(routes: ["agents"]) { shop async throws in
            shop.transport.script(
                .during(
                    { #expect((try? await shop.receiveAgent(Wire.agentEvent()))?.isAccepted == true) },
                    Wire.answer(200, Wire.agentCreation())
                )
            )
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.status == .succeeded)
            #expect(payment.providerPaymentID == Wire.agentID)
            #expect(payment.transactionID == "T-1")
        }
    }

    @Test("row 10: a callback that overtakes the answer and waits for its confirmation is asked about at once")
    func hintOvertakingTheAnswer() async throws {
        let trust: [String: SettingValue] = ["callbackTrust": .text("signedAndConfirmed")]
        try await Shop.open(routes: ["agents"], agents: trust) { shop async throws in
            shop.transport.script(
                .during(
                    { #expect((try? await shop.receiveAgent(Wire.agentEvent()))?.isAccepted == true) },
                    Wire.answer(200, Wire.agentCreation())
                ),
                Wire.answer(200, Wire.agentStatus("Approved"))
            )
            let payment = try await shop.gateway.create(.sample(expiresIn: .seconds(900)))
            #expect(payment.status == .pending)
            await Synchroniser(shop.gateway).synchronise()
            #expect(try await shop.now(payment).status == .succeeded)
        }
    }

    @Test("row 10: a callback of a payment that nobody knows is kept, and waits for it")
    func unknownPayment() async throws {
        try await Shop.open(routes: ["agents"]) { shop async throws in
            #expect(try await shop.receiveAgent(Wire.agentEvent()).isAccepted)
            shop.clock.advance(by: 3600)
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.status == .succeeded)
            #expect(payment.nextAction == .none, "nobody is asked to pay a second time")
            #expect(shop.transport.requests.isEmpty)
        }
    }

    @Test("row 29: a withdrawal that the provider has paid already, as a callback says that waited, is not sent")
    func paidBeforeItWasRecorded() async throws {
        try await Shop.open(routes: ["agents"]) { shop async throws in
            #expect(try await shop.receiveAgent(Wire.agentEvent(type: "Withdraw")).isAccepted)
            let request = try PaymentRequest.sample(kind: .withdrawal)
            #expect(try await shop.gateway.create(request).status == .succeeded)
            #expect(try await shop.gateway.create(request).status == .succeeded)
            #expect(shop.transport.requests.isEmpty)
        }
    }

    @Test("row 29: nor one that waits for the provider to confirm that")
    func claimedBeforeItWasRecorded() async throws {
        let trust: [String: SettingValue] = ["callbackTrust": .text("signedAndConfirmed")]
        try await Shop.open(routes: ["agents"], agents: trust) { shop async throws in
            #expect(try await shop.receiveAgent(Wire.agentEvent(type: "Withdraw")).isAccepted)
            #expect(try await shop.refusal(of: .sample(kind: .withdrawal)).code == .outcomeUnknown)
            shop.clock.advance(by: 120)
            await Synchroniser(shop.gateway).synchronise()
            #expect(shop.transport.requests.isEmpty)
        }
    }

    @Test("A withdrawal's callback does not touch the deposit of the same reference")
    func kinds() async throws {
        try await Shop.open(routes: ["agents"]) { shop async throws in
            let deposit = try await shop.pendingAgent()
            #expect(try await shop.receiveAgent(Wire.agentEvent(type: "Withdraw")).isAccepted)
            #expect(try await shop.now(deposit).status == .pending)
        }
    }

    @Test("row 19: committed, and the answer lost: the provider's retry is a duplicate")
    func answerLost() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.store.failAfterwards(.absorb, with: .unavailable)
            #expect(try await shop.receiveWallet(Wire.walletEvent()) == .unavailable)
            #expect(try await shop.receiveWallet(Wire.walletEvent()).isAccepted)
            #expect(try await shop.told(payment) == [.created, .pending, .succeeded])
        }
    }

    @Test("row 18: nothing committed: the provider's retry does it")
    func notCommitted() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.store.fail(.absorb, with: .unavailable)
            #expect(try await shop.receiveWallet(Wire.walletEvent()) == .unavailable)
            #expect(try await shop.now(payment).status == .pending)
            #expect(try await shop.receiveWallet(Wire.walletEvent()).isAccepted)
            #expect(try await shop.now(payment).status == .succeeded)
        }
    }

    @Test("Success is told once in the life of a payment")
    func successOnce() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent())
            _ = try await shop.receiveWallet(Wire.walletEvent("payment.rejected"))
            _ = try await shop.gateway.resolve(payment.id, as: .succeeded, note: "the money is here")
            #expect(try await shop.told(payment).filter { $0 == .succeeded }.count == 1)
        }
    }

    @Test("A challenge is answered with itself, and kept without effect")
    func challenge() async throws {
        try await Shop.open { shop async throws in
            let body = #"{"event":"webhook.endpoint_verification","environment":"SANDBOX","challenge":"9c2f8d"}"#
            let answer = try await shop.receiveWallet(body)
            #expect(answer == .accepted(Array(#"{"challenge":"9c2f8d"}"#.utf8)))
        }
    }
}
