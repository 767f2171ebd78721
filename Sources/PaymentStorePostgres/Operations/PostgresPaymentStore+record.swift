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
        let names = key.hasSameBytes(as: reference) ? [key] : [key, reference].sorted()
        let locks = names.map { "\(environment.rawValue) \(payment.kind.rawValue) \($0)" }
        let answers = try run(
            locks.map(AdvisoryLock.named) + [
                PaymentKey.idempotencyKey(payment.kind, key).query(in: environment),
                uses(of: reference, payment.kind), holder(of: reference, payment.kind),
                Statement("SELECT nextval(pg_get_serial_sequence('payment', 'number'))"),
            ]
        )
        .suffix(4)
        .map(\.self)
        guard answers.count == 4 else { throw StoreError(.unavailable, "the database did not answer everything") }
        let taken = try answers[0].first { row in try PaymentRow(&row, environment: environment) }
        if let taken { return .existing(taken.payment) }
        var payment = payment
        if answers[2].count > 0 {
            let uses = try answers[1].first { row in try row.required(Int.self) } ?? 0
            payment.providerReference = try freeReference(for: payment, from: max(2, uses + 1))
        } else {
            payment.providerReference = reference
        }
        let number: Int64 = try RowReader.known(answers[3].first { row in try row.required() })
        insert(PaymentRow(number: number, payment: payment))
        let written = try run([PaymentKey.id(payment.id).query(in: environment)]).last
        let row = try RowReader.known(written?.first { row in try PaymentRow(&row, environment: environment) })
        hold(row)
        notify(payment.announcement, of: row)
        return .recorded(try matchWaiting(for: row, at: row.payment.recordedAt).payment)
    }

    /// The merchant's reference with the first free number behind it.
    ///
    /// References do not expire, so every number up to how often this one was used is taken: the search begins there and
    /// ends soon.
    private func freeReference(for payment: Payment, from first: Int) throws -> String {
        var number = first
        while true {
            let candidate = "\(payment.request.reference.rawValue)-\(number)"
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
