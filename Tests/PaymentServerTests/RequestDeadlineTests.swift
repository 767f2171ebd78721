import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import PaymentServer

@Suite("The deadline of a request")
struct RequestDeadlineTests {
    private static let head = HTTPRequestPart.head(
        HTTPRequest(method: .post, scheme: "http", authority: "shop", path: "/callbacks/wallets")
    )
    private static let byte = HTTPRequestPart.body(ByteBuffer(bytes: [0x20]))

    private static func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandler(RequestDeadline(limit: .seconds(10)))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    /// Lets parts arrive in one read.
    private static func arrive(_ parts: HTTPRequestPart..., on channel: EmbeddedChannel) throws {
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
}
