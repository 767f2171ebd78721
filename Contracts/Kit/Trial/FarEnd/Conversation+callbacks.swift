import PaymentIntents

extension Conversation {
    /// What becomes of every callback that was sent so far, in the order of arrival.
    func outcomes() async throws -> [CallbackOutcome] {
        try await farEnd.callbacks().map { CallbackOutcome(of: $0, at: adapter) }
    }

    /// The evidence of every callback that was sent so far; each has to be some.
    func evidence() async throws -> [Evidence] {
        try await outcomes()
            .map { outcome in
                guard let evidence = outcome.evidence else {
                    throw ContractViolation(sent: "a genuine callback", came: "\(outcome)", due: "evidence")
                }
                return evidence
            }
    }

    /// What a payment has come to, by every callback that was sent so far.
    func course(of payment: SamplePayment) async throws -> Course {
        Course(of: try await evidence(), about: payment)
    }
}
