import HTTPTypes
import PaymentGateway
import PaymentIntents
import Pay2LocalSimulator
import ProviderSimulation
import SMSPaySimulator
import PaymentStoreSQLite
import Testing

/// Our REST interface, used up.
enum PaymentScenarios {
    static let all: [Scenario] = [
        Scenario("Payments are created, shown, listed and asked about", payments),
        Scenario("A payment without a page to go to", instructions),
        Scenario("A payment in review, and an operator's decision", review),
        Scenario(
            "What is refused",
            in: TownPlan(pay2Local: { $0.requiresBankType = true }),
            refusals
        ),
        Scenario("Nobody can be reached", noProvider),
        Scenario("A creation that nobody answers", unknownOutcome),
        Scenario("An account that is no longer enabled", accountGone),
        Scenario("A creation that is under way", inProgress),
        Scenario("A provider that takes no more requests", tooMany),
        Scenario("A store that cannot be used", noStore),
        Scenario("No REST interface without keys", noKeys),
        Scenario("Nobody without one of the keys", wrongKey),
        Scenario(
            "What the merchant is told",
            in: TownPlan(merchantAnswers: [.init(200, body: ""), .init(410, body: "")]),
            notifications
        ),
    ]

    /// Every operation that shows a key, without a payment of its own.
    private static let calls: [(method: HTTPRequest.Method, path: String, body: String, operation: String)] = [
        (.post, "/payments", deposit, "createPayment"), (.get, "/payments", "", "listPayments"),
        (.get, "/payments/\(nobody)", "", "showPayment"), (.get, "/payments/\(nobody)/history", "", "showHistory"),
        (.post, "/payments/\(nobody)/sync", "", "syncPayment"),
    ]
    private static let nobody = "pay_" + String(repeating: "0", count: 36)
    private static let deposit = #"{"amount":"500","reference":"ORDER-1"}"#
    private static let withdrawal =
        #"{"kind":"withdrawal","amount":"100.50","reference":"PAYOUT-1","method":"upay","payee":"01645484848"}"#

    @Sendable private static func payments(_ town: Town) async throws {
        let everything =
            #"{"kind":"deposit","amount":500,"currency":"BDT","reference":"ORDER-2","method":"bkash","payee":null,"#
            + #""provider":"wallets","idempotencyKey":"key 2","expiresIn":300,"successURL":"https://shop.example/paid","#
            + #""failureURL":"https://shop.example/failed","cancelURL":null,"expiredURL":null}"#
        for body in [deposit, deposit, everything, withdrawal] {
            let created = try await town.ours(.post, "/payments", body)
            #expect(created.status == 201)
            let id = try created.text("id")
            for (method, rest) in [(.get, ""), (.get, "/history"), (.post, "/sync")] as [(HTTPRequest.Method, String)] {
                let answer = try await town.ours(method, "/payments/\(id)\(rest)")
                #expect(answer.status == 200, "\(rest)")
            }
            let queries = [
                "", "?limit=1", "?after=\(id)", "?reference=ORDER-1&status=pending&provider=wallets", "?status=failed",
            ]
            for query in queries {
                let list = try await town.ours(.get, "/payments\(query)")
                #expect(list.status == 200, "\(query)")
            }
        }
    }

    @Sendable private static func instructions(_ town: Town) async throws {
        // No page is offered for a withdrawal to one wallet, and none once it is decided.
        let id = try await town.ours(.post, "/payments", withdrawal).text("id")
        let request = try #require(await town.pay2Local.paymentRequests().first)
        try await town.pay2Local.approve(request.requestID)
        try await town.pay2Local.deliveries.wait(for: 1)
        let shown = try await town.ours(.get, "/payments/\(id)")
        #expect(try shown.text("status") == "succeeded")
        #expect(try shown.text("nextAction", "type") == "none")
    }

    @Sendable private static func review(_ town: Town) async throws {
        let id = try await town.ours(.post, "/payments", deposit).text("id")
        let intent = try #require(await town.smsPay.intents().first)
        try await town.smsPay.pay(intent.id, amount: 499)
        try await town.smsPay.deliveries.wait(for: 1)
        let paymentID = try #require(PaymentID(id))
        _ = try await town.gateway.resolve(paymentID, as: .succeeded, note: "the wallet's statement shows it")
        let history = try await town.ours(.get, "/payments/\(id)/history")
        #expect(try JSON(history.body)["history"]?.array?.last?["source"] == .string("operator"))
    }

