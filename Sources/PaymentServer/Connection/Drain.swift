import NIOCore

/// Drops what still comes on a connection whose last answer is out. Behind what may be another protocol, NIO's decoder would
/// gather it without a bound.
final class Drain: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
}
