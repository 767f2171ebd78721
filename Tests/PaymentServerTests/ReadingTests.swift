import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import PaymentServer

@Suite("A connection whose request is being answered", .timeLimit(.minutes(30)))
struct ReadingTests {
    private let store = StoreDouble()
    private let gate = Gate()
    private let channel = NIOAsyncTestingChannel()

    @Test("is read once more in advance, and again once nothing waits any more")
    func once() async throws {
        let callback = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
        try await open()
        try await receive(callback)
        await gate.arrival()
        #expect(try await reads == 1)
        // Came by the read in advance. Nobody pipelines without end at our cost.
        try await receive(callback)
        try await receive(callback)
        #expect(try await reads == 1)
        await gate.open()
        try await answers(3)
        #expect(try await reads == 2)
        try await receive(callback)
        try await answers(1)
        #expect(try await reads == 3)
        try await channel.close()
    }

    @Test("is not read as long as a request waits behind it")
    func waiting() async throws {
        let callback = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
        try await open()
        try await receive(callback + callback)
        await gate.arrival()
        #expect(try await reads == 0)
        let secondGate = Gate()
        await store.wait(at: secondGate)
        await gate.open()
        try await answers(1)
        await secondGate.arrival()
        #expect(try await reads == 1)
        try await receive(callback)
        #expect(try await reads == 1)
        await secondGate.open()
        try await answers(2)
        #expect(try await reads == 2)
        try await channel.close()
    }

    @Test("stays however long the answer takes, and is closed ten seconds after it")
    func patience() async throws {
        try await open()
        try await receive(try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets"))
        await gate.arrival()
        await channel.testingEventLoop.advanceTime(by: .hours(1))
        try #require(channel.isActive)
        await gate.open()
        try await answers(1)
        await channel.testingEventLoop.advanceTime(by: .seconds(9))
        #expect(channel.isActive)
        await channel.testingEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("reads no requests of a client that does not read its answers")
    func unread() async throws {
        try await open()
        try await channel.testingEventLoop.executeInContext { [channel] in
            channel.isWritable = false
            channel.pipeline.fireChannelWritabilityChanged()
            channel.pipeline.read()
        }
        #expect(try await reads == 0)
        try await channel.testingEventLoop.executeInContext { [channel] in
            channel.isWritable = true
            channel.pipeline.fireChannelWritabilityChanged()
        }
        #expect(try await reads == 1)
        try await channel.close()
    }

    @Test(
        "keeps nothing of what comes behind the last request",
        arguments: ["CONNECT shop:443 HTTP/1.1\r\nHost: shop:443", "GET /healthz HTTP/1.1\r\nHost: a\r\nUpgrade: x"]
    )
    func last(_ request: String) async throws {
        try await open()
        try await channel.testingEventLoop.executeInContext { [channel] in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(CountedBytes(), position: .before(decoder))
        }
        try await receive(Array("\(request)\r\nConnection: Upgrade\r\n\r\n".utf8))
        try await answers(1)
        let count = try await passed
        #expect(count > 0)
        try await receive([UInt8](repeating: 0, count: 100_000))
        #expect(try await passed == count)
        try await channel.close()
    }

    /// How many bytes got as far as the decoder.
    private var passed: Int {
        get async throws {
            try await channel.testingEventLoop.executeInContext { [channel] in
                try channel.pipeline.syncOperations.handler(type: CountedBytes.self).count
            }
        }
    }

    /// Opens a connection to a store that waits at the gate.
    private func open() async throws {
        await store.wait(at: gate)
        let connection = try ConnectionChannel.underTest(on: store)
        try await channel.testingEventLoop.executeInContext { [channel] in
            try channel.pipeline.syncOperations.addHandler(CountedReads())
        }
        _ = try await channel.testingEventLoop.executeInContext { [channel] in
            connection.setup(channel: channel, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
        }
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).get()
    }

    private func receive(_ bytes: [UInt8]) async throws {
        try await channel.writeInbound(ByteBuffer(bytes: bytes))
        // As a socket does after each read.
        try await channel.testingEventLoop.executeInContext { [channel] in channel.pipeline.read() }
    }

    /// How many reads the socket was asked for.
    private var reads: Int {
        get async throws {
            try await channel.testingEventLoop.executeInContext { [channel] in
                try channel.pipeline.syncOperations.handler(type: CountedReads.self).count
            }
        }
    }

    /// Waits for so many answers.
    private func answers(_ count: Int) async throws {
        var text = ""
        let areThere = try await eventually {
            await channel.testingEventLoop.run()
            while let piece = try await channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: piece) }
            return text.ranges(of: "HTTP/1.1 ").count == count
        }
        try #require(areThere)
    }
}

/// Counts how often a socket is asked to read. When our half is closed, the other one stays open, as a socket's does.
private final class CountedReads: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    private(set) var count = 0

    func read(context: ChannelHandlerContext) {
        count += 1
        context.read()
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .output else { return context.close(mode: mode, promise: promise) }
        promise?.succeed()
    }
}

/// Counts the bytes that pass.
private final class CountedBytes: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private(set) var count = 0

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        count += unwrapInboundIn(data).readableBytes
        context.fireChannelRead(data)
    }
}
