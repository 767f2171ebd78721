import PaymentIntents
import PaymentStoreSQLite
import Testing

@Suite("The REST interface", .timeLimit(.minutes(30)))
struct PaymentEndpointTests {
    private static let key = "key_0123456789abcdef"

    private static func request(_ line: String, key: String? = key, _ body: String = "") -> String {
        let authorization = key.map { "Authorization: Bearer \($0)\r\n" } ?? ""
        return "\(line) HTTP/1.1\r\nHost: shop\r\nContent-Length: \(body.utf8.count)\r\n\(authorization)\r\n\(body)"
    }

    @Test("is not there without keys")
    func closed() async throws {
        try await ServerUnderTest.run { server in
            let answer = try await server.exchange(Self.request("GET /payments"))
            #expect(answer.status == 404)
        }
    }

    @Test(
        "takes no request without one of the keys",
        arguments: [nil, "", "key_0123456789abcdeF", "key_0123456789abcde"]
    )
    func unauthorized(key: String?) async throws {
        try await ServerUnderTest.run(apiKeys: [Secret(Self.key)]) { server in
            for line in ["GET /payments", "POST /payments", "GET /payments/pay_1", "DELETE /payments"] {
                let answer = try await server.exchange(Self.request(line, key: key))
                #expect(answer.status == 401)
                #expect(answer.headers["www-authenticate"] == "Bearer")
            }
        }
    }

    @Test(
        "knows a key however its scheme is written",
        arguments: ["Bearer ", "bearer ", "BEARER ", "Bearer   "]
    )
    func scheme(_ scheme: String) async throws {
        try await ServerUnderTest.run(apiKeys: [Secret(Self.key)]) { server in
            let request = Self.request("GET /payments/pay_1").replacing("Bearer ", with: scheme)
            let answer = try await server.exchange(request)
            #expect(answer.status == 404)
        }
    }

    @Test(
        "refuses a list by what it does not know, or is told twice",
        arguments: ["state=succeeded", "%73tatus=succeeded", "status=pending&status=expired", "limit=1&x"]
    )
    func wrongQuery(_ query: String) async throws {
        try await ServerUnderTest.run(apiKeys: [Secret(Self.key)]) { server in
            let answer = try await server.exchange(Self.request("GET /payments?\(query)"))
            #expect(answer.status == 400)
            #expect(answer.body.contains(#""code":"invalidRequest","message":"query: "#), "\(answer.body)")
        }
    }

    @Test(
        "refuses a body that is wrong, by name of the field",
        arguments: [
            ("{}", "amount: "), (#"{"amount":"5"}"#, "reference: "), ("[]", "body: "), ("", "body: "),
            (#"{"amount":1e3,"reference":"A"}"#, "amount: "), (#"{"amount":"5","reference":1}"#, "reference: "),
            (#"{"amount":"5","reference":"A","other":"1"}"#, "body: "),
            (#"{"amount":"5","amount":"6","reference":"A"}"#, "body: "),
            (#"{"amount":"5","reference":"A\r\nB"}"#, "reference: "),
        ]
    )
    func wrongBody(body: String, field: String) async throws {
        try await ServerUnderTest.run(apiKeys: [Secret(Self.key)]) { server in
            let answer = try await server.exchange(Self.request("POST /payments", body))
            #expect(answer.status == 400)
            #expect(answer.body.contains(#""code":"invalidRequest","message":"\#(field)"#), "\(answer.body)")
        }
    }

    @Test("records a payment, shows it and lists it")
    func payment() async throws {
        try await StoreFolder.with { folder in
            let store = try SQLitePaymentStore(path: folder.file, environment: .sandbox, patience: .seconds(600))
            try await ServerUnderTest.run(on: store, apiKeys: [Secret(Self.key)]) { server in
                let body = #"{"amount":"5","reference":"ORDER-1","provider":"wallets"}"#
                let created = try await server.exchange(Self.request("POST /payments", body))
                // Nobody can be reached, so nothing was accepted, and the same key may be used again.
                #expect(created.status == 503)
                #expect(created.body.contains(#""code":"providerUnavailable""#), "\(created.body)")
                let list = try await server.exchange(Self.request("GET /payments?reference=ORDER-1"))
                #expect(list.status == 200)
                #expect(list.body.hasPrefix(#"{"payments":[{"#))
                let id = try #require(list.body.firstMatch(of: /"id":"(pay_[^"]*)"/)?.1)
                let shown = try await server.exchange(Self.request("GET /payments/\(id)"))
                #expect(shown.status == 200)
                #expect(shown.body.contains(#""value":"5.00""#))
                let history = try await server.exchange(Self.request("GET /payments/\(id)/history"))
                #expect(history.status == 200)
            }
            await store.close()
        }
    }

    @Test("says what is not there", arguments: ["GET /payments/pay_1", "GET /payments/x/y/z", "PUT /payments"])
    func notFound(line: String) async throws {
        try await ServerUnderTest.run(apiKeys: [Secret(Self.key)]) { server in
            let answer = try await server.exchange(Self.request(line))
            #expect(answer.status == 404)
        }
    }
}
