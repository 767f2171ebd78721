import PaymentContracts
import PaymentGateway

/// Requires a call to be refused.
///
/// - Parameters:
///   - codes: The codes that it may be refused with.
///   - sent: What is called.
///   - call: The call.
/// - Throws: `ContractViolation` when it is not.
func requireRefusal(
    _ codes: [StoreError.Code],
    sent: String,
    by call: () async throws -> Void
) async throws {
    let due = "StoreError: " + codes.map(\.rawValue).joined(separator: " or ")
    do {
        try await call()
    } catch let error as StoreError {
        return try require(codes.contains(error.code), sent: sent, came: "\(error)", due: due)
    }
    throw ContractViolation(sent: sent, came: "no error", due: due)
}
