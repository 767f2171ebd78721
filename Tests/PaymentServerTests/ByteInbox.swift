import NIOCore

/// The bytes that came in on a connection, one by one, until the other side closes.
final class ByteInbox: Sendable {
    private let stream: AsyncStream<UInt8>
    private let feed: AsyncStream<UInt8>.Continuation

    init() {
        (stream, feed) = AsyncStream<UInt8>.makeStream()
    }

    func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { feed.yield(byte) }
    }

    func end() { feed.finish() }

    func next() async -> UInt8? {
        for await byte in stream { return byte }
        return nil
    }
}

/// Puts what arrives into an inbox.
final class ByteInboxHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let inbox: ByteInbox

    init(_ inbox: ByteInbox) {
        self.inbox = inbox
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        inbox.add(unwrapInboundIn(data).readableBytesView)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .some(.inputClosed) = event as? ChannelEvent { inbox.end() }
    }

    func channelInactive(context: ChannelHandlerContext) { inbox.end() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { inbox.end() }
}
