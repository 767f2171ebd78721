import NIOCore
import NIOHTTP1

/// Closes a connection that keeps us waiting: for a request, for the rest of one, or for its end after ours. A body of
/// one byte a second holds nobody. Who reads a long answer slowly keeps nobody waiting as long as he reads.
///
/// A deadline only moves; the timer looks where it is when it fires, so that a request costs no timer.
final class RequestDeadline: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let limit: TimeAmount
    private var isReceiving = false
    private var isAnswering = false
    /// None while a request is answered: then they wait for us.
    private var deadline: NIODeadline?
    private var timer: Scheduled<Void>?
    /// How much of the answers the client had still to take when the time was over.
    private var untaken = Int.max
    private let bytesToTake: (any Channel) -> Int

    /// Watches a connection.
    ///
    /// - Parameters:
    ///   - limit: How long anything may take.
    ///   - bytesToTake: How much of the answers waits for the client.
    init(
        limit: TimeAmount,
        bytesToTake: @escaping (any Channel) -> Int = { channel in
            (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        }
    ) {
        self.limit = limit
        self.bytesToTake = bytesToTake
    }

    func channelActive(context: ChannelHandlerContext) {
        wait(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            isReceiving = true
            isAnswering = true
            wait(context)
        case .body: break
        case .end:
            isReceiving = false
            if isAnswering { deadline = nil } else { wait(context) }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            isAnswering = false
            untaken = .max
            if !isReceiving { wait(context) }
        }
        context.write(data, promise: promise)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode == .output { wait(context) }
        context.close(mode: mode, promise: promise)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
    }

    private func wait(_ context: ChannelHandlerContext) {
        let deadline = context.eventLoop.now + limit
        self.deadline = deadline
        if timer == nil { look(at: deadline, context) }
    }

    private func look(at time: NIODeadline, _ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated()
            .scheduleTask(deadline: time) { [self] in
                timer = nil
                guard let deadline else { return }
                guard context.eventLoop.now >= deadline else { return look(at: deadline, context) }
                let left = isReceiving ? 0 : bytesToTake(context.channel)
                guard left > 0, left < untaken else { return context.close(promise: nil) }
                untaken = left
                wait(context)
            }
    }
}
