import PaymentIntents

extension ReplyOutcome {
    /// Requires that an answer is not understood, and so says nothing of what the provider did.
    func requireUnreadable(sent: @autoclosure () -> String) throws(ContractViolation) {
        try require(isUnreadable, sent: sent(), came: description, due: "unreadable")
    }

    /// Requires an error that leaves open what became of the call.
    func requireOpen(sent: @autoclosure () -> String) throws(ContractViolation) {
        try require(
            error?.consequence == .unknown,
            sent: sent(),
            came: description,
            due: "an error that leaves the outcome unknown"
        )
    }
}
