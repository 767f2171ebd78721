/// Lets the first two callers share one run of their work, as a race does that somebody loses: the first waits for the
/// second. Everybody else works alone, after them, so that it is always the same race.
actor Twins<Value: Sendable> {
    private var first: CheckedContinuation<Value, any Error>?
    private var others: [CheckedContinuation<Void, Never>] = []
    private var callers = 0
    private var isOver = false

    /// Works, or shares what the other twin's work gives.
    ///
    /// - Parameter work: The work.
    /// - Returns: What it gives.
    /// - Throws: What it throws.
    func run(_ work: @Sendable () async throws -> Value) async throws -> Value {
        callers += 1
        switch callers {
        case 1: return try await withCheckedThrowingContinuation { first = $0 }
        case 2: return try await share(work)
        default:
            if !isOver { await withCheckedContinuation { others.append($0) } }
            return try await work()
        }
    }

    private func share(_ work: @Sendable () async throws -> Value) async throws -> Value {
        defer {
            isOver = true
            for other in others { other.resume() }
        }
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
