import GRDB
public import PaymentGateway
import PaymentIntents

extension SQLitePaymentStore {
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
    /// - Throws: `StoreError`, or what the database throws.
    func record(_ payment: Payment) throws -> RecordOutcome {
        let key = StoredText(payment.request.key.rawValue).stored
        if let taken = try row(.idempotencyKey, [payment.kind.rawValue, key]) {
            return .existing(taken.payment)
        }
        var payment = payment
        payment.providerReference = try freeReference(for: payment)
        let row = try PaymentRow.insert(payment, into: self)
        try NotificationRow.insert(payment.announcement, nil, of: payment, number: row.number, into: self)
        let stored = try RowReader.known(self.row(of: payment.id))
        return .recorded(try matchWaiting(for: stored, at: stored.payment.recordedAt).payment)
    }

    /// The merchant's reference, or that with the first free number behind it.
    ///
    /// References do not expire, so every number up to how often this one was used is taken: the search begins there
    /// and ends soon.
    private func freeReference(for payment: Payment) throws -> String {
        let reference = payment.request.reference.rawValue
        var uses = try StatementWriter(Self.uses, in: self)
        uses.bind(environment)
        uses.bind(text: reference)
        uses.bind(payment.kind)
        var number = (try uses.one { row in try row.required(Int.self) } ?? 0) + 1
        while true {
            let candidate = number == 1 ? reference : "\(reference)-\(number)"
            guard try isTaken(candidate, kind: payment.kind) else { return candidate }
            number += 1
        }
    }

    private func isTaken(_ reference: String, kind: PaymentKind) throws -> Bool {
        var statement = try StatementWriter(Self.isTaken, in: self)
        statement.bind(environment)
        statement.bind(kind)
        statement.bind(text: reference)
        return try statement.one { row in try row.required(Bool.self) } ?? false
    }

    private static let uses = "SELECT count(*) FROM payment WHERE environment = ? AND reference = ? AND kind = ?"

    private static let isTaken = """
        SELECT 1 FROM payment WHERE environment = ? AND kind = ? AND provider_reference = ?
        """
}
