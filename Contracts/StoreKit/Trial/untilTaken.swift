import PaymentGateway

/// Says the same again while the store is busy, as whoever calls it does.
///
/// A store that is held to waiting for a moment only may be busy where nobody is in its way, on a machine that has much
/// to do.
///
/// - Parameter call: One call of the store.
/// - Returns: What it gives.
/// - Throws: What it throws, and that the store is busy after a hundred times.
@discardableResult
func untilTaken<Value>(_ call: () async throws -> Value) async throws -> Value {
    for _ in 1..<100 {
        do {
            return try await call()
        } catch let error as StoreError where error.code == .busy {
            continue
        }
    }
    return try await call()
}
