import HTTPTypes
import Pay2LocalSimulator
import ProviderSimulation
import Testing

@Suite("Pay2Local: keys, status and balance", .timeLimit(.minutes(30)))
struct InterfaceTests {
    static let balancePath = "/secure/payment_requests/get_balance_details"

    private static let calls: [(method: Method, path: String)] = [
        (.POST, Shop.deposits), (.POST, Shop.withdrawals), (.GET, "/secure/checkout/status?request_id=x"),
        (.GET, balancePath),
    ]

    private static let wrongKeys: [(access: String?, open: String?)] = [
        (nil, Shop.publicKey), (Shop.accessKey, nil), (Shop.publicKey, Shop.accessKey), ("", ""),
    ]

    @Test("without both right keys: 401", arguments: calls, wrongKeys)
    func unauthorised(call: (method: Method, path: String), keys: (access: String?, open: String?)) async throws {
        try await Shop.open { shop in
            let body = call.method == .POST ? "{}" : nil
            let answer = try await shop.call(call.method, call.path, body: body, access: keys.access, open: keys.open)
            #expect(answer.status == 401)
            #expect(answer.text == #"{"message":"Not Authorized !","status":401}"#)
        }
    }

    @Test("the status of a withdrawal, as the sample shows")
    func withdrawalStatus() async throws {
        try await Shop.open { shop in
            let id = try await shop.withdrawal().string("request_id")
            func text(_ status: String, _ notes: String) -> String {
                #"{"requested_amount":100,"merchant_payment_id":"100058130003","cust_phone":"01645484848","#
                    + #""request_type":"Withdraw","service_type":"p2p_agent","bank_type":"Bkash","currency":"BDT","#
                    + #""request_status":"\#(status)","notes":"\#(notes)","message":"Success","status":200}"#
            }
            let path = "/secure/checkout/status?request_id=\(id)&currency=BDT"
            let initial = try await shop.call(.GET, path)
            #expect(initial.status == 200)
            #expect(initial.text == text("Pending", "Payment request not yet initialized"))
            try await shop.simulator.approve(id)
            #expect(try await shop.call(.GET, path).text == text("Approved", "Payment request not yet initialized"))
            try await shop.simulator.reject(id)
            #expect(try await shop.call(.GET, path).text == text("Rejected", "Payment request rejected"))
        }
    }

    @Test("a deposit's status has no phone number")
    func depositStatus() async throws {
        try await Shop.open { shop in
            let id = try await shop.deposit().string("request_id")
            let answer = try await shop.call(.GET, "/secure/checkout/status?request_id=\(id)")
            #expect(try answer.string("request_type") == "Deposit")
            #expect(!answer.text.contains("cust_phone"))
        }
    }

    @Test(
        "refuses a status call",
        arguments: [
            ("request_id=nobody&currency=BDT", "Invalid Request Id"), ("currency=BDT", "Invalid Request Id"),
            ("request_id=nobody&currency=USD", "currency is required, must be BDT"),
        ]
    )
    func statusRefusals(query: String, message: String) async throws {
        try await Shop.open { shop in
            let answer = try await shop.call(.GET, "/secure/checkout/status?\(query)")
            #expect(answer.status == 403)
            #expect(answer.text == #"{"message":"\#(message)","status":403}"#)
        }
    }

    @Test("the balance follows what is settled")
    func balance() async throws {
        try await Shop.open {
            $0.openingBalance = Taka(whole: 20)
        } _: { shop in
            let deposit = try await shop.deposit(amount: "50.5").string("request_id")
            let withdrawal = try await shop.withdrawal().string("request_id")
            func text(_ balance: String, _ unsettled: String) -> String {
                #"{"balance":\#(balance),"max_negative_balance":0,"unsettled_withdrawal_amount":\#(unsettled)}"#
            }
            #expect(try await shop.call(.GET, Self.balancePath).text == text("20", "100"))
            try await shop.simulator.approve(deposit)
            #expect(try await shop.call(.GET, Self.balancePath).text == text("70.5", "100"))
            try await shop.simulator.approve(withdrawal)
            #expect(try await shop.call(.GET, Self.balancePath).text == text("-29.5", "0"))
        }
    }

    @Test("the sandbox's paths lead to the same requests")
    func sandboxPaths() async throws {
        try await Shop.open { shop in
            let body =
                #"{"amount":"5","redirect_url":"https://shop.example/","merchant_payment_id":"1","#
                + #""currency":"BDT","service_type":"p2c_qr","bank_type":"Upay","cust_phone":"017"}"#
            for path in ["/payment/sandbox_deposits", "/secure/checkout/sandbox_withdraw"] {
                let id = try await shop.call(.POST, path, body: body).string("request_id")
                let status = try await shop.call(.GET, "/secure/checkout/sandbox_status?request_id=\(id)")
                #expect(try status.string("request_status") == "Pending")
            }
        }
    }

    @Test("as an option refusals come with HTTP 200")
    func refusalsWith200() async throws {
        try await Shop.open {
            $0.refusesWithHTTP200 = true
        } _: { shop in
            let answer = try await shop.deposit(amount: "0")
            #expect(answer.status == 200)
            #expect(try answer.member("status") as? Int == 403)
        }
    }

    @Test("an unknown path: 404 in the documented shape")
    func unknownPath() async throws {
        try await Shop.open { shop in
            let answer = try await shop.call(.GET, "/refunds")
            #expect(answer.status == 404)
            #expect(answer.text == #"{"message":"Not Found","status":404}"#)
        }
    }

    @Test("keys and numbers are in no description, dump or request journal")
    func secrets() async throws {
        try await Shop.open { shop in
            _ = try await shop.withdrawal()
            var text = ""
            dump(shop.simulator.requests.entries, to: &text)
            dump(await shop.simulator.paymentRequests(), to: &text)
            let configuration = Pay2LocalSimulatorConfiguration(
                accessKey: SimulatorSecret(Shop.accessKey),
                publicKey: SimulatorSecret(Shop.publicKey)
            )
            dump(configuration, to: &text)
            for secret in [Shop.accessKey, Shop.publicKey, "01645484848", "01700000002"] {
                #expect(!text.contains(secret))
            }
            let headers = try #require(shop.simulator.requests.entries.first).headers
            #expect(headers.filter { $0.value == "•••" }.count == 2)
        }
    }

    @Test("an access key that is too short to sign with is refused")
    func shortKey() {
        let configuration = Pay2LocalSimulatorConfiguration(accessKey: "short", publicKey: "public")
        #expect(throws: (any Error).self) { try SimulatedPay2Local(configuration) }
    }
}
