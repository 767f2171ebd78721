import HTTPTypes
import Pay2Local
import Pay2LocalSimulator
import PaymentIntents
import ProviderSimulation
import Testing

/// Pay2Local's interface, used up.
enum Pay2LocalScenarios {
    static let all: [Scenario] = [
        Scenario("Deposits, withdrawals, their statuses and the balance", payments),
        Scenario(
            "The agent's number, for merchants who show it themselves",
            in: TownPlan(pay2Local: { $0.answersAgentNumber = true }),
            agentNumber
        ),
        Scenario("Every error of the interface", refusals),
        Scenario(
            "Refusals that only the body tells",
            in: TownPlan(pay2Local: { $0.refusesWithHTTP200 = true }),
            refusalsWithHTTP200
        ),
        Scenario(
            "Each message about a value that is not taken",
            in: TownPlan(pay2Local: { $0.requiresBankType = true }),
            invalidBodies
        ),
        Scenario("Callbacks, signed rightly and wrongly", callbacks),
        Scenario(
            "Amounts with two decimals, and one that is not the one asked for",
            in: TownPlan(pay2Local: {
                $0.writesTwoDecimals = true
                $0.faults = [.wrongAmount: .once]
            }),
            twoDecimals
        ),
    ]

    private static let keys = [("X-Authorization-Access", Keys.access), ("X-Authorization-Public", Keys.publicKey)]

    /// The account as it is in the sandbox, and otherwise: `Sandbox` stands in the operations' ids.
    private static let accounts: [(prefix: String, infix: String)] = [("", ""), ("sandbox_", "Sandbox")]

    @Sendable private static func payments(_ town: Town) async throws {
        for (prefix, _) in accounts {
            let adapter = try Accounts.pay2Local(["pathPrefix": .text(prefix)])
            for method in [nil, .bkash, .nagad, .rocket, .upay] as [PaymentMethod?] {
                let orders = [
                    try Orders.deposit(paisa: 50_550, method: method, returnURLs: try Orders.returnURLs()),
                    try Orders.withdrawal(method: method),
                ]
                for order in orders {
                    let created = try await town.intent(adapter, .create(order))
                    #expect(created.amount == order.amount)
                    let query = Orders.query(created.requestID)
                    let waiting = try await town.intent(adapter, query)
                    try await town.pay2Local.approve(created.requestID)
                    let approved = try await town.intent(adapter, query)
                    try await town.pay2Local.reject(created.requestID)
                    let rejected = try await town.intent(adapter, query)
                    #expect([waiting.claim, approved.claim, rejected.claim] == [.pending, .succeeded, .rejected])
                }
            }
        }
        guard case .balance = try await town.call(try Accounts.pay2Local(), .balance) else {
            Issue.record("no balance")
            return
        }
        try await town.pay2Local.deliveries.wait(for: 40)
    }

    @Sendable private static func agentNumber(_ town: Town) async throws {
        let created = try await town.intent(try Accounts.pay2Local(), .create(try Orders.deposit(method: .bkash)))
        #expect(created.agentNumber != nil)
    }

    @Sendable private static func refusals(_ town: Town) async throws {
        for (prefix, infix) in accounts {
            let adapter = try Accounts.pay2Local(["pathPrefix": .text(prefix)])
            let wrongKey = try Accounts.pay2Local([
                "pathPrefix": .text(prefix), "publicKey": .text("public-of-somebody-else"),
            ])
            let created = try await town.intent(adapter, .create(try Orders.deposit()))
            var calls: [ProviderCall] = [
                .create(try Orders.deposit()), .create(try Orders.withdrawal()), Orders.query(created.requestID),
            ]
            if prefix.isEmpty { calls.append(.balance) }
            for call in calls {
                await town.expect(.credentialsRefused, of: wrongKey, call)
                town.pay2Local.faults.arm(.rateLimit)
                await town.expect(.rateLimited, of: adapter, call)
                town.pay2Local.faults.arm(.serverError)
                await town.expect(.unavailable, of: adapter, call)
            }
            await town.expect(.notFound, of: adapter, Orders.query("nobody"))
            let paths = [
                ("payment/\(prefix)deposits", "create\(infix)Deposit"),
                ("secure/checkout/\(prefix)withdraw", "create\(infix)Withdrawal"),
            ]
            for (path, id) in paths {
                for body in ["", "[]", "no JSON"] {
                    let url = "\(Servers.pay2Local)/\(path)"
                    let answer = try await town.send(.post, url, keys, body: body, wrongFor: id)
                    #expect(answer.status == 400)
                }
            }
        }
        let url = "\(Servers.pay2Local)/secure/checkout/status?request_id=nobody&currency=USD"
        let answer = try await town.send(.get, url, keys, wrongFor: "checkStatus")
        #expect(answer.status == 403)
    }

