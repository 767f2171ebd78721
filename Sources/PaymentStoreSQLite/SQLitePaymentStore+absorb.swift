import GRDB
public import PaymentGateway
import PaymentIntents

extension SQLitePaymentStore {
    /// See `PaymentStore.absorb(_:)`.
    public func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        guard !batch.isEmpty else { return [] }
        return try await write { ledger in try batch.map(ledger.absorb) }
    }
}

extension Ledger {
    /// Takes one callback in.
    ///
    /// - Parameter delivery: The callback.
    /// - Returns: What was done.
    /// - Throws: `StoreError`, or what the database throws.
    func absorb(_ delivery: CallbackDelivery) throws -> AbsorbOutcome {
        switch delivery.meaning {
        case .evidence(let evidence, let trust):
            let meaning = CallbackMeaning(evidence: evidence, trust: trust, isHint: false)
            return try take(delivery, meaning, about: PaymentLookup(evidence))
        case .hint(let lookup, let evidence, let trust):
            let meaning = CallbackMeaning(evidence: evidence, trust: trust, isHint: true)
            return try take(delivery, meaning, about: lookup)
        case .keep(let state, let note):
            try InboxRow(state: state, note: note).put(delivery, into: self)
            return .kept(state)
        }
    }

    private func take(
        _ delivery: CallbackDelivery,
        _ meaning: CallbackMeaning,
        about lookup: PaymentLookup
    ) throws -> AbsorbOutcome {
        guard let row = try row(of: lookup, account: delivery.account) else {
            // Nobody signed it and nobody knows the payment: to keep it would let anybody fill the disk.
            guard meaning.evidence != nil else { return .ignored }
            try InboxRow(state: .unmatched, meaning: meaning, awaited: lookup).put(delivery, into: self)
            return .kept(.unmatched)
        }
        return try take(delivery, meaning, into: row)
    }

    private func take(
        _ delivery: CallbackDelivery,
        _ meaning: CallbackMeaning,
        into row: PaymentRow
    ) throws -> AbsorbOutcome {
        let change = try meaning.change(of: row.payment, at: delivery.receivedAt)
        let matched = try write(change, over: row, at: delivery.receivedAt)
        // Of what nobody signed only the question stays, for the same reason.
        if meaning.evidence != nil {
            try InboxRow(state: .absorbed, payment: row.number, meaning: meaning).put(delivery, into: self)
        }
        let status = matched?.payment.status ?? change.payment.status
        return .absorbed(row.payment.id, status: status, isNews: change.isNews)
    }
}
