import ServiceLifecycle
import Testing

@Suite("A graceful shutdown")
struct ShutdownTests {
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
            let isClosed = try await eventually {
                guard let other = try? await RawConnection.open(port: server.port) else { return true }
                other.close()
                return false
            }
            #expect(isClosed)
            await gate.open()
            #expect(try await connection.answer().status == 200)
            #expect(try await connection.rest().isEmpty)
        }
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
}
