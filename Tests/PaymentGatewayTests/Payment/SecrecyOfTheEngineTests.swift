import HTTPTypes
import PaymentIntents
import Testing

@testable import PaymentGateway

@Suite("Secrets and phone numbers: in no error, log line, description, dump or history")
struct SecrecyOfTheEngineTests {
    /// What must be seen nowhere: keys and secrets of the configuration, the numbers of a payee and of a customer.
    private static let canaries = ["canary", "01799999777", "01645484848", "99999777"]

    private func expectNothing(in texts: [String], at location: SourceLocation = #_sourceLocation) {
        for text in texts {
            for canary in Self.canaries {
                #expect(!text.lowercased().contains(canary), sourceLocation: location)
            }
        }
    }

    private func dumped(_ value: Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text + "\(value)" + String(reflecting: value)
    }

    @Test(
        "row 38: whatever a creation ends in",
        arguments: [
            Wire.answer(200, Wire.agentCreation(type: "Withdraw")), Wire.agentError(400, "01799999777 canary"),
            Wire.agentError(401), Wire.agentError(429), Wire.agentError(500), Wire.answer(200, "canary"),
            Wire.answer(418, "canary"), .failure(.notConnected), .failure(.unavailable),
        ] as [ScriptedTransport.Step]
    )
    func creation(_ step: ScriptedTransport.Step) async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(step)
            var texts: [String] = []
            do throws(GatewayError) {
                texts.append(dumped(try await shop.gateway.create(withdrawal)))
            } catch {
                texts += [dumped(error), error.message, error.description]
            }
            for payment in try await shop.gateway.payments(matching: PaymentFilter()) {
                texts += [dumped(payment), dumped(try await shop.gateway.history(of: payment.id))]
                texts.append(payment.announcement.body)
            }
            #expect(!texts.isEmpty)
            expectNothing(in: texts + shop.lines.all)
        }
    }

    private var withdrawal: PaymentRequest {
        get throws(GatewayError) {
            do {
                return try .sample(kind: .withdrawal)
            } catch {
                throw GatewayError(.invalidRequest, "the sample is wrong")
            }
        }
    }

    @Test("row 38: what callbacks, accepted and refused, leave behind")
    func callbacks() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingAgent(kind: .withdrawal)
            let body = Wire.agentEvent(type: "Withdraw")
                .replacing("{\"merchant", with: "{\"cust_phone\":\"01799999777\",\"merchant")
            #expect(try await shop.receiveAgent(body).isAccepted)
            let wrong = try Wire.agentCallback(body, secret: "canary_wrong_key_0123456789")
            #expect(await shop.gateway.receive(wrong, for: "agents") == .refused)
            shop.transport.script(Wire.answer(200, Wire.agentStatus("Approved", type: "Withdraw")))
            _ = try await shop.gateway.sync(payment.id)
            shop.store.fail(.absorb, with: .unavailable)
            #expect(try await shop.receiveAgent(body) == .unavailable)
            let history = try await shop.gateway.history(of: payment.id)
            #expect(history.count > 2)
            expectNothing(in: shop.lines.all + history.map { dumped($0) } + [dumped(try await shop.now(payment))])
            #expect(!shop.lines.all.isEmpty)
        }
    }

    @Test("row 38: what the merchant is told holds a wallet's number, and shows none")
    func notifications() async throws {
        try await Shop.open { shop async throws in
            var payment = try await shop.pendingAgent()
            let receiver = try #require(MSISDN("01799999777"))
            let instructions = PaymentInstructions(receiver: receiver, amount: payment.amount, reference: nil)
            payment.offeredAction = .instructions(instructions)
            let notification = payment.announcement
            #expect(notification.body.contains("01799999777"))
            let pending = PendingNotification(notification, attempts: 0, since: nil, fence: 1)
            var fields = PaymentRequestFields(amount: "5", reference: "A")
            fields.payee = "01799999777"
            expectNothing(in: [dumped(notification), dumped(pending), dumped(fields)])
        }
    }

    @Test("row 38: the cause of an error of the store is not dumped with it: it may hold what was to be written")
    func causes() {
        struct Cause: Error {
            let written = "canary"
        }
        let error = StoreError(.rejected, "the row was not taken", cause: Cause())
        expectNothing(in: [dumped(error), dumped(GatewayError(error))])
    }

    @Test("row 38: a phone number is shown by its first and last three digits")
    func payee() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingAgent(kind: .withdrawal)
            #expect(dumped(payment).contains("017•••••777"))
        }
    }

    @Test("row 40: one event is one log line", arguments: ["wal\nlets", "wallets\r\nX: y", "\u{1B}[31m", "\u{202E}x"])
    func logLines(_ account: String) async throws {
        try await Shop.open { shop async throws in
            _ = await shop.gateway.receive(Callback(headers: [:], body: []), for: account)
            #expect(shop.lines.all.allSatisfy { line in !line.unicodeScalars.contains { $0.value < 0x20 } })
        }
    }

    @Test(
        "row 40: references that no header could carry do not come into being",
        arguments: ["A\rB", "A\nB", "A\u{1B}B", "A\u{202E}B", "A\u{2028}B", "A\0B"]
    )
    func references(_ text: String) {
        #expect(MerchantReference(text) == nil)
    }

    @Test(
        "row 40: nor do notes of an operator that take more than a line",
        arguments: ["a\nb", "\u{202E}", "", "\u{1B}[2J"]
    )
    func notes(_ note: String) async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent(amount: "5"))
            do throws(GatewayError) {
                _ = try await shop.gateway.resolve(payment.id, as: .succeeded, note: note)
                Issue.record("the note was taken")
            } catch {
                #expect(error.code == .invalidRequest)
                #expect(error.message.hasPrefix("note:"))
            }
            #expect(try await shop.now(payment).status == .requiresReview)
        }
    }
}
