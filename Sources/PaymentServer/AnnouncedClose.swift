import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Keeps the promise of an answer that says `connection: close`: nothing is sent after it, and the sender sees the end.
///
/// Only our half is closed. What still comes in is read and dropped until ``RequestDeadline`` ends it: closing both
/// halves while bytes wait unread would reset the connection, and the answer might be lost with it.
final class AnnouncedClose: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private var isClosing = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            isClosing = head.headerFields.contains(.connection) && head.headerFields[.connection] == "close"
            context.write(data, promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            context.write(data, promise: promise)
            guard isClosing else { return }
            context.flush()
            context.close(mode: .output, promise: nil)
        }
    }
}
