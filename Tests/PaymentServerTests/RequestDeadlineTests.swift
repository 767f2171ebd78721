import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import PaymentServer

@Suite("The deadline of a request")
struct RequestDeadlineTests {
    private static let head = HTTPServerRequestPart.head(
        HTTPRequestHead(version: .http1_1, method: .POST, uri: "/callbacks/wallets")
    )
    private static let byte = HTTPServerRequestPart.body(ByteBuffer(bytes: [0x20]))

    private static func channel(_ deadline: RequestDeadline = RequestDeadline(limit: .seconds(10))) throws
        -> EmbeddedChannel
    {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandler(deadline)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    /// Lets parts arrive in one read.
    private static func arrive(_ parts: HTTPServerRequestPart..., on channel: EmbeddedChannel) throws {
        for part in parts { channel.pipeline.fireChannelRead(part) }
        channel.pipeline.fireChannelReadComplete()
        channel.embeddedEventLoop.run()
    }

    @Test("row 30: closes the connection after ten seconds of one byte a second")
    func trickle() throws {
        let channel = try Self.channel()
        try Self.arrive(Self.head, on: channel)
        for _ in 1...9 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            try Self.arrive(Self.byte, on: channel)
            #expect(channel.isActive)
        }
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("does not count for a request that has arrived, however long its answer takes")
    func whole() throws {
        let channel = try Self.channel()
        try Self.arrive(Self.head, Self.byte, .end(nil), on: channel)
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive)
        _ = try channel.finish()
    }

    @Test("starts anew with each request on a connection")
    func next() throws {
        let channel = try Self.channel()
        for _ in 1...3 {
            try Self.arrive(Self.head, on: channel)
            channel.embeddedEventLoop.advanceTime(by: .seconds(9))
            try Self.arrive(.end(nil), on: channel)
            channel.embeddedEventLoop.advanceTime(by: .seconds(60))
            #expect(channel.isActive)
        }
        try Self.arrive(Self.head, on: channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(10))
        #expect(!channel.isActive)
    }

    @Test("counts again from the answer on")
    func afterAnswer() throws {
        let channel = try Self.channel()
        try Self.arrive(Self.head, .end(nil), on: channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(60))
        try Self.answer(on: channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(9))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("does not cut off an answer that is being read, however slowly, and one that is not")
    func slowReader() throws {
        var left = 300
        let channel = try Self.channel(RequestDeadline(limit: .seconds(10)) { _ in left })
        try Self.arrive(Self.head, .end(nil), on: channel)
        try Self.answer(on: channel)
        for _ in 1...3 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(10))
            #expect(channel.isActive)
            left -= 100
        }
        left = 100
        channel.embeddedEventLoop.advanceTime(by: .seconds(10))
        #expect(!channel.isActive)

        left = 300
        let other = try Self.channel(RequestDeadline(limit: .seconds(10)) { _ in left })
        try Self.arrive(Self.head, .end(nil), on: other)
        try Self.answer(on: other)
        other.embeddedEventLoop.advanceTime(by: .seconds(20))
        #expect(!other.isActive)
    }

    @Test("counts on when the answer comes before the end of the request")
    func earlyAnswer() throws {
        let channel = try Self.channel()
        try Self.arrive(Self.head, on: channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(9))
        try Self.answer(on: channel)
        try Self.arrive(Self.byte, on: channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)

        let other = try Self.channel()
        try Self.arrive(Self.head, on: other)
        try Self.answer(on: other)
        try Self.arrive(Self.byte, .end(nil), on: other)
        other.embeddedEventLoop.advanceTime(by: .seconds(10))
        #expect(!other.isActive)
    }

    @Test("closes a connection that never says anything")
    func silence() throws {
        let channel = try Self.channel()
        channel.embeddedEventLoop.advanceTime(by: .seconds(9))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    private static func answer(on channel: EmbeddedChannel) throws {
        let head = HTTPResponseHead(version: .http1_1, status: .ok)
        channel.write(HTTPServerResponsePart.head(head), promise: nil)
        channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
    }
}
