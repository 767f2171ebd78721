import Foundation
import NIOPosix
import PaymentGateway
import Synchronization

/// Listens for what other instances, and this one, say when they have committed notifications: on a connection and a thread
/// of its own.
///
/// What is said while there is no connection is lost, so the signal is given after each connecting as well.
final class ChangeListener: Sendable {
    private struct State {
        var isClosed = false
        var session: Session?
    }

    /// Is given when there may be something new.
    let signal = ChangeSignal()

    private let url: String
    private let channel: String
    private let limits: Limits
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let state = Mutex(State())

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - url: The URL.
    ///   - channel: The channel.
    ///   - limits: How long connecting may take.
    init(url: String, channel: String, limits: Limits) {
        self.url = url
        self.channel = channel
        self.limits = limits
        thread.start()
        thread.submit { [self] _ in listen() }
    }

    /// Listens no more.
    func close() async {
        state.withLock { state in
            state.isClosed = true
            state.session?.interrupt()
        }
        try? await thread.shutdownGracefully()
    }

    private var isClosed: Bool { state.withLock(\.isClosed) }

    private func listen() {
        var backoff = Backoff()
        while !isClosed {
            guard !backoff.lasts(at: .now) else {
                Thread.sleep(forTimeInterval: 0.02)
                continue
            }
            do {
                let session = try Session(to: url, timeout: limits.connecting)
                _ = try session.run([Statement("LISTEN \"\(channel)\"")], until: .now + limits.answer)
                backoff.succeed()
                try listen(session)
            } catch {
                backoff.fail(at: .now, chance: .random(in: 0...1_000))
            }
        }
    }

    /// Passes on what is said until the connection is lost. It is interrupted under the lock: then it is still there.
    private func listen(_ session: Session) throws {
        let isClosed = state.withLock { state in
            state.session = session
            return state.isClosed
        }
        defer { state.withLock { $0.session = nil } }
        while !isClosed {
            signal.give()
            try session.waitForNotification()
        }
    }
}
