import Foundation
import PaymentGateway
import PaymentIntents
import Synchronization
import Testing

@testable import PaymentServer

@Suite("A connection", .timeLimit(.minutes(30)))
struct ConnectionTests {
    @Test("may bring a body in as many pieces as it has bytes")
    func pieces() async throws {
        let store = StoreDouble()
        let message = try ProviderMessage.smsPay(fixture: "webhook-paid")
        try await ServerUnderTest.run(on: store) { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            for byte in message.bytes(to: "wallets") { try await connection.send([byte]) }
            #expect(try await connection.answer().status == 200)
        }
        #expect(await store.deliveries.map(\.callback.body) == [message.body])
    }

    @Test("is one of so many that files are left for everything else")
    func files() {
        #expect(GatewayServer.connections(4096, files: 8192) == 4096)
        #expect(GatewayServer.connections(4096, files: 2048) == 1536)
        #expect(GatewayServer.connections(4096, files: 600) == 300)
        #expect(GatewayServer.connections(4096, files: nil) == 4096)
    }

    @Test(
        "ends after a request that may be the beginning of another protocol, or that is of HTTP/1.0",
        arguments: [
            ("GET /healthz HTTP/1.1\r\nHost: shop\r\nConnection: Upgrade\r\nUpgrade: h2c", 200),
            ("GET /healthz HTTP/1.1\r\nHost: shop\r\nConnection: Upgrade\r\nUpgrade: websocket", 200),
            ("POST /callbacks/nobody HTTP/1.1\r\nHost: shop\r\nConnection: Upgrade\r\nUpgrade: h2c", 404),
            ("CONNECT shop:443 HTTP/1.1\r\nHost: shop:443", 404), ("GET /healthz HTTP/1.0", 200),
            ("GET /healthz HTTP/1.0\r\nConnection: keep-alive", 200),
            ("GET /healthz HTTP/1.1\r\nHost: shop\r\nConnection: close", 200), ("GET /healthz HTTP/2.0", 400),
        ]
    )
    func last(head: String, status: Int) async throws {
        try await ServerUnderTest.run { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.send(Array("\(head)\r\n\r\n".utf8))
            let answer = try await connection.answer()
            #expect(answer.status == status)
            try #require(answer.headers["connection"] == "close")
            #expect(try await connection.rest().isEmpty)
        }
    }

    @Test("that holds its body back until it is asked for it is asked, unless there is nothing to read it for")
    func expectation() async throws {
        let store = StoreDouble()
        let message = try ProviderMessage.smsPay(fixture: "webhook-paid")
        for (account, asked) in [("wallets", 100), ("nobody", 404)] {
            try await ServerUnderTest.run(on: store) { server in
                let connection = try await RawConnection.open(port: server.port)
                defer { connection.close() }
                let bytes = message.bytes(to: account)
                let (head, body) = (bytes.dropLast(message.body.count + 2), bytes.suffix(message.body.count))
                try await connection.send(Array(head) + Array("Expect: 100-Continue\r\n\r\n".utf8))
                #expect(try await connection.answer().status == asked)
                guard asked == 100 else { return }
                try await connection.send(Array(body))
                #expect(try await connection.answer().status == 200)
            }
        }
        #expect(await store.deliveries.map(\.callback.body) == [message.body])
    }

    @Test("that says it has nothing more to say still gets its answer, and ends")
    func halfClosed() async throws {
        let store = StoreDouble()
        let gate = Gate()
        await store.wait(at: gate)
        try await ServerUnderTest.run(on: store) { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.send(try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets"))
            try await connection.finish()
            await gate.arrival()
            await gate.open()
            #expect(try await connection.answer().status == 200)
            #expect(try await connection.rest().isEmpty)
        }
    }

    @Test("that goes away while its callback is being committed harms nobody")
    func goneAway() async throws {
        let store = StoreDouble()
        let gate = Gate()
        await store.wait(at: gate)
        try await ServerUnderTest.run(on: store) { server in
            let callback = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send(callback)
            await gate.arrival()
            connection.close()
            await gate.open()
            #expect(try await server.exchange(callback).status == 200)
        }
        #expect(await store.deliveries.count == 2)
    }

    @Test("without a word ends when the other side ends it")
    func empty() async throws {
        try await ServerUnderTest.run { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.finish()
            #expect(try await connection.rest().isEmpty)
        }
    }

    @Test("may name the whole address, a query, and the wish to be asked for the body")
    func forms() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            var message = try ProviderMessage.smsPay(fixture: "webhook-paid")
            message.headers.append(("Expect", "100-continue"))
            let text = String(decoding: message.bytes(to: "wallets"), as: UTF8.self)
            for target in [
                "/callbacks/wallets?a=b", "http://shop/callbacks/wallets", "http://shop:80/callbacks/wallets?a",
            ] {
                #expect(try await server.exchange(text.replacing("/callbacks/wallets", with: target)).status == 200)
            }
        }
        #expect(await store.deliveries.count == 3)
    }

    @Test("is told the time as RFC 9110 writes it, each second anew")
    func date() {
        let system = HandClock(Date(timeIntervalSince1970: 784_111_777.9))
        let clock = HTTPClock(system)
        #expect(clock.now == "Sun, 06 Nov 1994 08:49:37 GMT")
        system.advance(by: 0.1)
        #expect(clock.now == "Sun, 06 Nov 1994 08:49:38 GMT")
        system.advance(by: -86_400)
        #expect(clock.now == "Sat, 05 Nov 1994 08:49:38 GMT")
    }
}

/// A clock that is set by hand.
private final class HandClock: GatewayClock {
    private let time: Mutex<Date>

    init(_ time: Date) {
        self.time = Mutex(time)
    }

    var now: Date { time.withLock { $0 } }

    func advance(by seconds: TimeInterval) {
        time.withLock { $0 += seconds }
    }

    func sleep(for duration: Duration) async throws {}
}
