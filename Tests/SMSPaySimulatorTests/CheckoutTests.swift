import SMSPaySimulator
import Testing

@Suite("SMS Pay: the hosted checkout", .timeLimit(.minutes(30)))
struct CheckoutTests {
    private static let urls =
        #","successUrl":"https://shop.example/ok?o=1","failedUrl":"https://shop.example/no","#
        + #""cancelUrl":"https://shop.example/back","expiredUrl":"https://shop.example/late""#

    @Test("shows amount, receiver, reference, wallets and buttons, without a key")
    func page() async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID()
            let page = try await shop.call(.GET, "/v1/checkout/\(id)", key: nil)
            #expect(page.status == 200)
            #expect(page.header("Content-Type") == "text/html; charset=utf-8")
            #expect(page.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
            for text in [
                "BDT 500", "01700000001", "ORDER-10045", "bKash", "Nagad", "Rocket", "Upay", "5 min left",
            ] {
                #expect(page.text.contains(text), "\(text)")
            }
            for action in ["pay", "pay-wrong-amount", "cancel", "expire"] {
                #expect(page.text.contains(#"name="action" value="\#(action)""#))
            }
            #expect(!page.text.contains("src="))
            #expect(!page.text.contains("<script"))
        }
    }

    @Test("shows the largest amount, and takes one taka more")
    func largestAmount() async throws {
        try await Shop.open { shop in
            let body = #"{"amount":92233720368547758,"currency":"BDT","customerReference":"ORDER-1"}"#
            let id = try await shop.call(.POST, "/v1/payments/intents", body: body).string("id")
            let page = try await shop.call(.GET, "/v1/checkout/\(id)", key: nil)
            #expect(page.text.contains("Pay BDT 92233720368547759 instead"))
            #expect(try await shop.press("pay-wrong-amount", on: id).status == 303)
            #expect(await shop.simulator.intent(id)?.status == .reviewRequired)
        }
    }

    @Test("escapes what the merchant sent")
    func escaping() async throws {
        try await Shop.open {
            $0.merchantName = "Tom & <b>Jerry</b>"
        } _: { shop in
            let reference = #"\"><script>alert('x')</script>&amp;"#
            let body = #"{"amount":5,"currency":"BDT","customerReference":"\#(reference)"}"#
            let id = try await shop.call(.POST, "/v1/payments/intents", body: body).string("id")
            let page = try await shop.call(.GET, "/v1/checkout/\(id)", key: nil)
            #expect(!page.text.contains("<script"))
            #expect(!page.text.contains("<b>"))
            #expect(page.text.contains("Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;"))
            #expect(
                page.text.contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;")
            )
        }
    }

    @Test(
        "each button does its work and sends the customer on",
        arguments: [
            ("pay", SimulatedIntentStatus.paid, "https://shop.example/ok?o=1"),
            ("cancel", .pending, "https://shop.example/back"),
            ("expire", .expired, "https://shop.example/late"),
        ]
    )
    func buttons(action: String, status: SimulatedIntentStatus, location: String) async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID(Self.urls)
            let answer = try await shop.press(action, on: id)
            #expect(answer.status == 303)
            #expect(answer.header("Location") == location)
            #expect(await shop.simulator.intent(id)?.status == status)
        }
    }

    @Test("a wrong amount, or a merchant without URLs: back to the page, which says so")
    func noURL() async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID()
            let answer = try await shop.press("pay-wrong-amount", on: id)
            #expect(answer.status == 303)
            #expect(answer.header("Location") == "/v1/checkout/\(id)")
            let page = try await shop.call(.GET, "/v1/checkout/\(id)", key: nil)
            #expect(page.text.contains("We are looking into this payment"))
            #expect(!page.text.contains("<form"))
        }
    }

    @Test("what is decided stays decided")
    func decided() async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID(Self.urls)
            try await shop.simulator.reject(id)
            #expect(try await shop.press("pay", on: id).header("Location") == "https://shop.example/no")
            #expect(await shop.simulator.intent(id)?.status == .rejected)
            let page = try await shop.call(.GET, "/v1/checkout/\(id)", key: nil)
            #expect(page.text.contains(#"href="https://shop.example/no""#))
        }
    }

    @Test("unknown intents and buttons")
    func unknown() async throws {
        try await Shop.open { shop in
            let page = try await shop.call(.GET, "/v1/checkout/nobody", key: nil)
            #expect(page.status == 404)
            #expect(try await shop.press("pay", on: "nobody").status == 404)
            #expect(try await shop.press("steal", on: shop.createdID()).status == 400)
        }
    }
}
