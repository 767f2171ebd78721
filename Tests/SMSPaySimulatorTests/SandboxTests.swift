import ProviderSimulation
import SMSPaySimulator
import Testing

@Suite("SMS Pay: the sandbox's wallet messages", .timeLimit(.minutes(30)))
struct SandboxTests {
    private func send(_ shop: Shop, _ id: String, amount: Int = 500, transaction: String = "DDN1G2WL8W") async throws
        -> Answer
    {
        try await shop.call(
            .POST,
            "/v1/sandbox/sms-events/simulate",
            body: #"{"paymentIntentId":"\#(id)","amount":\#(amount),"trxId":"\#(transaction)","#
                + #""senderMsisdn":"01711111111"}"#
        )
    }

    @Test("the exact amount: PAID and payment.paid")
    func exact() async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID()
            let answer = try await send(shop, id)
            #expect(answer.status == 201)
            #expect(try answer.string("matchStatus") == "MATCHED")
            #expect(try answer.string("parsedTxnId") == "DDN1G2WL8W")
            #expect(try answer.string("parsedAmount") == "500")
            #expect(try await shop.call(.GET, "/v1/payments/intents/\(id)").string("status") == "PAID")
            #expect(try await shop.events(1) == ["payment.paid"])
        }
    }

    @Test("another amount: REVIEW_REQUIRED and payment.review_required", arguments: [499, 501, 0])
    func wrong(amount: Int) async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID()
            #expect(try await send(shop, id, amount: amount).string("matchStatus") == "REVIEW_REQUIRED")
            #expect(await shop.simulator.intent(id)?.status == .reviewRequired)
            #expect(try await shop.events(1) == ["payment.review_required"])
        }
    }

    @Test("an expired intent is not confirmed")
    func expired() async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID()
            shop.clock.advance(by: .seconds(300))
            #expect(try await send(shop, id).string("matchStatus") == "EXPIRED")
            #expect(await shop.simulator.intent(id)?.status == .expired)
            #expect(try await shop.events(1) == ["payment.expired"])
        }
    }

    @Test("a wallet message counts once")
    func duplicate() async throws {
        try await Shop.open { shop in
            let (first, second) = (try await shop.createdID(), try await shop.createdID())
            _ = try await send(shop, first)
            #expect(try await send(shop, second).string("matchStatus") == "DUPLICATE")
            #expect(await shop.simulator.intent(second)?.status == .pending)
            #expect(try await send(shop, first, transaction: "OTHER").string("matchStatus") == "FAILED")
            #expect(await shop.simulator.intent(first)?.status == .paid)
        }
    }

    @Test("unknown intent: 404; missing members: 400")
    func refusals() async throws {
        try await Shop.open { shop in
            #expect(try await send(shop, "nobody").status == 404)
            let empty = try await shop.call(.POST, "/v1/sandbox/sms-events/simulate", body: "{}")
            #expect(empty.status == 400)
            #expect(try empty.string("message") == "paymentIntentId should not be empty")
        }
    }
}
