import Synchronization

/// A value behind a lock, to be shared with tasks.
final class Mutexed<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) {
        mutex = Mutex(value)
    }

    var value: Value { mutex.withLock(\.self) }

    func set(_ value: Value) {
        mutex.withLock { $0 = value }
    }

    @discardableResult
    func with<Result>(_ change: (inout Value) -> Result) -> Result where Result: Sendable {
        mutex.withLock { change(&$0) }
    }
}
