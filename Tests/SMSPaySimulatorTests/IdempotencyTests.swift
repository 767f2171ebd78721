import SMSPaySimulator
import Testing

@Suite("SMS Pay: idempotency", .timeLimit(.minutes(30)))
struct IdempotencyTests {
    @Test("same key and body: the same intent in its present state")
    func sameBody() async throws {
        try await Shop.open { shop in
            let first = try await shop.create(#","idempotencyKey":"K1""#)
            let again = try await shop.create(#", "idempotencyKey" : "K1""#)
            #expect(again.status == 201)
            #expect(again.text == first.text)
            try await shop.simulator.pay(first.string("id"))
            #expect(try await shop.create(#","idempotencyKey":"K1""#).string("status") == "PAID")
            #expect(await shop.simulator.createdCount() == 1)
        }
    }

    @Test("same key, other body: 409")
    func otherBody() async throws {
        try await Shop.open { shop in
            _ = try await shop.create(#","idempotencyKey":"K1""#)
            let other = try await shop.create(#","idempotencyKey":"K1","ttlSeconds":301"#)
            #expect(other.status == 409)
            #expect(
                other.text == #"{"statusCode":409,"message":"Idempotency key was already used with a different "#
                    + #"request body","error":"Conflict"}"#
            )
            #expect(await shop.simulator.createdCount() == 1)
        }
    }

    @Test("without a key every request creates")
    func noKey() async throws {
        try await Shop.open { shop in
            let first = try await shop.createdID()
            #expect(try await shop.createdID() != first)
            #expect(await shop.simulator.createdCount() == 2)
        }
    }
}
