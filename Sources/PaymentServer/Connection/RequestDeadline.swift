import NIOCore

/// Closes a connection that keeps us waiting: for a request, for the rest of one, or for its end after ours. A body of
/// one byte a second holds nobody. Who reads a long answer slowly keeps nobody waiting as long as he reads.
///
/// A deadline only moves; the timer looks where it is when it fires, so that a request costs no timer.
final class RequestDeadline {
    private let limit: TimeAmount
    private let channel: any Channel
    private let bytesToTake: (any Channel) -> Int
    private var isReceiving = false
    private var isAnswering = false
    /// None while a request is answered: then they wait for us.
    private var deadline: NIODeadline?
    private var timer: Scheduled<Void>?
    /// How much of the answers the client had still to take when the time was over.
    private var untaken = Int.max

    /// Watches a connection, from the moment it is open. All of it happens on the connection's event loop.
    ///
    /// - Parameters:
    ///   - channel: The connection.
    ///   - limit: How long anything may take.
    ///   - bytesToTake: How much of the answers waits for the client.
    init(
        of channel: any Channel,
        limit: TimeAmount,
        bytesToTake: @escaping (any Channel) -> Int = { channel in
            (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        }
    ) {
        self.channel = channel
        self.limit = limit
        self.bytesToTake = bytesToTake
    }

    /// The time begins: of a connection that has just been opened, or whose half of ours has just been closed.
    func wait() {
        let deadline = channel.eventLoop.now + limit
        self.deadline = deadline
        if timer == nil { look(at: deadline) }
    }

    /// The head of a request has come.
    func requestBegan() {
        isReceiving = true
        isAnswering = true
        wait()
    }

    /// All of a request has come.
    func requestEnded() {
        isReceiving = false
        if isAnswering { deadline = nil } else { wait() }
    }

    /// A request was answered.
    func answered() {
        isAnswering = false
        untaken = .max
        if !isReceiving { wait() }
    }

    /// The connection is gone.
    func end() {
        timer?.cancel()
        timer = nil
    }

    private func look(at time: NIODeadline) {
        timer = channel.eventLoop.assumeIsolated()
            .scheduleTask(deadline: time) { [self] in
                timer = nil
                guard let deadline else { return }
                guard channel.eventLoop.now >= deadline else { return look(at: deadline) }
                let left = isReceiving ? 0 : bytesToTake(channel)
                guard left > 0, left < untaken else { return channel.close(promise: nil) }
                untaken = left
                wait()
            }
    }
}
