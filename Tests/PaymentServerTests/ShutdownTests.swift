import ServiceLifecycle
import Testing

@testable import PaymentGateway

@Suite("A graceful shutdown", .timeLimit(.minutes(30)))
struct ShutdownTests {
    private static func refusesConnections(_ server: ServerUnderTest) async throws -> Bool {
        guard let other = try? await RawConnection.open(port: server.port) else { return true }
        other.close()
        return false
    }

    @Test("answers a callback that is being committed, and takes no new connection")
    func drains() async throws {
        let store = StoreDouble()
        let gate = Gate()
        await store.wait(at: gate)
        try await ServerUnderTest.run(on: store) { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.send(try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets"))
            await gate.arrival()
            await server.group.triggerGracefulShutdown()
            let isClosed = try await eventually { try await Self.refusesConnections(server) }
            #expect(isClosed)
            await gate.open()
            #expect(try await connection.answer().status == 200)
            #expect(try await connection.rest().isEmpty)
        }
    }

    @Test("leaves none of 100 callbacks unanswered that were under way")
    func drainsMany() async throws {
        let store = StoreDouble()
        let gate = Gate()
        await store.wait(at: gate)
        try await ServerUnderTest.run(on: store) { server in
            var connections: [RawConnection] = []
            defer { for connection in connections { connection.close() } }
            let bytes = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
            for _ in 1...100 {
                let connection = try await RawConnection.open(port: server.port)
                connections.append(connection)
                // At once: a connection that says nothing for ten seconds is closed, and a busy machine takes that long.
                try await connection.send(bytes)
            }
            let areUnderWay = try await eventually {
                await store.deliveries.count + server.gateway.callbackWriter.waiting == 100
            }
            #expect(areUnderWay)
            await server.group.triggerGracefulShutdown()
            let isClosed = try await eventually { try await Self.refusesConnections(server) }
            #expect(isClosed)
            await gate.open()
            for connection in connections { #expect(try await connection.answer().status == 200) }
        }
        #expect(await store.deliveries.count == 100)
    }

    @Test("closes a connection that only waits")
    func idle() async throws {
        try await ServerUnderTest.run { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.send(Array("GET /healthz HTTP/1.1\r\nHost: shop\r\n\r\n".utf8))
            #expect(try await connection.answer().status == 200)
            await server.group.triggerGracefulShutdown()
            #expect(try await connection.rest().isEmpty)
        }
    }

    @Test("answers the request that is under way as the last one, and not the one behind it")
    func pipelined() async throws {
        let store = StoreDouble()
        let gate = Gate()
        await store.wait(at: gate)
        try await ServerUnderTest.run(on: store) { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            let callback = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
            try await connection.send(callback + callback)
            await gate.arrival()
            // This one stays in the kernel: a connection that is closed with it unread is reset.
            try await connection.send(callback)
            await server.group.triggerGracefulShutdown()
            let isClosed = try await eventually { try await Self.refusesConnections(server) }
            #expect(isClosed)
            await gate.open()
            let answer = try await connection.answer()
            #expect(answer.status == 200)
            try #require(answer.headers["connection"] == "close")
            #expect(try await connection.rest().isEmpty)
        }
        #expect(await store.deliveries.count == 1)
    }

    @Test("answers a request whose second half comes after it")
    func halfway() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            let probe = "GET /healthz HTTP/1.1\r\nHost: shop\r\n\r\n"
            let callback = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
            // Once the probe is answered, the head that came with it has been read.
            try await connection.send(Array(probe.utf8) + callback.dropLast(40))
            #expect(try await connection.answer().status == 200)
            await server.group.triggerGracefulShutdown()
            let isClosed = try await eventually { try await Self.refusesConnections(server) }
            #expect(isClosed)
            try await connection.send(Array(callback.suffix(40)))
            let answer = try await connection.answer()
            #expect(answer.status == 200)
            try #require(answer.headers["connection"] == "close")
            #expect(try await connection.rest().isEmpty)
        }
        #expect(await store.deliveries.count == 1)
    }
}
