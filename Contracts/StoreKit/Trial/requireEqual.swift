import PaymentContracts

/// Throws a `ContractViolation` unless a value is the one that is due.
///
/// - Parameters:
///   - came: What came.
///   - due: What should have come.
///   - sent: What was done to the store.
/// - Throws: `ContractViolation`, which quotes the beginning of both.
func requireEqual<Value: Equatable>(
    _ came: Value,
    _ due: Value,
    sent: @autoclosure () -> String
) throws(ContractViolation) {
    try require(came == due, sent: sent(), came: String("\(came)".prefix(600)), due: String("\(due)".prefix(600)))
}
