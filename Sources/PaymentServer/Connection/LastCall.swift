import NIOCore

/// Tells ``RequestHandler`` that the server stops.
///
/// NIO's own pipeline would close a connection at once that waits for a request. One that lies in the kernel, and that
/// nobody has read yet, would be reset.
final class LastCall: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    struct Event {}

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        context.fireUserInboundEventTriggered(event is ChannelShouldQuiesceEvent ? Event() : event)
    }
}
