import Synchronization

/// Says to all instances that notifications were committed, once for as many as there are meanwhile.
///
/// It does so after the commit, in a transaction of its own. A transaction that has said `NOTIFY` holds a lock of the whole
/// database cluster from before its commit is synced to disk until after it, so no two of them would be synced together.
/// One that writes nothing else is not synced. What is not said because the process died is found by those who look again.
final class ChangeAnnouncer: Sendable {
    private struct State {
        var isWanted = false
        var work: Task<Void, Never>?
    }

    /// How long nobody says anything after it was said: a little later it is said once for many.
    private static let pause = Duration.milliseconds(5)

    private let pool: SessionPool
    private let channel: String
    private let state = Mutex(State())

    /// Says nothing yet.
    ///
    /// - Parameters:
    ///   - pool: The connections.
    ///   - channel: The channel.
    init(_ pool: SessionPool, channel: String) {
        self.pool = pool
        self.channel = channel
    }

    /// Has it said, soon.
    func announce() {
        state.withLock { state in
            state.isWanted = true
            guard state.work == nil else { return }
            state.work = Task { await work() }
        }
    }

    /// Waits until everything is said.
    func finish() async {
        await state.withLock(\.work)?.value
    }

    private func work() async {
        let statement = Statement("SELECT pg_notify($1, '')", [.text(channel)])
        while isWanted() {
            let limit = pool.limits.answer
            // Nobody misses it for long when it fails.
            try? await pool.run { session in _ = try session.run([statement], until: .now + limit) }
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// Takes what is to be said; with nothing left, the work ends.
    private func isWanted() -> Bool {
        state.withLock { state in
            defer { state.isWanted = false }
            if !state.isWanted { state.work = nil }
            return state.isWanted
        }
    }
}
