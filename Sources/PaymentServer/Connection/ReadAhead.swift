import NIOCore

/// Lets a connection stay readable while a request is answered.
///
/// NIO's pipelining stops reading with the end of a request and goes on after the answer. For a client that waits for
/// its answers nothing is to be read between, but the kernel is told twice. So one more read is asked for in advance. A
/// client that does not wait is read no further ahead: the next read in advance follows when nothing it sent is left.
final class ReadAhead: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var isDue = true
    private var isOver = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if !isOver { context.fireChannelRead(data) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isDue {
            isDue = false
            context.read()
        }
        context.fireChannelReadComplete()
    }

    /// What still comes is dropped. Behind what may be another protocol, NIO would gather it without a bound.
    func finish() {
        isOver = true
    }

    /// Everything that was read has been answered.
    func renew() {
        isDue = true
    }
}
