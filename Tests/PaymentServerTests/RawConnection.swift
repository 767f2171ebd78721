import NIOCore
import NIOPosix

/// A TCP connection that sends whatever it is told to. HTTP clients are too polite for these tests.
struct RawConnection: Sendable {
    private let channel: any Channel
    private let inbox: ByteInbox

    static func open(port: Int) async throws -> RawConnection {
        let inbox = ByteInbox()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ByteInboxHandler(inbox))
                }
            }
            .connect(host: "127.0.0.1", port: port)
            .get()
        return RawConnection(channel: channel, inbox: inbox)
    }

    func send(_ bytes: [UInt8]) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
    }

    /// Says that nothing more will come, and goes on reading.
    func finish() async throws { try await channel.close(mode: .output).get() }

    func close() { channel.close(promise: nil) }

    /// The next answer.
    func answer(hasBody: Bool = true) async throws -> WireAnswer {
        try await inTime {
            var bytes: [UInt8] = []
            while true {
                if let answer = WireAnswer(bytes, hasBody: hasBody) { return answer }
                guard let byte = await inbox.next() else { throw ConnectionEnded(after: bytes) }
                bytes.append(byte)
            }
        }
    }

    /// Everything that comes until the other side closes.
    func rest() async throws -> [UInt8] {
        try await inTime {
            var bytes: [UInt8] = []
            while let byte = await inbox.next() { bytes.append(byte) }
            return bytes
        }
    }

    /// Waits for up to five minutes: a machine that has much to do is no failure, and no deadline of a server comes
    /// first.
    private func inTime<Value: Sendable>(_ wait: @escaping @Sendable () async throws -> Value) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { tasks in
            tasks.addTask(operation: wait)
            tasks.addTask {
                try await Task.sleep(for: .seconds(300))
                throw TooLate()
            }
            defer { tasks.cancelAll() }
            guard let value = try await tasks.next() else { throw TooLate() }
            return value
        }
    }

    /// The other side neither said what was waited for nor closed.
    struct TooLate: Error {}
}
