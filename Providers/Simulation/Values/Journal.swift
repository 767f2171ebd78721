import Synchronization

/// A list that grows and can be awaited: what was received, what was sent.
public final class Journal<Entry: Sendable>: Sendable {
    private struct Watcher {
        let isSatisfied: @Sendable ([Entry]) -> Bool
        let promise: Promise<[Entry]>
    }

    private struct State {
        var entries: [Entry] = []
        var watchers: [Watcher] = []
    }

    private let state = Mutex(State())

    /// Makes an empty journal.
    public init() {}

    /// Everything so far, oldest first.
    public var entries: [Entry] { state.withLock { $0.entries } }

    /// Adds an entry.
    ///
    /// - Parameter entry: what happened.
    public func append(_ entry: Entry) {
        let (entries, satisfied) = state.withLock { state in
            state.entries.append(entry)
            let entries = state.entries
            let satisfied = state.watchers.filter { $0.isSatisfied(entries) }
            state.watchers.removeAll { $0.isSatisfied(entries) }
            return (entries, satisfied)
        }
        for watcher in satisfied { watcher.promise.fulfil(entries) }
    }

    /// Suspends until the entries satisfy a condition.
    ///
    /// - Parameter condition: a pure test of all entries so far.
    /// - Returns: the entries at that moment.
    /// - Throws: `CancellationError` when the task is cancelled.
    @discardableResult
    public func wait(until condition: @escaping @Sendable ([Entry]) -> Bool) async throws -> [Entry] {
        let promise = Promise<[Entry]>()
        let known = state.withLock { state -> [Entry]? in
            if condition(state.entries) { return state.entries }
            state.watchers.append(Watcher(isSatisfied: condition, promise: promise))
            return nil
        }
        if let known { return known }
        return try await promise.value()
    }

    /// Suspends until there are that many entries.
    ///
    /// - Parameter count: how many.
    /// - Returns: the entries at that moment.
    /// - Throws: `CancellationError` when the task is cancelled.
    @discardableResult
    public func wait(for count: Int) async throws -> [Entry] {
        try await wait { $0.count >= count }
    }
}
