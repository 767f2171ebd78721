import SMSPaySimulator
import Testing

@Suite("SMS Pay: creating intents", .timeLimit(.minutes(30)))
struct CreationTests {
    @Test("answers 201 with the documented object")
    func documentedAnswer() async throws {
        try await Shop.open { shop in
            let answer = try await shop.create()
            let id = try answer.string("id")
            #expect(answer.status == 201)
            #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
            let base = try await shop.simulator.baseURL()
            #expect(
                answer.text
                    == #"{"id":"\#(id)","merchantId":"merchant_simulated","environment":"SANDBOX","amount":"500","#
                    + #""currency":"BDT","status":"PENDING","customerReference":"ORDER-10045","#
                    + #""receiverMsisdn":"01700000001","checkoutUrl":"\#(base)/v1/checkout/\#(id)","#
                    + #""expiresAt":"2026-05-05T10:05:00.000Z","createdAt":"2026-05-05T10:00:00.000Z"}"#
            )
            let read = try await shop.call(.GET, "/v1/payments/intents/\(id)")
            #expect(read.status == 200)
            #expect(read.text == answer.text)
        }
    }

    @Test("a ttlSeconds of its own moves the expiry")
    func ownTimeToLive() async throws {
        try await Shop.open { shop in
            let answer = try await shop.create(#","ttlSeconds":60"#)
            #expect(try answer.string("expiresAt") == "2026-05-05T10:01:00.000Z")
        }
    }

    @Test("split mode: the merchant reference is kept and a short customer reference is made")
    func splitReferences() async throws {
        try await Shop.open { shop in
            let body = #"{"amount":500,"currency":"BDT","merchantReference":"ORDER-THAT-IS-MUCH-TOO-LONG-TO-TYPE"}"#
            let answer = try await shop.call(.POST, "/v1/payments/intents", body: body)
            #expect(answer.status == 201)
            #expect(try answer.string("merchantReference") == "ORDER-THAT-IS-MUCH-TOO-LONG-TO-TYPE")
            #expect(try answer.string("customerReference").wholeMatch(of: /SP[A-Z0-9]{9}/) != nil)
        }
    }

    @Test(
        "refuses with 400 and says why",
        arguments: [
            ("not json", "body must be a JSON object"),
            ("[]", "body must be a JSON object"),
            (#"{"currency":"BDT","customerReference":"A"}"#, "amount must be an integer number"),
            (#"{"amount":"500","currency":"BDT","customerReference":"A"}"#, "amount must be an integer number"),
            (#"{"amount":5.5,"currency":"BDT","customerReference":"A"}"#, "amount must be an integer number"),
            (#"{"amount":1e30,"currency":"BDT","customerReference":"A"}"#, "amount must be an integer number"),
            (#"{"amount":true,"currency":"BDT","customerReference":"A"}"#, "amount must be an integer number"),
            (#"{"amount":0,"currency":"BDT","customerReference":"A"}"#, "amount must not be less than 1"),
            (#"{"amount":-5,"currency":"BDT","customerReference":"A"}"#, "amount must not be less than 1"),
            (
                #"{"amount":92233720368547759,"currency":"BDT","customerReference":"A"}"#,
                "amount must not be greater than 92233720368547758"
            ),
            (
                #"{"amount":9223372036854775807,"currency":"BDT","customerReference":"A"}"#,
                "amount must not be greater than 92233720368547758"
            ),
            (#"{"amount":5,"customerReference":"A"}"#, "currency must be BDT"),
            (#"{"amount":5,"currency":"USD","customerReference":"A"}"#, "currency must be BDT"),
            (#"{"amount":5,"currency":"BDT"}"#, "customerReference should not be empty"),
            (#"{"amount":5,"currency":"BDT","customerReference":7}"#, "customerReference must be a string"),
            (
                #"{"amount":5,"currency":"BDT","customerReference":"A","ttlSeconds":0}"#,
                "ttlSeconds must not be less than 1"
            ),
            (
                #"{"amount":5,"currency":"BDT","customerReference":"A","successUrl":"javascript:alert(1)"}"#,
                "successUrl must be a URL address"
            ),
        ]
    )
    func validation(body: String, message: String) async throws {
        try await Shop.open { shop in
            let answer = try await shop.call(.POST, "/v1/payments/intents", body: body)
            #expect(answer.status == 400)
            #expect(answer.text == #"{"statusCode":400,"message":"\#(message)","error":"Bad Request"}"#)
            #expect(await shop.simulator.createdCount() == 0)
        }
    }

    @Test("as an option all that is wrong is listed")
    func listedMessages() async throws {
        try await Shop.open {
            $0.messageForm = .list
            $0.customerReferenceLimit = 16
        } _: { shop in
            let body = #"{"amount":5.5,"currency":"BDT","customerReference":"ORDER-THAT-IS-LONG"}"#
            let answer = try await shop.call(.POST, "/v1/payments/intents", body: body)
            #expect(
                answer.text == #"{"statusCode":400,"message":["amount must be an integer number","#
                    + #""customerReference must be shorter than or equal to 16 characters"],"error":"Bad Request"}"#
            )
        }
    }

    @Test("a body over 64 KiB is refused")
    func tooLarge() async throws {
        try await Shop.open { shop in
            let answer = try await shop.create(#","x":"\#(String(repeating: "x", count: 70_000))""#)
            #expect(answer.status == 413)
            #expect(await shop.simulator.createdCount() == 0)
        }
    }
}
