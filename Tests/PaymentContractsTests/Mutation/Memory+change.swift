import Synchronization

extension Memory {
    /// Looks at what is remembered, and changes it.
    func change<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        value.withLock { body(&$0) }
    }
}
