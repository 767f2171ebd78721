import Foundation
import GRDB
import PaymentGateway
import PaymentIntents

/// What the inbox keeps of a callback beside its bytes.
struct InboxRow {
    /// What became of it.
    let state: InboxState

    /// The number of the payment that it was folded into.
    var payment: Int64?

    /// What it says, when it says something about a payment.
    var meaning: CallbackMeaning?

    /// The names of the payment that it waits for.
    var awaited: PaymentLookup?

    /// Why it is kept.
    var note: String?

    /// Writes a callback, or counts it when the same bytes are there.
    ///
    /// What says more stays, see `InboxState.weight`.
    ///
    /// - Parameters:
    ///   - delivery: The callback.
    ///   - ledger: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    func put(_ delivery: CallbackDelivery, into ledger: Ledger) throws {
        guard try !insert(delivery, into: ledger) else { return }
        let known = try RowReader.known(try known(delivery, in: ledger))
        let saysMore = state.weight > known.state.weight
        var statement = try StatementWriter(saysMore ? Self.replacement : Self.count, in: ledger)
        if saysMore { bind(to: &statement) }
        statement.bind(known.number)
        try statement.execute()
    }

    private static let columns = [
        "state", "note", "payment", "trust", "is_hint", "evidence", "awaited_id", "awaited_kind", "awaited_reference",
    ]

    /// Bytes that were kept without a payment are not written again under one: they would be filed under null, and what
    /// may not be null is ignored as what is there already. Should anything else be ignored, ``known`` does not find it,
    /// and that is an error. An `INSERT` out of a `SELECT` would copy each page first, to undo a part of it.
    private static let insertion = """
        INSERT OR IGNORE INTO inbox
            (environment, account, body_hash, filed_under, received_at, headers, body, copies,
            \(columns.joined(separator: ", ")))
        VALUES (?1, ?2, ?3,
            CASE WHEN EXISTS (
                SELECT 1 FROM inbox WHERE filed_under = 0 AND body_hash = ?3 AND account = ?2 AND environment = ?1
            ) THEN NULL ELSE ?4 END,
            ?, ?, ?, 1, \(columns.map { _ in "?" }.joined(separator: ", ")))
        """

    /// Of the same bytes under a payment and under none, those under the payment.
    private static let known = """
        SELECT number, state FROM inbox
        WHERE environment = ? AND account = ? AND body_hash = ? AND filed_under IN (0, ?)
        ORDER BY filed_under DESC LIMIT 1
        """

    private static let count = "UPDATE inbox SET copies = copies + 1 WHERE number = ?"

    private static let replacement = """
        UPDATE inbox SET copies = copies + 1, \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE number = ?
        """

    /// Writes a callback unless the same bytes are there.
    ///
    /// - Returns: Whether it was written.
    private func insert(_ delivery: CallbackDelivery, into ledger: Ledger) throws -> Bool {
        var statement = try StatementWriter(Self.insertion, in: ledger)
        statement.bind(ledger.environment)
        statement.bind(delivery.account.rawValue)
        statement.bind(Self.key(delivery.bodyHash))
        statement.bind(payment ?? 0)
        statement.bind(delivery.receivedAt)
        statement.bind(delivery.headerText)
        statement.bind(delivery.callback.body)
        bind(to: &statement)
        return try statement.execute() > 0
    }

    private func known(
        _ delivery: CallbackDelivery,
        in ledger: Ledger
    ) throws -> (number: Int64, state: InboxState)? {
        var statement = try StatementWriter(Self.known, in: ledger)
        statement.bind(ledger.environment)
        statement.bind(delivery.account.rawValue)
        statement.bind(Self.key(delivery.bodyHash))
        statement.bind(payment ?? 0)
        return try statement.one { row in (try row.required(), try row.name()) }
    }

    /// A hash as it is stored: the bytes that its 64 digits stand for, half of what its index would hold otherwise.
    private static func key(_ hash: String) -> [UInt8] {
        let digits = hash.utf8.span
        guard digits.count == 64 else { return Array(hash.utf8) }
        var values: UInt8 = 0
        let bytes = [UInt8](capacity: 32) { bytes in
            for place in 0..<32 {
                let (high, low) = (value(of: digits[2 * place]), value(of: digits[2 * place + 1]))
                values |= high | low
                bytes.append(high << 4 | low)
            }
        }
        return values < 16 ? bytes : Array(hash.utf8)
    }

    /// The value of a digit; 255 of what is none.
    private static func value(of digit: UInt8) -> UInt8 {
        let (number, letter) = (digit &- UInt8(ascii: "0"), digit &- UInt8(ascii: "a"))
        return number < 10 ? number : letter < 6 ? letter + 10 : .max
    }

    /// Fills the places of ``columns``.
    private func bind(to statement: inout StatementWriter) {
        statement.bind(state)
        statement.bind(text: note)
        statement.bind(payment)
        statement.bind(meaning?.trust)
        statement.bind(meaning?.isHint ?? false)
        // Once it is folded, the history has it.
        statement.bind(awaited == nil ? nil : meaning?.evidence.map { EvidenceDocument($0).text })
        statement.bind(text: awaited?.providerPaymentID)
        // An id excludes everything else, see the matching rule.
        let isNamed = awaited?.providerPaymentID != nil
        statement.bind(isNamed ? nil : awaited?.kind)
        statement.bind(text: isNamed ? nil : awaited?.reference)
    }
}
