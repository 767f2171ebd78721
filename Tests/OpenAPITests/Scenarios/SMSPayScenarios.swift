import HTTPTypes
import PaymentIntents
import ProviderSimulation
import SMSPay
import SMSPaySimulator
import Testing

/// SMS Pay's interface, used up.
enum SMSPayScenarios {
    static let all: [Scenario] = [
        Scenario("Intents are created, read and listed", intents),
        Scenario("The newer members of a creation", newerMembers),
        Scenario(
            "What is wrong, as a list",
            in: TownPlan(smsPay: { $0.messageForm = .list }),
            listedMessages
        ),
        Scenario("Every error of the interface", refusals),
        Scenario("The sandbox's wallet messages", sandbox),
        Scenario("The hosted page", checkout),
        Scenario("Each webhook, signed rightly and wrongly", webhooks),
        Scenario(
            "A challenge that is signed with another secret",
            in: TownPlan(smsPay: { $0.webhookSecret = "whsec_of_somebody_else" }),
            forgedChallenge
        ),
        Scenario(
            "The newer headers, and an amount that is not the one asked for",
            in: TownPlan(smsPay: {
                $0.signatureHeaders = [.xWebhookSignature]
                $0.sendsWebhookMetadata = true
                $0.faults = [.wrongAmount: .once]
            }),
            newerWebhooks
        ),
    ]

    private static let intentsURL = Servers.smsPay + "/v1/payments/intents"
    private static let simulateURL = Servers.smsPay + "/v1/sandbox/sms-events/simulate"
    private static let key = [("X-Api-Key", Keys.smsPay)]
    private static let minimal = #"{"amount":500,"currency":"BDT","customerReference":"ORDER-10045"}"#

    @Sendable private static func intents(_ town: Town) async throws {
        let adapter = try Accounts.smsPay()
        let order = try Orders.deposit(expiresIn: .seconds(300), returnURLs: try Orders.returnURLs())
        let intent = try await town.intent(adapter, .create(order))
        let again = try await town.intent(adapter, .create(order))
        #expect(again.id == intent.id)
        let read = try await town.intent(adapter, Orders.query(intent.id))
        #expect(read.id == intent.id)
        guard case .page(let page, hasMore: false) = try await town.call(adapter, .list(page: 1)) else {
            Issue.record("no page")
            return
        }
        #expect(page.map(\.id) == [intent.id])
        for query in ["status=PENDING", "page=1&limit=1", "status=PAID"] {
            _ = try await town.send(.get, "\(intentsURL)?\(query)", key)
        }
        // Each status there is.
        for step in [town.smsPay.review, town.smsPay.confirm, town.smsPay.reject, town.smsPay.fail] {
            try await step(intent.id)
            _ = try await town.intent(adapter, Orders.query(intent.id))
        }
        try await town.smsPay.deliveries.wait(for: 3)
    }

    @Sendable private static func newerMembers(_ town: Town) async throws {
        let adapter = try Accounts.smsPay([
            "referenceMode": .text("split"), "paymentMethod": .text("BKASH_SEND_MONEY"), "language": .text("bn"),
        ])
        let intent = try await town.intent(adapter, .create(try Orders.deposit()))
        try await town.smsPay.pay(intent.id)
        try await town.smsPay.deliveries.wait(for: 1)
    }

    @Sendable private static func listedMessages(_ town: Town) async throws {
        let answer = try await town.send(.post, intentsURL, key, body: "{}", wrongFor: "createIntent")
        #expect(try JSON(answer.body)["message"]?.array?.count ?? 0 > 1)
        // A fraction is what the newer documents allow and the seed does not.
        let adapter = try Accounts.smsPay(["allowFractions": .text("true")])
        await town.expect(.refused, of: adapter, .create(try Orders.deposit(paisa: 50_050)))
    }

