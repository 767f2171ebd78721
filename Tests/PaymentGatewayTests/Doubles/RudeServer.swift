import NIOCore
import NIOPosix

/// A server on loopback that treats every connection in one way, once the first bytes of a request are there.
struct RudeServer: Sendable {
    enum Manner: Sendable {
        /// Writes these bytes and closes.
        case write(String)
        /// Writes these bytes, then more of the same for as long as somebody listens.
        case pour(String, then: String)
        /// Writes these bytes and leaves the connection open.
        case stall(String)
        /// Closes at once.
        case hangUp
    }

    let port: Int

    /// Runs a server while a test works with it.
    static func with(_ manner: Manner, _ body: (RudeServer) async throws -> Void) async throws {
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Handler(manner))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        do {
            try await body(RudeServer(port: channel.localAddress?.port ?? 0))
            try await channel.close()
        } catch {
            try await channel.close()
            throw error
        }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let manner: Manner
        private var hasBegun = false

        init(_ manner: Manner) {
            self.manner = manner
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard !hasBegun else { return }
            hasBegun = true
            switch manner {
            case .write(let text):
                write(text, to: context)
                context.close(promise: nil)
            case .pour(let text, let more):
                write(text, to: context)
                pour(more, to: context)
            case .stall(let text):
                write(text, to: context)
            case .hangUp:
                context.close(promise: nil)
            }
        }

        private func write(_ text: String, to context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        }

        private func pour(_ text: String, to context: ChannelHandlerContext) {
            guard context.channel.isActive else { return }
            let context = NIOLoopBound(context, eventLoop: context.eventLoop)
            let this = NIOLoopBound(self, eventLoop: context.value.eventLoop)
            context.value.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)))
                .whenSuccess { this.value.pour(text, to: context.value) }
        }
    }
}
