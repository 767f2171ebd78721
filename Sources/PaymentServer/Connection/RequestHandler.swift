import NIOCore
import NIOHTTP1

/// Serves a connection: gathers a request, has it answered, writes the answer, and takes the next one.
final class RequestHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

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

    /// What comes from the client.
    private enum Arrival {
        case part(HTTPServerRequestPart)
        /// What is no HTTP.
        case problem
        /// Nothing more.
        case end
    }

    /// The largest body that is read.
    static let maximumBodyBytes = 64 * 1024

    /// How long a connection without a request stays when the server stops: what was sent before is read.
    private static let lastCall = TimeAmount.milliseconds(100)

    private let responder: ServerResponder
    private let clock: HTTPClock
    private let deadline: RequestDeadline
    private let executor: EventLoopTaskExecutor

    private var state = State.waiting
    private var body: [UInt8] = []
    private var isHead = false
    private var isBodyHeldBack = false
    private var isLastRequest = false
    private var isStopping = false
    /// What came behind a request that is still answered. Nobody is asked for more of it: the one read that is under way
    /// meanwhile lets the connection stay readable, for the kernel need not be told twice a request.
    private var arrivals = CircularBuffer<Arrival>()
    private var isReadHeldBack = false
    private var isTakingUp = false
    private var isFlushDue = false
    /// When the last answer has gone to the kernel.
    private var written: EventLoopFuture<Void>?

    /// Begins to serve a connection that is not open yet.
    init(_ responder: ServerResponder, _ clock: HTTPClock, patience: TimeAmount, on channel: any Channel) {
        self.responder = responder
        self.clock = clock
        deadline = RequestDeadline(of: channel, limit: patience)
        executor = EventLoopTaskExecutor(channel.eventLoop)
    }

    func channelActive(context: ChannelHandlerContext) {
        deadline.wait()
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        take(.part(unwrapInboundIn(data)), context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError else { return context.close(promise: nil) }
        take(.problem, context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            isStopping = true
            // One that lies in the kernel, and that nobody has read yet, would be reset.
            context.eventLoop.assumeIsolated().scheduleTask(in: Self.lastCall) { self.end(context) }
        case ChannelEvent.inputClosed: take(.end, context)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func read(context: ChannelHandlerContext) {
        if arrivals.isEmpty { context.read() } else { isReadHeldBack = true }
    }

    /// RFC 9110, 10.1.1: some clients hold a longer body back until they are asked for it. Others have sent it by now.
    func channelReadComplete(context: ChannelHandlerContext) {
        if isBodyHeldBack, case .receiving = state {
            isBodyHeldBack = false
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
        }
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        state = .closing
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline.end()
    }
}

extension RequestHandler {
    /// Takes up what has come, or keeps it while a request before it is answered.
    private func take(_ arrival: Arrival, _ context: ChannelHandlerContext) {
        guard !isAnswering, arrivals.isEmpty, !isTakingUp else { return arrivals.append(arrival) }
        isTakingUp = true
        takeUp(arrival, context)
        isTakingUp = false
        goOn(context)
    }

    /// Goes on with what has come, up to a request whose answer is not known at once. No two of these are within each
    /// other, as thousands of requests may come in one segment.
    private func goOn(_ context: ChannelHandlerContext) {
        guard !isTakingUp else { return }
        isTakingUp = true
        while !isAnswering, let arrival = arrivals.popFirst() { takeUp(arrival, context) }
        isTakingUp = false
        if isFlushDue {
            isFlushDue = false
            context.flush()
        }
        if isReadHeldBack, arrivals.isEmpty {
            isReadHeldBack = false
            context.read()
        }
    }

    private func takeUp(_ arrival: Arrival, _ context: ChannelHandlerContext) {
        switch arrival {
        case .part(let part): takeUp(part, context)
        case .problem:
            if case .closing = state { return }
            isHead = false
            write(.malformed, context)
        case .end:
            isLastRequest = true
            end(context)
        }
    }

    private var isAnswering: Bool {
        if case .answering = state { true } else { false }
    }

    private func takeUp(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        switch (part, state) {
        case (.head(let head), .waiting): begin(head, context)
        case (.body(let bytes), .receiving):
            isBodyHeldBack = false
            guard body.count + bytes.readableBytes <= Self.maximumBodyBytes else { return write(.tooLarge, context) }
            // A copy, so that the next read has this memory again.
            body += bytes.readableBytesView
        case (.end, .receiving(let head, let destination)):
            state = .answering
            deadline.requestEnded()
            answer(head, at: destination, context)
        case (.end, .skipping):
            state = .waiting
            deadline.requestEnded()
            if isStopping { end(context) }
        default: break
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        deadline.requestBegan()
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
            body = []
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
        let body = body
        self.body = []
        // At once, and not after a turn of the event loop: what is forged is answered without one.
        Task.immediate(executorPreference: executor) { [responder] in
            let answer = await responder.answer(head, body: body, at: destination)
            let (handler, context) = here.value
            handler.answered(answer, context)
        }
    }

    /// Apart from the task, which would have room for all of this from its beginning.
    @inline(never)
    private func answered(_ answer: Answer, _ context: ChannelHandlerContext) {
        guard isAnswering else { return }
        state = .waiting
        write(answer, context)
        goOn(context)
    }

    private func write(_ answer: Answer, _ context: ChannelHandlerContext) {
        if case .end? = arrivals.first { isLastRequest = true }
        let isLast = answer.closes || isLastRequest || isStopping
        var bytes = context.channel.allocator.buffer(capacity: Answer.headBytes + answer.body.count)
        answer.write(to: &bytes, date: clock.now, isLast: isLast, hasBody: !isHead)
        deadline.answered()
        isFlushDue = true
        guard isLast else { return context.write(wrapOutboundOut(bytes), promise: nil) }
        state = .closing
        let end = context.eventLoop.makePromise(of: Void.self)
        written = end.futureResult
        context.write(wrapOutboundOut(bytes), promise: end)
        close(context)
    }

    /// Closes a connection that waits for a request.
    private func end(_ context: ChannelHandlerContext) {
        guard case .waiting = state else { return }
        state = .closing
        close(context)
    }

    /// Reads no more, and closes our half after what was written: with the other half closed already, NIO would drop it.
    private func close(_ context: ChannelHandlerContext) {
        // It can be added as long as the connection is open; of one that is gone nothing more comes.
        try? context.pipeline.syncOperations.addHandler(Drain(), position: .first)
        let written = written ?? context.eventLoop.makeSucceededVoidFuture()
        written.assumeIsolated()
            .whenComplete { [deadline] _ in
                deadline.wait()
                context.close(mode: .output, promise: nil)
            }
    }
}
