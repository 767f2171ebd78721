import Synchronization

/// Tells those who wait for changes that there may be some.
///
/// It is a hint and no promise: who waits for it looks again from time to time all the same. Nobody misses one: read
/// ``count``, look, and wait for more than that count.
public final class ChangeSignal: Sendable {
    private struct State {
        var count = 0
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var lastWaiter = 0
    }

    private let state = Mutex(State())

    /// A signal that was not given yet.
    public init() {}

    /// How often it was given.
    public var count: Int { state.withLock(\.count) }

    /// Gives it: whoever waits goes on.
    public func give() {
        let waiting = state.withLock { state in
            defer { state.waiting.removeAll() }
            state.count &+= 1
            return state.waiting.values
        }
        for one in waiting { one.resume() }
    }

    /// Waits until it has been given again, or the task is cancelled.
    ///
    /// - Parameter count: The ``count`` that was read before looking.
    func wait(beyond count: Int) async {
        let waiter = state.withLock { state in
            state.lastWaiter &+= 1
            return state.lastWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    // The task may have been cancelled before there was anything to wake.
                    guard state.count == count, !Task.isCancelled else { return true }
                    state.waiting[waiter] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: waiter) }?.resume()
        }
    }
}

extension Gateway {
    /// Waits until there may be something new in the store, and no longer than a pause.
    ///
    /// - Parameters:
    ///   - pause: How long at most, by the gateway's clock.
    ///   - signal: What the store gives, if it gives one.
    ///   - count: How often it had been given before the last look.
    func pause(_ pause: Duration, or signal: ChangeSignal?, beyond count: Int) async {
        guard let signal else {
            try? await clock.sleep(for: pause)
            return
        }
        await withTaskGroup { [clock] group in
            group.addTask { try? await clock.sleep(for: pause) }
            group.addTask { await signal.wait(beyond: count) }
            _ = await group.next()
            group.cancelAll()
        }
    }
}
