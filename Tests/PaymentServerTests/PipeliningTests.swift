import Logging
import NIOCore
import NIOEmbedded
import PaymentGateway
import Testing

@testable import PaymentServer

@Suite("Requests that follow each other on a connection", .timeLimit(.minutes(30)))
struct PipeliningTests {
    private static let nothing = "GET /nothing HTTP/1.1\r\nHost: shop\r\n\r\n"

    @Test("are answered in their order, though the first takes long and all came in one segment")
    func inOrder() async throws {
        let store = StoreDouble()
        let gate = Gate()
        await store.wait(at: gate)
        try await ServerUnderTest.run(on: store) { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            let callback = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
            let probe = Array("GET /healthz HTTP/1.1\r\nHost: shop\r\n\r\n".utf8)
            try await connection.send(callback + Array(Self.nothing.utf8) + callback + probe)
            await gate.arrival()
            #expect(await store.deliveries.count == 1)
            await gate.open()
            var statuses: [Int] = []
            for _ in 1...4 { statuses.append(try await connection.answer().status) }
            #expect(statuses == [200, 404, 200, 200])
        }
        #expect(await store.deliveries.count == 2)
    }

    @Test("are no calls within each other, however many wait behind one")
    func many() async throws {
        let count = 20_000
        let store = StoreDouble()
        let gate = Gate()
        await store.wait(at: gate)
        let channel = NIOAsyncTestingChannel()
        let connection = try ConnectionChannel.underTest(on: store)
        _ = try await channel.testingEventLoop.executeInContext {
            connection.setup(channel: channel, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
        }
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).get()
        let callback = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
        var bytes = ByteBuffer(bytes: callback)
        bytes.write("GET / HTTP/1.1\r\n\r\n", times: count)
        try await channel.writeInbound(bytes)
        await gate.arrival()
        await gate.open()
        var answers = ""
        let areAnswered = try await eventually {
            await channel.testingEventLoop.run()
            while let piece = try await channel.readOutbound(as: ByteBuffer.self) { answers += String(buffer: piece) }
            return !answers.isEmpty
        }
        #expect(areAnswered)
        #expect(answers.hasPrefix("HTTP/1.1 200 "))
        #expect(answers.ranges(of: "HTTP/1.1 404 ").count == count)
        try await channel.close()
    }

    @Test("are read no further after one that is the last")
    func last() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            var message = try ProviderMessage.smsPay(fixture: "webhook-paid")
            let second = message.bytes(to: "wallets")
            message.headers.append(("Connection", "close"))
            try await connection.send(message.bytes(to: "wallets") + second + Array("no HTTP\r\n\r\n".utf8))
            let answer = try await connection.answer()
            #expect(answer.status == 200)
            try #require(answer.headers["connection"] == "close")
            #expect(try await connection.rest().isEmpty)
        }
        #expect(await store.deliveries.count == 1)
    }

    @Test("that are no HTTP are refused after what came before them was answered")
    func malformed() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            let callback = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
            try await connection.send(callback + Array("no HTTP\r\n\r\n".utf8))
            #expect(try await connection.answer().status == 200)
            let answer = try await connection.answer()
            #expect(answer.status == 400)
            try #require(answer.headers["connection"] == "close")
            #expect(try await connection.rest().isEmpty)
        }
        #expect(await store.deliveries.count == 1)
    }

    @Test("go on after one that was answered before its body came")
    func refusedEarly() async throws {
        try await ServerUnderTest.run { server in
            let connection = try await RawConnection.open(port: server.port)
            defer { connection.close() }
            try await connection.send(Array("PUT /nothing HTTP/1.1\r\nHost: shop\r\nContent-Length: 6\r\n\r\nabc".utf8))
            #expect(try await connection.answer().status == 404)
            try await connection.send(Array("def\(Self.nothing)".utf8))
            #expect(try await connection.answer().status == 404)
        }
    }
}

extension ByteBuffer {
    fileprivate mutating func write(_ text: String, times: Int) {
        for _ in 1...times { writeString(text) }
    }
}
