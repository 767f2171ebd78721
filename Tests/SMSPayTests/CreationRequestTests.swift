import HTTPTypes
import PaymentIntents
import SMSPay
import StrictJSON
import Testing

@Suite("Creation: what is sent")
struct CreationRequestTests {
    private func body(_ order: PaymentOrder, _ account: TestAccount = .sandbox) throws -> String {
        String(decoding: try account.adapter().request(for: .create(order)).body, as: UTF8.self)
    }

    @Test("The request is the document's, byte for byte, with our id as the idempotency key")
    func golden() throws {
        let request = try TestAccount.sandbox.adapter().request(for: .create(try Orders.fullOrder()))
        #expect(request.method == .post)
        #expect(request.url == "https://api.smspaybd.com/v1/payments/intents")
        #expect(request.headers[.contentType] == "application/json")
        #expect(request.headers[.accept] == "application/json")
        #expect(request.headers[try #require(HTTPField.Name("x-api-key"))] == TestAccount.sandboxKey)
        #expect(request.headers.count == 3)
        #expect(
            String(decoding: request.body, as: UTF8.self) == #"""
                {"amount":500,"currency":"BDT","customerReference":"ORDER-10045",\#
                "idempotencyKey":"pay_01jz0c0de0abcdefghjkmnpqrstvwxyz0123","ttlSeconds":300,\#
                "successUrl":"https://shop.example/paid","failedUrl":"https://shop.example/failed",\#
                "cancelUrl":"https://shop.example/cancelled","expiredUrl":"https://shop.example/expired"}
                """#
        )
    }

    @Test(
        "The fields are those of the documents, in their order",
        arguments: [("create-request", "500", "seed"), ("create-request-newer", "500.50", "split")]
    )
    func fields(_ fixture: String, _ amount: String, _ mode: String) throws {
        var account = TestAccount.sandbox.with(["referenceMode": .text(mode)])
        if mode == "split" {
            account = account.with([
                "allowFractions": .text("true"), "paymentMethod": .text("bkash_send_money"), "language": .text("bn"),
            ])
        }
        let documented = try #require(try JSONDocument(try Fixture(fixture).bytes).root.members)
        let sent = try #require(
            try JSONDocument(Array(try body(try Orders.fullOrder(amount: amount), account).utf8)).root.members
        )
        #expect(sent.map(\.name) == documented.map(\.name))
        for (ours, theirs) in zip(sent, documented) where ours.name != "idempotencyKey" {
            #expect(ours.value.string == theirs.value.string)
            #expect(ours.value.number == theirs.value.number)
        }
    }

    @Test("What was not ordered is not sent")
    func least() throws {
        #expect(
            try body(try Orders.order()) == #"""
                {"amount":500,"currency":"BDT","customerReference":"ORDER-10045",\#
                "idempotencyKey":"pay_01jz0c0de0abcdefghjkmnpqrstvwxyz0123"}
                """#
        )
    }

    @Test(
        "Whole taka are a JSON integer, however they were written",
        arguments: [("1", "1"), ("500.00", "500"), ("92233720368547758", "92233720368547758")]
    )
    func wholeAmounts(_ amount: String, _ written: String) throws {
        #expect(try body(try Orders.order(amount: amount)).hasPrefix(#"{"amount":\#(written),"#))
    }

    @Test(
        "A fraction is sent as its exact decimals, where the account allows it",
        arguments: [("500.5", "500.50"), ("0.01", "0.01"), ("92233720368547758.07", "92233720368547758.07")]
    )
    func fractions(_ amount: String, _ written: String) throws {
        let account = TestAccount.sandbox.with(["allowFractions": .text("true")])
        #expect(try body(try Orders.order(amount: amount), account).hasPrefix(#"{"amount":\#(written),"#))
    }

    @Test("What SMS Pay cannot take is an error before anything is sent")
    func objections() throws {
        let adapter = try TestAccount.sandbox.with(["paymentMethod": .text("BKASH_PAYMENT")]).adapter()
        let dollar = try #require(Currency(code: "USD"))
        var nagad = try Orders.order()
        nagad.method = .nagad
        let orders: [(PaymentOrder, ProviderError.Code)] = [
            (try Orders.order(amount: "500.50"), .invalid),
            (try Orders.order(amount: "0"), .invalid),
            (try Orders.order(reference: ""), .invalid),
            (try Orders.order(currency: dollar), .invalid),
            (try Orders.order(kind: .withdrawal), .unsupported),
            (nagad, .unsupported),
        ]
        for (order, code) in orders {
            let error = try #require(throws: ProviderError.self) { try adapter.request(for: .create(order)) }
            #expect(error.code == code)
            #expect(error.consequence == .nothingAccepted)
        }
    }

    @Test("A wallet that was ordered is not sent: the customer chooses on SMS Pay's page")
    func method() throws {
        var order = try Orders.order()
        order.method = .nagad
        #expect(try body(order) == body(try Orders.order()))
    }

    @Test(
        "The time to pay is at least 60 seconds",
        arguments: [
            (Duration.seconds(-5), 60), (.zero, 60), (.seconds(59), 60), (.milliseconds(60_999), 60),
            (.seconds(61), 61), (.seconds(86_400), 86_400),
        ]
    )
    func timeToLive(_ duration: Duration, _ seconds: Int) throws {
        var order = try Orders.order()
        order.expiresIn = duration
        #expect(try body(order).hasSuffix(#","ttlSeconds":\#(seconds)}"#))
    }

    @Test(
        "A reference of any characters comes out of the JSON as it went in",
        arguments: [
            "ORDER-10045", #"a "quoted" \ back/slash"#, "line\nfeed\u{0}\u{1F}\u{7F}", "অর্ডার-১", "😀\u{202E}", "e\u{301}",
        ]
    )
    func escaping(_ reference: String) throws {
        for mode in ["seed", "split"] {
            let text = try body(try Orders.order(reference: reference), .sandbox.with(["referenceMode": .text(mode)]))
            let field = try JSONDocument(Array(text.utf8))
                .root[
                    mode == "seed" ? "customerReference" : "merchantReference"
                ]
            #expect(try #require(field?.string).utf8.elementsEqual(reference.utf8))
        }
    }

    @Test("Row 27: a creation that is sent again has the same key and the same bytes")
    func repetition() throws {
        let order = try Orders.fullOrder()
        let first = try TestAccount.sandbox.adapter().request(for: .create(order))
        #expect(try TestAccount.sandbox.adapter().request(for: .create(order)) == first)
    }
}
