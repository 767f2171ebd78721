/// Does the same many times at once.
///
/// - Parameters:
///   - count: How often.
///   - work: What to do; it is told which one it is, from 0.
/// - Returns: What came of it, in any order.
/// - Throws: What the work throws.
func concurrently<Value: Sendable>(
    _ count: Int,
    _ work: @escaping @Sendable (Int) async throws -> Value
) async throws -> [Value] {
    try await withThrowingTaskGroup(of: Value.self) { group in
        for index in 0..<count { group.addTask { try await work(index) } }
        return try await group.reduce(into: []) { $0.append($1) }
    }
}
