import Synchronization

/// What an adapter remembers that ought to remember nothing.
final class Memory<Value: Sendable>: Sendable {
    let value: Mutex<Value>

    init(_ value: Value) {
        self.value = Mutex(value)
    }
}
