import PaymentGateway
import PaymentIntents
import PaymentStoreSQLite
import Testing

@Suite("An authentic callback", .timeLimit(.minutes(30)))
struct CallbackAnswerTests {
    private static let received = #"{"received":true}"#

    @Test(
        "is answered as SMS Pay wants to read it",
        arguments: ["webhook-paid", "webhook-expired", "webhook-rejected"]
    )
    func smsPay(fixture: String) async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let answer = try await server.exchange(try ProviderMessage.smsPay(fixture: fixture).bytes(to: "wallets"))
            #expect(answer.status == 200)
            #expect(answer.body == Self.received)
            #expect(answer.headers["content-type"] == "application/json")
        }
        #expect(await store.deliveries.count == 1)
    }

    @Test("that verifies the endpoint gets its challenge back")
    func challenge() async throws {
        try await ServerUnderTest.run { server in
            let message = try ProviderMessage.smsPay(fixture: "webhook-endpoint-verification")
            let answer = try await server.exchange(message.bytes(to: "wallets"))
            #expect(answer.status == 200)
            #expect(answer.body == #"{"challenge":"9c2f8d..."}"#)
        }
    }

    @Test("is answered as Pay2Local wants to read it")
    func pay2Local() async throws {
        try await ServerUnderTest.run { server in
            let answer = try await server.exchange(try ProviderMessage.pay2Local().bytes(to: "agents"))
            #expect(answer.status == 200)
            #expect(answer.body == #"{"success":true,"message":"Callback received"}"#)
        }
    }

    @Test(
        "that nobody understands is kept, and answered with 200",
        arguments: [
            "{}", "[]", "null", "not JSON", #"{"event":"payment.paid","event":"payment.paid"}"#,
            #"{"event":"payment.invented","environment":"SANDBOX","timestamp":"2026-05-05T10:00:00.000Z","data":{}}"#,
            String(repeating: "[", count: 10_000), "\u{FEFF}{}", "{},",
        ]
    )
    func notUnderstood(body: String) async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let answer = try await server.exchange(try ProviderMessage.smsPay(Array(body.utf8)).bytes(to: "wallets"))
            #expect(answer.status == 200)
            #expect(answer.body == Self.received)
        }
        #expect(await store.deliveries.map(\.callback.body) == [Array(body.utf8)])
    }

    @Test("of the other environment is kept apart: 422")
    func otherEnvironment() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let text = String(decoding: try ProviderMessage.smsPay(fixture: "webhook-paid").body, as: UTF8.self)
            let live = Array(text.replacing("SANDBOX", with: "LIVE").utf8)
            let answer = try await server.exchange(try ProviderMessage.smsPay(live).bytes(to: "wallets"))
            #expect(answer.status == 422)
        }
        #expect(
            await store.deliveries.map(\.meaning)
                == [.keep(.otherEnvironment, note: "of the other environment")]
        )
    }

    @Test("is answered the same when it comes again, also about an unknown payment")
    func duplicates() async throws {
        try await StoreFolder.with { folder in
            let store = try SQLitePaymentStore(path: folder.file, environment: .sandbox, patience: .seconds(600))
            try await ServerUnderTest.run(on: store) { server in
                let bytes = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
                for _ in 1...3 {
                    let answer = try await server.exchange(bytes)
                    #expect(answer.status == 200)
                    #expect(answer.body == Self.received)
                }
            }
            await store.close()
        }
    }

    @Test("that cannot be committed is answered with 503 and Retry-After, and goes through later")
    func unavailable() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let bytes = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
            for code in [StoreError.Code.busy, .unavailable, .rejected] {
                await store.fail(with: StoreError(code, "as told"))
                let answer = try await server.exchange(bytes)
                #expect(answer.status == 503)
                #expect(answer.headers["retry-after"].flatMap { Int($0) } ?? 0 > 0)
                #expect(!answer.body.contains("as told"))
            }
            await store.fail(with: nil)
            #expect(try await server.exchange(bytes).status == 200)
        }
        #expect(await store.deliveries.count == 1)
    }
}
