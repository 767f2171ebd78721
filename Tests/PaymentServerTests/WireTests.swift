import PaymentGateway
import PaymentIntents
import Testing

@Suite("What the wire may bring", .timeLimit(.minutes(30)))
struct WireTests {
    private static func post(_ headers: String, _ body: String = "", to account: String = "wallets") -> String {
        "POST /callbacks/\(account) HTTP/1.1\r\nHost: shop\r\n\(headers)\r\n\r\n\(body)"
    }

    @Test("an account that is not there: 404, whatever the method", arguments: ["POST", "GET", "PUT"])
    func unknownAccount(method: String) async throws {
        try await ServerUnderTest.run { server in
            for path in ["/callbacks/nobody", "/callbacks/", "/callbacks/wallets/", "/callbacks/wallets%2F", "/"] {
                let answer = try await server.exchange(
                    "\(method) \(path) HTTP/1.1\r\nHost: shop\r\nContent-Length: 0\r\n\r\n"
                )
                #expect(answer.status == 404, "\(path)")
            }
        }
    }

    @Test("another method than POST: 405 with Allow", arguments: ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])
    func otherMethod(method: String) async throws {
        try await ServerUnderTest.run { server in
            let answer = try await server.exchange(
                "\(method) /callbacks/wallets HTTP/1.1\r\nHost: shop\r\nContent-Length: 0\r\n\r\n"
            )
            #expect(answer.status == 405)
            #expect(answer.headers["allow"] == "POST")
        }
    }

    @Test("row 15: a length over 64 KiB: 413 before the body is sent, and the connection is closed")
    func tooLong() async throws {
        try await ServerUnderTest.run { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.send(Array(Self.post("Content-Length: 65537\r\n").utf8.dropLast(2)))
            let answer = try await connection.answer()
            #expect(answer.status == 413)
            #expect(answer.headers["connection"] == "close")
            #expect(try await connection.rest().isEmpty)
        }
    }

    @Test("64 KiB to the byte are read")
    func longest() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let message = try ProviderMessage.smsPay([UInt8](repeating: UInt8(ascii: " "), count: 65_536))
            #expect(try await server.exchange(message.bytes(to: "wallets")).status == 200)
        }
        #expect(await store.deliveries.map(\.callback.body.count) == [65_536])
    }

    @Test("row 15: chunks without end: 413 after 64 KiB, while more is being sent")
    func endlessChunks() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.send(Array(Self.post("Transfer-Encoding: chunked").utf8))
            let chunk = Array("1000\r\n".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 4096) + Array("\r\n".utf8)
            for _ in 1...16 { try await connection.send(chunk) }
            // One byte too many, and still no end. All of it is read, so that closing does not take the answer away.
            try await connection.send(Array("1\r\nx\r\n".utf8))
            let answer = try await connection.answer()
            #expect(answer.status == 413)
            #expect(try await connection.rest().isEmpty)
        }
        #expect(await store.deliveries.isEmpty)
    }

    @Test("row 15: a content encoding: 415", arguments: ["gzip", "deflate", "br", "gzip, identity"])
    func encoded(coding: String) async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            var message = try ProviderMessage.smsPay(fixture: "webhook-paid")
            message.headers.append(("Content-Encoding", coding))
            #expect(try await server.exchange(message.bytes(to: "wallets")).status == 415)
        }
        #expect(await store.deliveries.isEmpty)
    }

    @Test("row 14: a body cut short: closed, and nothing is stored", arguments: [0, 1, 40])
    func cutShort(length: Int) async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let message = try ProviderMessage.smsPay(fixture: "webhook-paid")
            let bytes = message.bytes(to: "wallets")
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.send(Array(bytes.prefix(bytes.count - message.body.count + length)))
            try await connection.finish()
            let rest = String(decoding: try await connection.rest(), as: UTF8.self)
            #expect(rest.isEmpty || rest.hasPrefix("HTTP/1.1 400 ") || rest.hasPrefix("HTTP/1.1 401 "), "\(rest)")
        }
        #expect(await store.deliveries.isEmpty)
    }

    @Test(
        "row 42: lengths that contradict each other, and what else is no HTTP: 400, and closed",
        arguments: [
            "Content-Length: 2\r\nContent-Length: 3",
            "Content-Length: 2\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nContent-Length: 2",
            "Content-Length: -1",
            "Content-Length: 2x",
            "Content-Length: 99999999999999999999999",
            "Transfer-Encoding: chunked\r\nContent-Length: 0",
        ]
    )
    func conflictingLengths(headers: String) async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.send(Array(Self.post(headers, "2\r\n{}\r\n0\r\n\r\n").utf8))
            #expect(try await connection.answer().status == 400)
            #expect(try await connection.rest().isEmpty)
        }
        #expect(await store.deliveries.isEmpty)
    }

    @Test("row 42: chunks that are none: 400, and closed")
    func brokenChunks() async throws {
        try await ServerUnderTest.run { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.send(Array(Self.post("Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n").utf8))
            #expect(try await connection.answer().status == 400)
            #expect(try await connection.rest().isEmpty)
        }
    }

    @Test("row 30: beyond the most connections a callback waits, and is taken when a slow one has gone")
    func connectionCap() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store, maximumConnections: 4) { server in
            var slow: [RawConnection] = []
            defer { for connection in slow { connection.close() } }
            for _ in 1...4 {
                let connection = try await RawConnection.open(port: server.port)
                slow.append(connection)
                // Answered once, so that it counts; then it begins a request and does not go on.
                try await connection.send(Array("GET /healthz HTTP/1.1\r\nHost: shop\r\n\r\n".utf8))
                #expect(try await connection.answer().status == 200)
                try await connection.send(Array(Self.post("Content-Length: 100").utf8))
            }
            let genuine = try await RawConnection.open(port: server.port)
            defer { genuine.close() }
            try await genuine.send(try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets"))
            // The kernel has taken it, and nobody has read it.
            try await Task.sleep(for: .milliseconds(200))
            #expect(await store.deliveries.isEmpty)
            slow[0].close()
            #expect(try await genuine.answer().status == 200)
        }
        #expect(await store.deliveries.count == 1)
    }

    @Test("two callbacks on one connection are two answers")
    func keptOpen() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            for fixture in ["webhook-expired", "webhook-paid"] {
                try await connection.send(try ProviderMessage.smsPay(fixture: fixture).bytes(to: "wallets"))
                #expect(try await connection.answer().status == 200)
            }
        }
        #expect(await store.deliveries.count == 2)
    }
}
