import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import PaymentServer

@Suite("The deadline of a request")
struct RequestDeadlineTests {
    private let channel = EmbeddedChannel()

    /// The deadline of a connection that has just been opened.
    private func deadline(bytesToTake: @escaping () -> Int = { 0 }) throws -> RequestDeadline {
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        let deadline = RequestDeadline(of: channel, limit: .seconds(10)) { _ in bytesToTake() }
        deadline.wait()
        return deadline
    }

    private func pass(_ seconds: Int64) {
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
    }

    @Test("row 30: closes the connection ten seconds after the head of a request whose end does not come")
    func trickle() throws {
        let deadline = try deadline()
        pass(5)
        deadline.requestBegan()
        pass(9)
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive)
    }

    @Test("does not count for a request that has arrived, however long its answer takes")
    func whole() throws {
        let deadline = try deadline()
        deadline.requestBegan()
        deadline.requestEnded()
        pass(3600)
        #expect(channel.isActive)
        deadline.end()
        _ = try channel.finish()
    }

    @Test("starts anew with each request on a connection")
    func next() throws {
        let deadline = try deadline()
        for _ in 1...3 {
            deadline.requestBegan()
            pass(9)
            deadline.requestEnded()
            pass(60)
            #expect(channel.isActive)
        }
        deadline.requestBegan()
        pass(10)
        #expect(!channel.isActive)
    }

    @Test("counts again from the answer on")
    func afterAnswer() throws {
        let deadline = try deadline()
        deadline.requestBegan()
        deadline.requestEnded()
        pass(60)
        deadline.answered()
        pass(9)
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive)
    }

    @Test("does not cut off an answer that is being read, however slowly")
    func slowReader() throws {
        var left = 300
        let deadline = try deadline { left }
        deadline.requestBegan()
        deadline.requestEnded()
        deadline.answered()
        for _ in 1...3 {
            pass(10)
            #expect(channel.isActive)
            left -= 100
        }
        left = 100
        pass(10)
        #expect(!channel.isActive)
    }

    @Test("cuts off an answer that nobody reads")
    func noReader() throws {
        let deadline = try deadline { 300 }
        deadline.requestBegan()
        deadline.requestEnded()
        deadline.answered()
        pass(20)
        #expect(!channel.isActive)
    }

    @Test("counts on when the answer comes before the end of the request", arguments: [false, true])
    func earlyAnswer(isEnded: Bool) throws {
        let deadline = try deadline()
        deadline.requestBegan()
        pass(9)
        deadline.answered()
        if isEnded {
            deadline.requestEnded()
            pass(9)
            #expect(channel.isActive)
        }
        pass(1)
        #expect(!channel.isActive)
    }

    @Test("closes a connection that never says anything")
    func silence() throws {
        _ = try deadline()
        pass(9)
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive)
    }

    @Test("row 30: a connection that sends one byte a second is closed ten seconds after the head")
    func connection() throws {
        _ = try ConnectionChannel.underTest(on: StoreDouble())
            .setup(channel: channel, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
            .wait()
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        pass(5)
        let head = "POST /callbacks/wallets HTTP/1.1\r\nHost: shop\r\nContent-Length: 100\r\n\r\n"
        try channel.writeInbound(ByteBuffer(string: head))
        for _ in 1...9 {
            pass(1)
            try channel.writeInbound(ByteBuffer(string: " "))
            #expect(channel.isActive)
        }
        pass(1)
        #expect(!channel.isActive)
    }
}
