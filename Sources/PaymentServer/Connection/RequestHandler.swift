import NIOCore
import NIOHTTP1

/// Serves a connection: gathers a request, has it answered, writes the answer. NIO hands it one request at a time.
final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        case waiting
        case receiving(HTTPRequestHead, ServerResponder.Destination)
        /// The answer did not need the rest of the request.
        case skipping
        case answering
        /// The last answer is out. Closing both halves while bytes wait unread would reset the connection, and the
        /// answer might be lost with it: so only ours is closed, and what still comes is dropped.
        case closing
    }

    /// The largest body that is read.
    static let maximumBodyBytes = 64 * 1024

    /// How long a connection without a request stays when the server stops: what was sent before is read.
    private static let lastCall = TimeAmount.milliseconds(100)

    private let responder: ServerResponder
    private let clock: HTTPClock
    private let readAhead: ReadAhead
    private let executor: EventLoopTaskExecutor

    private var state = State.waiting
    private var body = ByteBuffer()
    private var isHead = false
    private var isBodyHeldBack = false
    private var isLastRequest = false
    private var isStopping = false
    private var due: Answer?
    private var isWriting = false
    /// When the last answer has gone to the kernel.
    private var written: EventLoopFuture<Void>?

    init(_ responder: ServerResponder, _ clock: HTTPClock, _ readAhead: ReadAhead, on eventLoop: any EventLoop) {
        self.responder = responder
        self.clock = clock
        self.readAhead = readAhead
        executor = EventLoopTaskExecutor(eventLoop)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (unwrapInboundIn(data), state) {
        case (.head(let head), .waiting): begin(head, context)
        case (.body(let bytes), .receiving):
            isBodyHeldBack = false
            guard body.readableBytes + bytes.readableBytes <= Self.maximumBodyBytes else {
                return write(.tooLarge, context)
            }
            if body.readableBytes == 0 { body = bytes } else { body.writeImmutableBuffer(bytes) }
        case (.end, .receiving(let head, let destination)):
            state = .answering
            answer(head, at: destination, context)
        case (.end, .skipping):
            state = .waiting
            if isStopping { end(context) }
        default: break
        }
    }

    /// RFC 9110, 10.1.1: some clients hold a longer body back until they are asked for it. Others have sent it by now.
    func channelReadComplete(context: ChannelHandlerContext) {
        if isBodyHeldBack, case .receiving = state {
            isBodyHeldBack = false
            let goOn = HTTPResponseHead(version: .http1_1, status: .continue)
            context.writeAndFlush(wrapOutboundOut(.head(goOn)), promise: nil)
        }
        context.fireChannelReadComplete()
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        isHead = head.method == .HEAD
        // Nothing is read after what might be another protocol; and who speaks HTTP/1.0 may not know how to go on.
        isLastRequest =
            !head.isKeepAlive || head.version != .http1_1 || head.method == .CONNECT
            || head.headers.contains(name: "upgrade")
        state = .skipping
        switch responder.destination(of: head) {
        case .answer(let answer): write(answer, context)
        case let destination:
            let length = head.headers["content-length"].first.flatMap { Int($0) } ?? 0
            guard length <= Self.maximumBodyBytes else { return write(.tooLarge, context) }
            body = ByteBuffer()
            state = .receiving(head, destination)
            isBodyHeldBack =
                head.version == .http1_1
                && head.headers[canonicalForm: "expect"].contains { $0.lowercased() == "100-continue" }
        }
    }

    private func answer(
        _ head: HTTPRequestHead,
        at destination: ServerResponder.Destination,
        _ context: ChannelHandlerContext
    ) {
        let here = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        // At once, and not after a turn of the event loop: what is forged is answered without one.
        Task.immediate(executorPreference: executor) { [responder, body] in
            let answer = await responder.answer(head, body: body, at: destination)
            let (handler, context) = here.value
            guard case .answering = handler.state else { return }
            handler.state = .waiting
            handler.write(answer, context)
        }
    }

    /// Writes an answer. The next request may come in while its end is written: then its answer waits for its turn here,
    /// as thousands of requests in one segment must not be as many calls within each other.
    private func write(_ answer: Answer, _ context: ChannelHandlerContext) {
        due = answer
        guard !isWriting else { return }
        isWriting = true
        while let answer = due {
            due = nil
            var headers = answer.headers
            headers.add(name: "date", value: clock.now)
            if answer.closes || isLastRequest || isStopping {
                headers.add(name: "connection", value: "close")
                state = .closing
            }
            let head = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            // After HEAD a body would be read as the head of the next answer.
            if !isHead { context.write(wrapOutboundOut(.body(.byteBuffer(answer.body))), promise: nil) }
            let end = context.eventLoop.makePromise(of: Void.self)
            written = end.futureResult
            context.write(wrapOutboundOut(.end(nil)), promise: end)
        }
        isWriting = false
        context.flush()
        switch state {
        case .waiting: readAhead.renew()
        case .closing: close(context)
        default: break
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is LastCall.Event:
            isStopping = true
            context.eventLoop.assumeIsolated().scheduleTask(in: Self.lastCall) { self.end(context) }
        case ChannelEvent.inputClosed:
            isLastRequest = true
            end(context)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    /// Closes a connection that waits for a request.
    private func end(_ context: ChannelHandlerContext) {
        guard case .waiting = state else { return }
        state = .closing
        close(context)
    }

    /// Reads no more, and closes our half after what was written: with the other half closed already, NIO would drop it.
    private func close(_ context: ChannelHandlerContext) {
        readAhead.finish()
        let written = written ?? context.eventLoop.makeSucceededVoidFuture()
        written.assumeIsolated().whenComplete { _ in context.close(mode: .output, promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        state = .closing
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case .closing = state { return }
        guard error is HTTPParserError else { return context.close(promise: nil) }
        isHead = false
        write(.malformed, context)
    }
}
