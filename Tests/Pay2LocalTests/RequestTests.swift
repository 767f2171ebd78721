import HTTPTypes
import Pay2Local
import PaymentIntents
import Testing

@Suite("Requests")
struct RequestTests {
    private func body(_ order: PaymentOrder, _ settings: [String: SettingValue] = [:]) throws -> String {
        let adapter = try Account.adapter(Account.rawBody.merging(settings) { $1 })
        return String(decoding: try adapter.request(for: .create(order)).body, as: UTF8.self)
    }

    private func error(_ call: ProviderCall, environment: PaymentEnvironment = .sandbox) throws -> ProviderError? {
        let adapter = try Account.adapter(environment: environment)
        do throws(ProviderError) {
            _ = try adapter.request(for: call)
            return nil
        } catch {
            return error
        }
    }

    @Test("A deposit, byte for byte (Create Deposit)")
    func deposit() throws {
        let request = try Account.adapter().request(for: .create(Order.make()))
        #expect(request.method == .post)
        #expect(request.url == "https://api.pay2local.com/api/v1/payment/deposits")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"amount":"100","redirect_url":"https://shop.example/back","merchant_payment_id":"ORDER-1","#
                + #""currency":"BDT","service_type":"p2p_agent","bank_type":"Nagad"}"#
        )
    }

    @Test("A withdrawal, byte for byte (All-in-one Method Withdrawal)")
    func withdrawal() throws {
        let order = try Order.make(.withdrawal, method: .upay, payee: "01700000001")
        let request = try Account.adapter().request(for: .create(order))
        #expect(request.method == .post)
        #expect(request.url == "https://api.pay2local.com/api/v1/secure/checkout/withdraw")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"amount":"100","bank_type":"Upay","currency":"BDT","cust_phone":"01700000001","#
                + #""merchant_payment_id":"ORDER-1","redirect_url":"https://shop.example/back","#
                + #""service_type":"p2p_agent"}"#
        )
    }

    @Test("A question about a status (Check Payment Status)")
    func status() throws {
        let lookup = PaymentLookup(kind: .withdrawal, reference: "ORDER-1", providerPaymentID: "087a8b14-9cad")
        let request = try Account.adapter().request(for: .query(lookup))
        #expect(request.method == .get)
        #expect(
            request.url
                == "https://api.pay2local.com/api/v1/secure/checkout/status?request_id=087a8b14-9cad&currency=BDT"
        )
        #expect(request.body.isEmpty)
        #expect(request.headers[.contentType] == nil)
    }

    @Test("A question about the balance (Get Balance Details)")
    func balance() throws {
        let request = try Account.adapter().request(for: .balance)
        #expect(request.method == .get)
        #expect(request.url == "https://api.pay2local.com/api/v1/secure/payment_requests/get_balance_details")
    }

    @Test("Each request carries both keys, and no cache may keep them")
    func credentials() throws {
        for call in [ProviderCall.create(try Order.make()), .balance] {
            let headers = try Account.adapter().request(for: call).headers
            #expect(headers[try #require(HTTPField.Name("X-Authorization-Access"))] == Account.accessKey)
            #expect(headers[try #require(HTTPField.Name("X-Authorization-Public"))] == Account.publicKey)
            #expect(headers[.accept] == "application/json")
            #expect(headers.filter { $0.value.contains("canary") }.allSatisfy { $0.indexingStrategy == .disallow })
        }
    }

    @Test(
        "Each wallet in Pay2Local's spelling",
        arguments: zip(PaymentMethod.known, ["Bkash", "Nagad", "Rocket", "Upay"])
    )
    func bankType(method: PaymentMethod, name: String) throws {
        #expect(try body(Order.make(method: method)).contains(#""bank_type":"\#(name)""#))
    }

    @Test("Without a wallet the customer chooses on Pay2Local's page")
    func allInOne() throws {
        #expect(try !body(Order.make(method: nil)).contains("bank_type"))
        #expect(try !body(Order.make(.withdrawal, method: nil, payee: "01700000001")).contains("bank_type"))
    }

    @Test("Each service type", arguments: ["p2p_agent", "p2c_qr", "p2c_api"])
    func serviceType(name: String) throws {
        #expect(try body(Order.make(), ["serviceType": .text(name)]).contains(#""service_type":"\#(name)""#))
    }

    @Test(
        "Amounts are plain decimals",
        arguments: [("100", "100"), ("100.00", "100"), ("100.5", "100.50"), ("0.01", "0.01"), ("5.5", "5.50")]
    )
    func amount(text: String, wire: String) throws {
        #expect(try body(Order.make(amount: text)).hasPrefix(#"{"amount":"\#(wire)","#))
    }

    @Test("The customer returns to the order's own address first")
    func successURL() throws {
        let order = try Order.make(success: "https://shop.example/thanks?order=1")
        #expect(try body(order).contains(#""redirect_url":"https://shop.example/thanks?order=1""#))
    }

    @Test("A reference cannot break out of its member (row 40)")
    func hostileReference() throws {
        let order = try Order.make(reference: "A\",\"amount\":\"1\\\n\u{1}৳")
        #expect(try body(order).contains(#""merchant_payment_id":"A\",\"amount\":\"1\\\n\u0001৳","currency""#))
    }

    @Test("A request id cannot break out of the query")
    func hostileRequestID() throws {
        let lookup = PaymentLookup(kind: nil, reference: nil, providerPaymentID: "a&currency=USD#/../ ৳")
        let url = try Account.adapter().request(for: .query(lookup)).url
        #expect(url.hasSuffix("/status?request_id=a%26currency%3DUSD%23%2F..%2F%20%E0%A7%B3&currency=BDT"))
    }

    @Test("The prefix stands before the last segment of every path but the balance's, and the base may end in a slash")
    func prefix() throws {
        let adapter = try Account.adapter(
            Account.rawBody.merging([
                "baseURL": .text("https://testapi.pay2bd.com/api/v1//"),
                "pathPrefix": .text("sandbox_"),
            ]) { $1 }
        )
        let lookup = PaymentLookup(kind: nil, reference: nil, providerPaymentID: "1")
        let withdrawal = try Order.make(.withdrawal, payee: "01700000001")
        let base = "https://testapi.pay2bd.com/api/v1"
        #expect(try adapter.request(for: .create(Order.make())).url == base + "/payment/sandbox_deposits")
        #expect(try adapter.request(for: .create(withdrawal)).url == base + "/secure/checkout/sandbox_withdraw")
        #expect(
            try adapter.request(for: .query(lookup)).url
                == base + "/secure/checkout/sandbox_status?request_id=1&currency=BDT"
        )
        #expect(
            try adapter.request(for: .balance).url == base + "/secure/payment_requests/get_balance_details"
        )
    }

    @Test("Equal calls give equal requests")
    func deterministic() throws {
        let adapter = try Account.adapter()
        let order = try Order.make(.withdrawal, payee: "01700000001")
        #expect(try adapter.request(for: .create(order)) == adapter.request(for: .create(order)))
    }

    @Test("What Pay2Local cannot take is not sent")
    func notSent() throws {
        let live = try Order.make(success: "http://shop.example/thanks")
        #expect(try error(.create(live), environment: .live)?.code == .invalid)
        #expect(try error(.create(live), environment: .sandbox) == nil)

        let noPayee = try #require(try error(.create(Order.make(.withdrawal))))
        #expect(noPayee.code == .invalid)
        #expect(noPayee.message.hasPrefix("payee:"))

        #expect(try error(.create(Order.make(amount: "0")))?.code == .invalid)
        #expect(try error(.create(Order.make(reference: "")))?.code == .invalid)
        #expect(try error(.create(Order.make(currency: "USD")))?.code == .invalid)
        #expect(try error(.create(Order.make(method: PaymentMethod(rawValue: "cellfin"))))?.code == .unsupported)
        #expect(try error(.list(page: 1))?.code == .unsupported)
    }

    @Test("A payment without an id of Pay2Local's cannot be asked about (row 27)", arguments: [nil, ""])
    func noRequestID(id: String?) throws {
        let lookup = PaymentLookup(kind: .deposit, reference: "ORDER-1", providerPaymentID: id)
        let error = try #require(try error(.query(lookup)))
        #expect(error.code == .invalid)
        #expect(error.message.hasPrefix("providerPaymentID:"))
    }
}
