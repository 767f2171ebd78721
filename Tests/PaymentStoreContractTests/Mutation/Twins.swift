/// Lets the first two callers share one run of their work, as a race does that somebody loses: the first waits for the
/// second. Everybody after them works alone.
actor Twins<Value: Sendable> {
    private var first: CheckedContinuation<Value, any Error>?
    private var callers = 0

    /// Works, or shares what the other twin's work gives.
    ///
    /// - Parameter work: The work.
    /// - Returns: What it gives.
    /// - Throws: What it throws.
    func run(_ work: @Sendable () async throws -> Value) async throws -> Value {
        callers += 1
        if callers == 1 { return try await withCheckedThrowingContinuation { first = $0 } }
        guard callers == 2 else { return try await work() }
        do {
            let value = try await work()
            first?.resume(returning: value)
            return value
        } catch {
            first?.resume(throwing: error)
            throw error
        }
    }
}
