import PaymentIntents

extension CallbackOutcome {
    /// Why an authentic callback had no effect, if it had none.
    var problem: CallbackProblem? {
        guard case .received(.problem(let problem)) = self else { return nil }
        return problem
    }

    /// Demands that the callback was refused.
    ///
    /// - Parameter sent: What was sent.
    /// - Throws: ``ContractViolation`` when it was taken.
    func mustBeRefused(_ sent: @autoclosure () -> String) throws(ContractViolation) {
        try require(isRefused, sent: sent(), came: "\(self)", due: "refused")
    }

    /// Demands that the callback meant the same as another one.
    ///
    /// - Parameters:
    ///   - other: What became of the other one.
    ///   - sent: What was sent.
    /// - Throws: ``ContractViolation`` when it meant something else.
    func mustEqual(_ other: CallbackOutcome, _ sent: @autoclosure () -> String) throws(ContractViolation) {
        // Evidence that only looks alike is equal evidence, so the bytes are compared as well.
        let hasSameBytes = "\(self)".utf8.elementsEqual("\(other)".utf8)
        try require(self == other && hasSameBytes, sent: sent(), came: "\(self)", due: "\(other)")
    }
}
