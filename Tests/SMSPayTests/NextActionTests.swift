import PaymentIntents
import SMSPay
import Testing

@Suite("What the merchant does now")
struct NextActionTests {
    private static let hostile = [
        "javascript:alert(1)", "data:text/html,x", "//pay.example.com/x", "/checkout/1", "https://", "",
        "https://user:pass@pay.example.com/", "https://pay.example.com@evil.example/",
        "https://pay.example.com/\\r\\nSet-Cookie:a", "https://pay.example.com/\\u0000",
        "https://pay.example.com/\\u202e",
        "ftp://pay.example.com/", "https://pay.example.com/ x", #"https:\\\\evil.example"#,
    ]

    private func body(_ checkout: String, receiver: String? = "01700000001", live: Bool = false) -> [UInt8] {
        let wallet = receiver.map { #","receiverMsisdn":"\#($0)""# } ?? ""
        let environment = live ? "LIVE" : "SANDBOX"
        let text = #"""
            {"id":"pi_1","environment":"\#(environment)","amount":"500.50","currency":"BDT","status":"PENDING",
             "customerReference":"SP7A91BC2D0","checkoutUrl":"\#(checkout)"\#(wallet)}
            """#
        return Array(text.utf8)
    }

    @Test("Row 39: a hostile checkout address is never handed on; the customer pays by hand", arguments: hostile)
    func instructions(_ checkout: String) throws {
        let intent = try TestAccount.sandbox.adapter().intent(in: body(checkout))
        guard case .instructions(let instructions) = intent.nextAction else {
            Issue.record("expected instructions")
            return
        }
        #expect(instructions.receiver.digits == "01700000001")
        #expect(instructions.amount == (try Money(parsing: "500.50", currency: .bdt)))
        #expect(instructions.reference == "SP7A91BC2D0")
    }

    @Test(
        "Row 39: without a wallet number there is nothing to do",
        arguments: [nil, "", "017", "0170000000a", "০১৭০০০০০০০১"]
    )
    func nothing(_ receiver: String?) throws {
        for checkout in Self.hostile {
            let intent = try TestAccount.sandbox.adapter().intent(in: body(checkout, receiver: receiver))
            #expect(intent.nextAction == .none)
            #expect(intent.receiver == nil)
        }
    }

    @Test("Row 39: plain http is for the sandbox only")
    func plainHTTP() throws {
        let checkout = "http://127.0.0.1:9000/checkout/pi_1"
        let sandbox = try TestAccount.sandbox.adapter().intent(in: body(checkout))
        #expect(sandbox.nextAction == WebURL(checkout).map { .redirect($0) })
        let live = try TestAccount.live.adapter().intent(in: body(checkout, receiver: nil, live: true))
        #expect(live.nextAction == .none)
    }

    @Test(
        "A payment that no longer waits for the customer asks for nothing",
        arguments: [
            "PAID", "EXPIRED", "REJECTED", "FAILED", "REVIEW_REQUIRED", "SOMETHING_NEW",
        ]
    )
    func settled(_ status: String) throws {
        let body = try Fixture("intent").replacing("PENDING", with: status)
        #expect(try TestAccount.sandbox.adapter().intent(in: body).nextAction == .none)
    }
}
