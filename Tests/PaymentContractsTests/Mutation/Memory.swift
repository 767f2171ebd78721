import Synchronization

/// What an adapter has no business to have.
final class Memory<Value: Sendable>: Sendable {
    private let kept: Mutex<Value>

    init(_ value: Value) {
        kept = Mutex(value)
    }

    /// Looks at what is kept, and changes it.
    func change<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        kept.withLock { body(&$0) }
    }
}
