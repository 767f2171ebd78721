import Foundation
import HTTPTypes
import ProviderSimulation
import SMSPaySimulator
import Testing

@Suite("SMS Pay: keys, reading and listing", .timeLimit(.minutes(30)))
struct InterfaceTests {
    @Test(
        "without the right key: 401",
        arguments: [
            (Method.POST, "/v1/payments/intents"), (.GET, "/v1/payments/intents"),
            (.GET, "/v1/payments/intents/x"), (.POST, "/v1/sandbox/sms-events/simulate"),
        ],
        [nil, "sk_test_wrong", ""]
    )
    func unauthorised(call: (method: Method, path: String), key: String?) async throws {
        try await Shop.open { shop in
            let answer = try await shop.call(call.method, call.path, body: call.method == .POST ? "{}" : nil, key: key)
            #expect(answer.status == 401)
            #expect(answer.text == #"{"statusCode":401,"message":"Invalid API key","error":"Unauthorized"}"#)
        }
    }

    @Test("unknown intent and unknown path: 404 in the documented shape")
    func notFound() async throws {
        try await Shop.open { shop in
            let intent = try await shop.call(.GET, "/v1/payments/intents/nobody")
            #expect(intent.status == 404)
            #expect(intent.text == #"{"statusCode":404,"message":"Payment intent not found","error":"Not Found"}"#)
            let path = try await shop.call(.GET, "/v1/payments/refunds")
            #expect(path.status == 404)
            #expect(path.text == #"{"statusCode":404,"message":"Not Found","error":"Not Found"}"#)
        }
    }

    @Test("a live key means LIVE, and no sandbox tools")
    func live() async throws {
        try await Shop.open {
            $0.apiKey = "sk_live_0123456789abcdef"
        } _: { shop in
            let key = "sk_live_0123456789abcdef"
            let body = #"{"amount":500,"currency":"BDT","customerReference":"A"}"#
            let created = try await shop.call(.POST, "/v1/payments/intents", body: body, key: key)
            #expect(try created.string("environment") == "LIVE")
            let simulate = try await shop.call(.POST, "/v1/sandbox/sms-events/simulate", body: "{}", key: key)
            #expect(simulate.status == 404)
        }
    }

    @Test("lists newest first, by status, in pages")
    func list() async throws {
        try await Shop.open { shop in
            var ids: [String] = []
            for _ in 0..<3 { ids.append(try await shop.createdID()) }
            try await shop.simulator.pay(ids[1])
            func page(_ query: String) async throws -> (ids: [String], total: Int?, page: Int?, limit: Int?) {
                let answer = try await shop.call(.GET, "/v1/payments/intents" + query)
                #expect(answer.status == 200)
                let data = try answer.member("data") as? [[String: Any]]
                return (
                    data?.compactMap { $0["id"] as? String } ?? [], try answer.member("total") as? Int,
                    try answer.member("page") as? Int, try answer.member("limit") as? Int
                )
            }
            #expect(try await page("") == (ids.reversed(), 3, 1, 20))
            #expect(try await page("?status=PAID") == ([ids[1]], 1, 1, 20))
            #expect(try await page("?status=EXPIRED") == ([], 0, 1, 20))
            #expect(try await page("?page=2&limit=2") == ([ids[0]], 3, 2, 2))
        }
    }

    @Test("refuses a bad query", arguments: ["status=Paid", "page=0", "page=x", "limit=0", "limit=101"])
    func badQuery(query: String) async throws {
        try await Shop.open { shop in
            let answer = try await shop.call(.GET, "/v1/payments/intents?\(query)")
            #expect(answer.status == 400)
        }
    }

    @Test("keys and numbers are in no description, dump or request journal")
    func secrets() async throws {
        try await Shop.open { shop in
            _ = try await shop.create()
            var text = ""
            dump(shop.simulator.requests.entries, to: &text)
            dump(await shop.simulator.intents(), to: &text)
            dump(SMSPaySimulatorConfiguration(apiKey: "sk_test_0123456789abcdef", webhookSecret: "whsec_"), to: &text)
            #expect(!text.contains(Shop.apiKey))
            #expect(!text.contains("whsec_"))
            #expect(!text.contains("01700000001"))
            let headers = try #require(shop.simulator.requests.entries.first).headers
            #expect(headers.contains { $0.name.canonicalName == "x-api-key" && $0.value == "•••" })
        }
    }

    @Test("a webhook secret that is too short is refused")
    func shortSecret() {
        let configuration = SMSPaySimulatorConfiguration(apiKey: "sk_test_0123456789abcdef", webhookSecret: "short")
        #expect(throws: (any Error).self) { try SimulatedSMSPay(configuration) }
    }
}
