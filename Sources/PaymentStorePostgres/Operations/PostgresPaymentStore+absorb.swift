public import PaymentGateway
import PaymentIntents

extension PostgresPaymentStore {
    /// See `PaymentStore.absorb(_:)`. Three journeys to the server at most, whatever the size of the batch, unless it gives
    /// payments new names: the payments, once more those that were not found, and everything that is written.
    ///
    /// Batches come one at a time: two at once are half as large, and take a quarter more of the processors.
    public func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        guard !batch.isEmpty else { return [] }
        return try await write { ledger in
            try ledger.hold(batch)
            return try batch.map(ledger.absorb)
        }
    }
}

extension Ledger {
    /// Locks the payments that callbacks name.
    ///
    /// - Parameter batch: The callbacks.
    /// - Throws: `StoreError` or `SessionError`.
    func hold(_ batch: [CallbackDelivery]) throws {
        let named = batch.filter { $0.lookup != nil }
        guard !named.isEmpty else { return }
        try hold(try run([payments(named: named)]))
        let missing = named.filter { delivery in
            delivery.isKeptInAnyCase && delivery.lookup.flatMap { row(of: $0, account: delivery.account) } == nil
        }
        guard !missing.isEmpty else { return }
        try hold(try run([AdvisoryLock.naming.alone, payments(named: missing)]))
    }

    private func hold(_ answers: [Rows]) throws {
        for row in try answers.last?.all({ try PaymentRow(&$0, environment: environment) }) ?? [] { hold(row) }
    }

    /// In the order of their numbers: two batches never hold what the other one waits for. The array spares the planner a
    /// sort, and the joining of all payments to what may be many.
    private func payments(named batch: [CallbackDelivery]) -> Statement {
        Statement(
            """
            \(PaymentRow.query) WHERE payment.number = ANY (ARRAY(
                SELECT known.number FROM unnest($2, $3, $4) AS named(account, id, reference) JOIN payment AS known
                    ON known.environment = $1 AND known.account = named.account
                    AND known.provider_payment_id = named.id
                UNION ALL
                SELECT known.number FROM unnest($2, $3, $4) AS named(account, id, reference) JOIN payment AS known
                    ON known.environment = $1 AND known.provider_reference = named.reference
                    AND known.account = named.account
            ))
            ORDER BY payment.number FOR UPDATE
            """,
            [.name(environment)],
            rows: batch.map { delivery in
                let id = delivery.lookup?.providerPaymentID
                let reference = id == nil ? delivery.lookup?.reference : nil
                return [.text(delivery.account.rawValue), .outside(id), .outside(reference)]
            },
            like: [.text(nil), .text(nil), .text(nil)]
        )
    }

    /// Takes one callback in.
    ///
    /// - Parameter delivery: The callback. The payment that it names is locked.
    /// - Returns: What was done.
    /// - Throws: `StoreError` or `SessionError`.
    func absorb(_ delivery: CallbackDelivery) throws -> AbsorbOutcome {
        switch delivery.meaning {
        case .evidence(let evidence, let trust):
            let meaning = CallbackMeaning(evidence: evidence, trust: trust, isHint: false)
            return try take(delivery, meaning, about: PaymentLookup(evidence))
        case .hint(let lookup, let evidence, let trust):
            let meaning = CallbackMeaning(evidence: evidence, trust: trust, isHint: true)
            return try take(delivery, meaning, about: lookup)
        case .keep(let state, let note):
            keep(InboxRow(delivery, state: state, note: note))
            return .kept(state)
        }
    }

    private func take(
        _ delivery: CallbackDelivery,
        _ meaning: CallbackMeaning,
        about lookup: PaymentLookup
    ) throws -> AbsorbOutcome {
        guard let row = row(of: lookup, account: delivery.account) else {
            // Nobody signed it and nobody knows the payment: to keep it would let anybody fill the disk.
            guard meaning.evidence != nil else { return .ignored }
            keep(InboxRow(delivery, state: .unmatched, meaning: meaning, awaited: lookup))
            return .kept(.unmatched)
        }
        let change = try meaning.change(of: row.payment, at: delivery.receivedAt)
        let written = try write(change, over: row, at: delivery.receivedAt)
        // Of what nobody signed only the question stays, for the same reason.
        if meaning.evidence != nil {
            keep(InboxRow(delivery, state: .absorbed, payment: row.number, meaning: meaning))
        }
        return .absorbed(row.payment.id, status: written.payment.status, isNews: change.isNews)
    }
}

extension CallbackDelivery {
    /// The names of the payment that it is about.
    fileprivate var lookup: PaymentLookup? {
        switch meaning {
        case .evidence(let evidence, _): PaymentLookup(evidence)
        case .hint(let lookup, _, _): lookup
        case .keep: nil
        }
    }

    /// Whether it is kept when nobody knows its payment.
    fileprivate var isKeptInAnyCase: Bool {
        switch meaning {
        case .evidence, .keep: true
        case .hint(_, let evidence, _): evidence != nil
        }
    }
}
