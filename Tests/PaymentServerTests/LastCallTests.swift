import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import PaymentServer

@Suite("A connection without a request, when the server stops")
struct LastCallTests {
    private static let probe = ByteBuffer(string: "GET /healthz HTTP/1.1\r\nHost: shop\r\n\r\n")

    /// A connection that has just been told that the server stops.
    private static func stopping() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        _ = try ConnectionChannel.underTest(on: StoreDouble())
            .setup(channel: channel, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
            .wait()
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        return channel
    }

    @Test("answers what had been sent and was not read yet, as its last one")
    func unread() throws {
        let channel = try Self.stopping()
        try channel.writeInbound(Self.probe)
        let answer = try #require(try channel.readOutbound(as: ByteBuffer.self))
        let head = String(buffer: answer)
        #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(head.contains("\r\nconnection: close\r\n"))
        #expect(!channel.isActive)
    }

    @Test("ends a tenth of a second later")
    func idle() throws {
        let channel = try Self.stopping()
        channel.embeddedEventLoop.advanceTime(by: .milliseconds(99))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
        #expect(!channel.isActive)
    }
}
