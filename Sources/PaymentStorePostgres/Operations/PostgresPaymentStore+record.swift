public import PaymentGateway
import PaymentIntents

extension PostgresPaymentStore {
    /// See `PaymentStore.record(_:)`.
    public func record(_ payment: Payment) async throws(StoreError) -> RecordOutcome {
        guard payment.environment == environment else {
            throw StoreError(.rejected, "the payment is of the other environment")
        }
        return try await write { ledger in try ledger.record(payment) }
    }
}

extension Ledger {
    /// Records a payment, unless its key is taken.
    ///
    /// - Parameter payment: A new payment.
    /// - Returns: What was done.
    /// - Throws: `StoreError` or `SessionError`.
    func record(_ payment: Payment) throws -> RecordOutcome {
        let (key, reference) = (payment.request.key.rawValue, payment.request.reference.rawValue)
        // Whoever is second with the same key or reference waits here, and then sees what the first one wrote.
        let locks = Set([key, reference].map { "\(environment.rawValue) \(payment.kind.rawValue) \($0)" }).sorted()
        let answers = try run(
            locks.map(AdvisoryLock.named) + [
                PaymentKey.idempotencyKey(payment.kind, key).query(in: environment),
                uses(of: reference, payment.kind),
                Statement("SELECT nextval(pg_get_serial_sequence('payment', 'number'))"),
            ]
        )
        .suffix(3)
        let taken = try answers.first?.first { row in try PaymentRow(&row, environment: environment) }
        if let taken { return .existing(taken.payment) }
        let uses = try answers.dropFirst().first?.first { row in try row.required(Int.self) } ?? 0
        let number: Int64 = try StoreError.known(answers.last?.first { row in try row.required() })
        var row = PaymentRow(number: number, payment: payment)
        row.payment.providerReference = try freeReference(for: payment, uses: uses)
        insert(row)
        notify(payment.announcement, of: row)
        return .recorded(try matchWaiting(for: row, at: row.payment.recordedAt).payment)
    }

    /// The merchant's reference, or that with the first free number behind it.
    ///
    /// References do not expire, so every number up to how often this one was used is taken: the search begins there and
    /// ends soon.
    private func freeReference(for payment: Payment, uses: Int) throws -> String {
        let reference = payment.request.reference.rawValue
        var number = uses + 1
        while true {
            let candidate = number == 1 ? reference : "\(reference)-\(number)"
            let holders = try run([holder(of: candidate, payment.kind)])
            guard holders.last?.count ?? 0 > 0 else { return candidate }
            number += 1
        }
    }

    private func uses(of reference: String, _ kind: PaymentKind) -> Statement {
        Statement(
            "SELECT count(*) FROM payment WHERE environment = $1 AND reference = $2 AND kind = $3",
            [.name(environment), .outside(reference), .name(kind)]
        )
    }

    private func holder(of reference: String, _ kind: PaymentKind) -> Statement {
        Statement(
            "SELECT number FROM payment WHERE environment = $1 AND provider_reference = $2 AND kind = $3",
            [.name(environment), .outside(reference), .name(kind)]
        )
    }
}