    @Sendable private static func refusals(_ town: Town) async throws {
        _ = try await town.ours(.post, "/payments", deposit)
        let bodies: [(String, Int, String)] = [
            ("", 400, "invalidRequest"), ("[]", 400, "invalidRequest"), ("{}", 400, "invalidRequest"),
            (#"{"amount":"5.001","reference":"A"}"#, 400, "invalidRequest"),
            (#"{"amount":"5","reference":"A","other":1}"#, 400, "invalidRequest"),
            (#"{"amount":"5","reference":"A","expiresIn":0}"#, 400, "invalidRequest"),
            (#"{"amount":"600","reference":"ORDER-1"}"#, 409, "idempotencyMismatch"),
            (
                #"{"kind":"withdrawal","amount":"5","reference":"A","payee":"017000","provider":"wallets"}"#, 422,
                "unsupported"
            ),
            (#"{"amount":"5","reference":"B","provider":"agents"}"#, 422, "refusedByProvider"),
        ]
        for (body, status, code) in bodies {
            // A number of bodies are what the file allows, but none of them needs to be.
            let answer = try await town.ours(.post, "/payments", body, wrongFor: "createPayment")
            #expect(answer.status == status, "\(body)")
            #expect(try answer.text("error", "code") == code, "\(body)")
        }
        let large = String(repeating: " ", count: 65_537)
        #expect(try await town.ours(.post, "/payments", large, wrongFor: "createPayment").status == 413)
        for query in ["status=sold", "provider=A", "limit=0", "limit=x", "after=pay_1"] {
            let answer = try await town.ours(.get, "/payments?\(query)", wrongFor: "listPayments")
            #expect(answer.status == 400, "\(query)")
        }
        for (method, path, _, _) in calls.dropFirst(2) {
            #expect(try await town.ours(method, path).status == 404)
        }
    }

    @Sendable private static func noProvider(_ town: Town) async throws {
        let id = try await town.ours(.post, "/payments", deposit).text("id")
        town.wire.connect(Servers.smsPay, to: nil)
        #expect(try await town.ours(.post, "/payments", #"{"amount":"5","reference":"A"}"#).status == 503)
        #expect(try await town.ours(.post, "/payments/\(id)/sync").status == 503)
    }

    @Sendable private static func unknownOutcome(_ town: Town) async throws {
        town.pay2Local.faults.arm(.reset)
        #expect(try await town.ours(.post, "/payments", withdrawal).status == 504)
        let list = try JSON(try await town.ours(.get, "/payments").body)
        let id = try #require(list["payments"]?.array?.first?["id"]?.string)
        #expect(try await town.ours(.post, "/payments/\(id)/sync").status == 504)

        // The provider speaks of it by itself, but never names it.
        let request = try #require(await town.pay2Local.paymentRequests().first)
        try await town.pay2Local.approve(request.requestID)
        try await town.pay2Local.deliveries.wait(for: 1)
        #expect(try await town.ours(.post, "/payments/\(id)/sync").status == 422)
    }

    @Sendable private static func accountGone(_ town: Town) async throws {
        let accounts = try Accounts.all()
        let before = try Town.gateway(on: town.store, town.wire, accounts: accounts, deposits: "agents")
        try await Town.serving(before, on: town.wire) { _ in
            town.pay2Local.faults.arm(.reset)
            let unknown = try await town.ours(.post, "/payments", deposit)
            #expect(unknown.status == 504)
        }
        let list = try JSON(try await town.ours(.get, "/payments").body)
        let id = try #require(list["payments"]?.array?.first?["id"]?.string)
        let after = try Town.gateway(
            on: town.store,
            town.wire,
            accounts: accounts.filter { $0.adapterName == "smspay" }
        )
        try await Town.serving(after, on: town.wire) { _ in
            let (again, asked) = (
                try await town.ours(.post, "/payments", deposit), try await town.ours(.post, "/payments/\(id)/sync")
            )
            #expect([again.status, asked.status] == [500, 500])
        }
    }

    @Sendable private static func inProgress(_ town: Town) async throws {
        let gate = town.wire.hold(Servers.smsPay)
        async let first = town.ours(.post, "/payments", deposit)
        try await town.wire.departures.wait { $0.contains { $0.url.hasPrefix(Servers.smsPay) } }
        #expect(try await town.ours(.post, "/payments", deposit).status == 409)
        let list = try JSON(try await town.ours(.get, "/payments").body)
        let id = try #require(list["payments"]?.array?.first?["id"]?.string)
        #expect(try await town.ours(.post, "/payments/\(id)/sync").status == 409)
        gate.fulfil(())
        #expect(try await first.status == 201)
    }

    @Sendable private static func tooMany(_ town: Town) async throws {
        town.smsPay.faults.arm(.rateLimit)
        #expect(try await town.ours(.post, "/payments", deposit).status == 429)
        let id = try await town.ours(.post, "/payments", withdrawal).text("id")
        town.pay2Local.faults.arm(.rateLimit)
        #expect(try await town.ours(.post, "/payments/\(id)/sync").status == 429)
    }

    @Sendable private static func noStore(_ town: Town) async throws {
        await town.store.close()
        for (method, path, body, _) in calls {
            #expect(try await town.ours(method, path, body).status == 503, "\(path)")
        }
    }

    @Sendable private static func noKeys(_ town: Town) async throws {
        try await Town.serving(town.gateway, on: town.wire, keys: []) { _ in
            for (method, path, body, _) in calls {
                let answer = try await town.ours(method, path, body)
                #expect(answer.status == 404, "\(path)")
            }
        }
    }

    @Sendable private static func wrongKey(_ town: Town) async throws {
        for (method, path, body, operation) in calls {
            for key in [nil, "key_of_somebody_else"] {
                let answer = try await town.ours(method, path, body, key: key, wrongFor: operation)
                #expect(answer.status == 401, "\(path)")
            }
        }
    }

    @Sendable private static func notifications(_ town: Town) async throws {
        let url = try #require(WebURL("\(Servers.merchant)/callbacks"))
        let settings = NotificationSettings(url: url, secret: Secret(Keys.notification))
        let sender = try NotificationSender(town.gateway, settings: settings)
        for body in [deposit, withdrawal] { _ = try await town.ours(.post, "/payments", body) }
        let intent = try #require(await town.smsPay.intents().first)
        try await town.smsPay.pay(intent.id)
        try await town.smsPay.reject(intent.id)
        try await town.smsPay.deliveries.wait(for: 2)
        await sender.deliver()
        let types = try town.wire.departures.entries.filter { $0.url == url.text }.map { try JSON($0.body)["type"] }
        let expected = ["payment.created", "payment.pending", "payment.succeeded", "payment.conflicted"]
        #expect(Set(types) == Set(expected.map(JSON.string)))
    }
}
