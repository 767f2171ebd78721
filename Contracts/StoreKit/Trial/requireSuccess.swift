import PaymentContracts
import PaymentGateway

/// Requires a call to go through.
///
/// - Parameters:
///   - sent: What is called.
///   - call: The call.
/// - Returns: What it gives.
/// - Throws: `ContractViolation` when it is refused.
func requireSuccess<Value: Sendable>(sent: String, by call: () async throws -> Value) async throws -> Value {
    do {
        return try await call()
    } catch let error as StoreError {
        throw ContractViolation(sent: sent, came: "\(error)", due: "no error")
    }
}
