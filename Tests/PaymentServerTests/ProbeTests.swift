import PaymentGateway
import Testing

@Suite("The probes", .timeLimit(.minutes(30)))
struct ProbeTests {
    private static func get(_ path: String, _ method: String = "GET") -> String {
        "\(method) \(path) HTTP/1.1\r\nHost: shop\r\n\r\n"
    }

    @Test("say that the program is alive, also while it is not ready")
    func alive() async throws {
        try await ServerUnderTest.run { server in
            let (alive, ready) = (try await server.status("/healthz"), try await server.status("/readyz"))
            #expect(alive == 200)
            #expect(ready == 503)
        }
    }

    @Test("say that it is ready once the workers run, and no more when the store fails")
    func ready() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store, isWorking: true) { server in
            let isReady = try await eventually { try await server.status("/readyz") == 200 }
            #expect(isReady)
            await store.fail(with: .init(.unavailable, "down"))
            let isFailing = try await eventually { try await server.status("/readyz") == 503 }
            #expect(isFailing)
            let alive = try await server.status("/healthz")
            #expect(alive == 200)
            await store.fail(with: nil)
            let isMended = try await eventually { try await server.status("/readyz") == 200 }
            #expect(isMended)
        }
    }

    @Test("answer HEAD without a body", arguments: ["/healthz", "/readyz", "/callbacks/wallets", "/nothing"])
    func head(path: String) async throws {
        try await ServerUnderTest.run { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.send(Array(Self.get(path, "HEAD").utf8))
            let head = try await connection.answer(hasBody: false)
            // Were there a body, it would stand in front of this answer.
            try await connection.send(Array(Self.get(path).utf8))
            let answer = try await connection.answer()
            #expect(head.status == answer.status)
            #expect(head.headers["content-length"] == answer.headers["content-length"])
        }
    }

    @Test("take no other method", arguments: ["POST", "PUT", "DELETE"])
    func otherMethod(method: String) async throws {
        try await ServerUnderTest.run { server in
            let answer = try await server.exchange(
                "\(method) /healthz HTTP/1.1\r\nHost: shop\r\nContent-Length: 0\r\n\r\n"
            )
            #expect(answer.status == 405)
            #expect(answer.headers["allow"] == "GET, HEAD")
        }
    }
}