    @Sendable private static func refusalsWithHTTP200(_ town: Town) async throws {
        let (adapter, wrongKey) = (
            try Accounts.pay2Local(), try Accounts.pay2Local(["accessKey": .text("access-of-somebody-else")])
        )
        let calls: [ProviderCall] = [
            .create(try Orders.deposit()), .create(try Orders.withdrawal()), Orders.query("x"), .balance,
        ]
        for call in calls { await town.expect(.credentialsRefused, of: wrongKey, call) }
        await town.expect(.notFound, of: adapter, Orders.query("nobody"))
    }

    @Sendable private static func invalidBodies(_ town: Town) async throws {
        let values = [
            ("amount", #""100""#), ("redirect_url", #""https://shop.example/back""#), ("merchant_payment_id", #""1""#),
            ("currency", #""BDT""#), ("service_type", #""p2p_agent""#), ("bank_type", #""Upay""#),
            ("cust_phone", #""01645484848""#),
        ]
        for (prefix, infix) in accounts {
            let paths = [
                ("payment/\(prefix)deposits", "create\(infix)Deposit"),
                ("secure/checkout/\(prefix)withdraw", "create\(infix)Withdrawal"),
            ]
            for (path, id) in paths {
                for (name, wrong) in values.flatMap({ [($0.0, "null"), ($0.0, #""""#), ($0.0, "[]"), ($0.0, #""?""#)] })
                {
                    let members = values.map { #""\#($0.0)":\#($0.0 == name ? wrong : $0.1)"# }
                    let body = "{\(members.joined(separator: ","))}"
                    let url = "\(Servers.pay2Local)/\(path)"
                    let answer = try await town.send(.post, url, keys, body: body, wrongFor: id)
                    // A deposit has no phone number, and any text names a payment.
                    let isTaken =
                        name == "cust_phone" && path.hasSuffix("deposits")
                        || name == "merchant_payment_id" && wrong == #""?""#
                    #expect(answer.status == (isTaken ? 200 : 403), "\(id) \(name) \(wrong)")
                }
            }
        }
        await town.expect(.refused, of: try Accounts.pay2Local(), .create(try Orders.deposit()))
    }

    @Sendable private static func callbacks(_ town: Town) async throws {
        let adapter = try Accounts.pay2Local()
        for order in [try Orders.deposit(), try Orders.withdrawal()] {
            let id = try await town.intent(adapter, .create(order)).requestID
            for status in [.approved, .rejected] as [SimulatedRequestStatus] {
                try await town.pay2Local.announce(status, of: id)
                town.pay2Local.faults.arm(.wrongSignature, .once)
                try await town.pay2Local.announce(status, of: id)
            }
        }
        let deliveries = try await town.pay2Local.deliveries.wait(for: 8)
        #expect(deliveries.map(\.status).filter { $0 == 200 }.count == 4)
        #expect(deliveries.map(\.status).filter { $0 == 401 }.count == 4)
    }

    @Sendable private static func twoDecimals(_ town: Town) async throws {
        let id = try await town.intent(try Accounts.pay2Local(), .create(try Orders.deposit())).requestID
        try await town.pay2Local.approve(id)
        try await town.pay2Local.reject(id)
        let deliveries = try await town.pay2Local.deliveries.wait(for: 2)
        #expect(deliveries.map(\.status) == [200, 200])
    }
}
