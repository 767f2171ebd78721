import Pay2LocalSimulator
import ProviderSimulation
import Testing

@Suite("Pay2Local: creating", .timeLimit(.minutes(30)))
struct CreationTests {
    @Test("a deposit is answered as the sample shows")
    func deposit() async throws {
        try await Shop.open { shop in
            let answer = try await shop.deposit()
            let id = try answer.string("request_id")
            let origin = try await shop.simulator.baseURL().replacing("/api/v1", with: "")
            #expect(answer.status == 200)
            #expect(
                answer.text
                    == #"{"requested_amount":50,"merchant_payment_id":"100058130003","request_type":"Deposit","#
                    + #""bank_type":"Bkash","service_type":"p2p_agent","currency":"BDT","#
                    + #""redirect_url":"\#(origin)/deposit/\#(id)","request_id":"\#(id)","message":"Success","#
                    + #""status":200}"#
            )
        }
    }

    @Test("a withdrawal is answered as the sample shows")
    func withdrawal() async throws {
        try await Shop.open { shop in
            let answer = try await shop.withdrawal()
            let id = try answer.string("request_id")
            let base = try await shop.simulator.baseURL()
            #expect(
                answer.text
                    == #"{"requested_amount":100,"merchant_payment_id":"100058130003","bank_type":"Bkash","#
                    + #""request_type":"Withdraw","check_status_api_url":"\#(base)/secure/checkout/status?"#
                    + #"request_id=\#(id)&currency=BDT","request_id":"\#(id)","currency":"BDT","#
                    + #""service_type":"p2p_agent","message":"Success","status":200}"#
            )
        }
    }

    @Test("all-in-one: no wallet, no service type, a hosted page")
    func allInOne() async throws {
        try await Shop.open { shop in
            let deposit = try await shop.deposit(without: "bank_type")
            #expect(deposit.status == 200)
            #expect(!deposit.text.contains("bank_type"))
            #expect(!deposit.text.contains("service_type"))
            let withdrawal = try await shop.withdrawal(without: "bank_type", phone: nil)
            #expect(try withdrawal.string("redirect_url").contains("/withdraw/"))
            #expect(!withdrawal.text.contains("check_status_api_url"))
        }
    }

    @Test("agent_number, as an option")
    func agentNumber() async throws {
        try await Shop.open {
            $0.answersAgentNumber = true
        } _: { shop in
            let answer = try await shop.deposit()
            #expect(try answer.string("agent_number") == "01700000002")
        }
    }

    @Test(
        "amounts are text or numbers with at most two decimals",
        arguments: [
            ("5.5", "5.5"), (#""5.50""#, "5.5"), (#""100.00""#, "100"), ("0.01", "0.01"), ("12.34", "12.34"),
            ("100", "100"),
        ]
    )
    func amounts(sent: String, answered: String) async throws {
        try await Shop.open { shop in
            let answer = try await shop.deposit(amount: sent)
            #expect(answer.status == 200)
            #expect(answer.text.hasPrefix(#"{"requested_amount":\#(answered),"#))
        }
    }

    @Test(
        "other amounts are refused",
        arguments: [
            "0", "-5", #""+5""#, #""""#, #""5,5""#, "5.555", #""1e3""#, #""٥""#, "true", #""99999999999999999999""#,
            #"".5""#, #""5.""#,
        ]
    )
    func badAmounts(sent: String) async throws {
        try await Shop.open { shop in
            for answer in [try await shop.deposit(amount: sent), try await shop.withdrawal(amount: sent)] {
                #expect(answer.status == 403)
                #expect(answer.text == #"{"message":"Invalid Amount","status":403}"#)
            }
            #expect(await shop.simulator.createdCount() == 0)
        }
    }

    @Test(
        "a deposit's missing members",
        arguments: [
            ("amount", "Invalid Amount"), ("redirect_url", "redirect_url is required"),
            ("merchant_payment_id", "merchant_payment_id is required"),
            ("currency", "currency is required, must be BDT"), ("bank_type", "bank_type is required"),
            ("service_type", "service_type is required"),
        ]
    )
    func missingInDeposit(member: String, message: String) async throws {
        try await Shop.open {
            $0.requiresBankType = true
        } _: { shop in
            let answer = try await shop.deposit(without: member)
            #expect(answer.status == 403)
            #expect(answer.text == #"{"message":"\#(message)","status":403}"#)
        }
    }

    @Test(
        "a withdrawal's missing members",
        arguments: [
            ("amount", "amount is required !"), ("merchant_payment_id", "merchant_payment_id is required !"),
            ("currency", "currency is required !"), ("bank_type", "bank_type is required !"),
        ]
    )
    func missingInWithdrawal(member: String, message: String) async throws {
        try await Shop.open {
            $0.requiresBankType = true
        } _: { shop in
            let answer = try await shop.withdrawal(without: member)
            #expect(answer.text == #"{"message":"\#(message)","status":403}"#)
        }
    }

    @Test("a withdrawal needs a number of digits", arguments: [nil, #""+8801""#, #""""#, "1645484848", #""০১""#])
    func phone(phone: String?) async throws {
        try await Shop.open { shop in
            let answer = try await shop.withdrawal(phone: phone)
            #expect(answer.text == #"{"message":"Invalid Phone Number","status":403}"#)
        }
    }

    @Test("values that nobody documented", arguments: ["bkash", "PayPal", ""])
    func unknownWallet(wallet: String) async throws {
        try await Shop.open { shop in
            let answer = try await shop.deposit(without: "bank_type", more: #","bank_type":"\#(wallet)""#)
            #expect(answer.text == #"{"message":"bank_type is required","status":403}"#)
        }
    }

    @Test("what is no JSON object: 400", arguments: ["", "{", "[]", "null"])
    func malformed(body: String) async throws {
        try await Shop.open { shop in
            for path in [Shop.deposits, Shop.withdrawals] {
                let answer = try await shop.call(.POST, path, body: body)
                #expect(answer.status == 400)
                #expect(answer.text == #"{"message":"Bad Request","status":400}"#)
            }
        }
    }

    @Test("a repeated merchant_payment_id creates a second request")
    func notIdempotent() async throws {
        try await Shop.open { shop in
            let first = try await shop.deposit().string("request_id")
            #expect(try await shop.deposit().string("request_id") != first)
            #expect(await shop.simulator.createdCount() == 2)
        }
    }
}