    @Sendable private static func refusals(_ town: Town) async throws {
        let adapter = try Accounts.smsPay()
        let wrongKey = try Accounts.smsPay(["apiKey": .text("sk_test_of_somebody_else")])
        let order = try Orders.deposit()
        let intent = try await town.intent(adapter, .create(order))
        let calls: [ProviderCall] = [.create(order), Orders.query(intent.id), .list(page: 1)]
        for call in calls {
            await town.expect(.credentialsRefused, of: wrongKey, call)
            town.smsPay.faults.arm(.rateLimit)
            await town.expect(.rateLimited, of: adapter, call)
            town.smsPay.faults.arm(.serverError)
            await town.expect(.unavailable, of: adapter, call)
        }
        var other = order
        other.amount = try Orders.money(60_000)
        await town.expect(.keyConflict, of: adapter, .create(other))
        await town.expect(.notFound, of: adapter, Orders.query("nobody"))

        for body in ["", "{}", "[]", "no JSON", #"{"amount":"500","currency":"BDT","customerReference":"A"}"#] {
            let answer = try await town.send(.post, intentsURL, key, body: body, wrongFor: "createIntent")
            #expect(answer.status == 400)
        }
        for query in ["status=SOLD", "page=0", "limit=0", "page=x"] {
            let answer = try await town.send(.get, "\(intentsURL)?\(query)", key, wrongFor: "listIntents")
            #expect(answer.status == 400)
        }
        let keyless = try await town.send(.post, intentsURL, body: minimal, wrongFor: "createIntent")
        #expect(keyless.status == 401)
    }

    @Sendable private static func sandbox(_ town: Town) async throws {
        func simulate(_ id: String, _ amount: Int, key: String = Keys.smsPay) async throws -> ProviderResponse {
            let body =
                #"{"paymentIntentId":"\#(id)","amount":\#(amount),"trxId":"T\#(amount)","senderMsisdn":"01711111111"}"#
            return try await town.send(.post, simulateURL, [("X-Api-Key", key)], body: body)
        }
        func created() async throws -> String {
            try await town.send(.post, intentsURL, key, body: minimal).text("id")
        }
        let (first, second) = (try await created(), try await created())
        // Paid; used already; decided already; another amount.
        for (id, amount) in [(first, 500), (second, 500), (first, 501), (second, 502)] {
            let answer = try await simulate(id, amount)
            #expect(answer.status == 201)
        }
        let expired = try await created()
        try await town.smsPay.expire(expired)
        #expect(try await simulate(expired, 503).text("matchStatus") == "EXPIRED")
        #expect(try await simulate("nobody", 504).status == 404)
        #expect(try await simulate(first, 505, key: "sk_test_of_somebody_else").status == 401)
        town.smsPay.faults.arm(.rateLimit)
        #expect(try await simulate(first, 506).status == 429)
        town.smsPay.faults.arm(.serverError)
        #expect(try await simulate(first, 507).status == 500)
        // The newer body, which this sandbox does not know.
        let message = #"{"message":"Tk 500","receiverMsisdn":"01700000001","receivedAt":"2026-05-05T10:00:00.000Z"}"#
        let newer = try await town.send(.post, simulateURL, key, body: message)
        #expect(newer.status == 400)
        try await town.smsPay.deliveries.wait(for: 3)
    }

    @Sendable private static func checkout(_ town: Town) async throws {
        let id = try await town.send(.post, intentsURL, key, body: minimal).text("id")
        let page = try await town.send(.get, "\(Servers.smsPay)/v1/checkout/\(id)")
        let nothing = try await town.send(.get, "\(Servers.smsPay)/v1/checkout/nobody")
        #expect([page.status, nothing.status] == [200, 404])
    }

    @Sendable private static func webhooks(_ town: Town) async throws {
        let id = try await town.intent(try Accounts.smsPay(), .create(try Orders.deposit())).id
        #expect(try await town.smsPay.verifyEndpoint())
        for event in [.paid, .expired, .rejected, .reviewRequired] as [SMSPayEvent] {
            try await town.smsPay.announce(event, of: id)
            town.smsPay.faults.arm(.wrongSignature, .once)
            try await town.smsPay.announce(event, of: id)
        }
        let deliveries = try await town.smsPay.deliveries.wait(for: 9)
        #expect(deliveries.map(\.status) == [200] + [200, 401, 200, 401, 200, 401, 200, 401])
    }

    @Sendable private static func forgedChallenge(_ town: Town) async throws {
        let isVerified = try await town.smsPay.verifyEndpoint()
        #expect(!isVerified)
    }

    @Sendable private static func newerWebhooks(_ town: Town) async throws {
        let id = try await town.intent(try Accounts.smsPay(), .create(try Orders.deposit())).id
        try await town.smsPay.pay(id)
        #expect(try await town.smsPay.verifyEndpoint())
        let deliveries = try await town.smsPay.deliveries.wait(for: 2)
        #expect(deliveries.map(\.status) == [200, 200])
    }
}
