import Pay2LocalSimulator
import ProviderSimulation
import Testing

@Suite("Pay2Local: the hosted pages", .timeLimit(.minutes(30)))
struct PageTests {
    @Test("a deposit's page shows amount, agent, wallet and reference")
    func depositPage() async throws {
        try await Shop.open { shop in
            let page = try await shop.visit(.GET, shop.deposit().string("redirect_url"))
            #expect(page.status == 200)
            for text in [
                "BDT 50", "01700000002", "bKash", "100058130003", "value=\"approve\"", "value=\"reject\"",
            ] {
                #expect(page.text.contains(text), "\(text)")
            }
            #expect(!page.text.contains("type=\"radio\""))
        }
    }

    @Test("an all-in-one page lets the customer choose, and the choice is told")
    func choice() async throws {
        try await Shop.open { shop in
            let created = try await shop.deposit(without: "bank_type")
            let url = try created.string("redirect_url")
            let page = try await shop.visit(.GET, url)
            for wallet in ["bKash", "Nagad", "Rocket", "Upay"] {
                #expect(page.text.contains("value=\"\(wallet)\""))
            }
            _ = try await shop.visit(.POST, url, form: "wallet=Rocket&action=approve")
            #expect(await shop.simulator.paymentRequest(try created.string("request_id"))?.wallet == .rocket)
        }
    }

    @Test(
        "both buttons settle and send the customer back",
        arguments: [("approve", "Approved"), ("reject", "Rejected")]
    )
    func buttons(action: String, status: String) async throws {
        try await Shop.open { shop in
            let url = try await shop.deposit().string("redirect_url")
            let answer = try await shop.visit(.POST, url, form: "action=\(action)")
            #expect(answer.status == 303)
            #expect(answer.header("Location") == "https://shop.example/back")
            #expect(try await shop.statuses(1) == [status])
            let page = try await shop.visit(.GET, url)
            #expect(page.text.contains(status))
            #expect(!page.text.contains("<form"))
            #expect(page.text.contains(#"href="https://shop.example/back""#))
        }
    }

    @Test("a decided request cannot be decided again by a late press")
    func latePress() async throws {
        try await Shop.open { shop in
            let created = try await shop.deposit()
            let (id, url) = (try created.string("request_id"), try created.string("redirect_url"))
            try await shop.simulator.reject(id)
            #expect(try await shop.visit(.POST, url, form: "action=approve").status == 303)
            #expect(await shop.simulator.paymentRequest(id)?.status == .rejected)
        }
    }

    @Test("a withdrawal has a page of its own, which names the customer's number")
    func withdrawalPage() async throws {
        try await Shop.open { shop in
            let id = try await shop.withdrawal().string("request_id")
            let origin = try await shop.simulator.baseURL().replacing("/api/v1", with: "")
            let page = try await shop.visit(.GET, "\(origin)/withdraw/\(id)")
            #expect(page.text.contains("01645484848"))
            #expect(try await shop.visit(.GET, "\(origin)/deposit/\(id)").status == 404)
            #expect(try await shop.visit(.POST, "\(origin)/withdraw/\(id)", form: "action=steal").status == 400)
            #expect(try await shop.visit(.POST, "\(origin)/withdraw/nobody", form: "action=approve").status == 404)
        }
    }

    @Test("escapes what the merchant sent")
    func escaping() async throws {
        try await Shop.open { shop in
            let more = #","merchant_payment_id":"<img src=x onerror='alert(1)'>\"&""#
            let url = try await shop.deposit(without: "merchant_payment_id", more: more).string("redirect_url")
            let page = try await shop.visit(.GET, url)
            #expect(!page.text.contains("<img"))
            #expect(page.text.contains("&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&quot;&amp;"))
        }
    }
}
