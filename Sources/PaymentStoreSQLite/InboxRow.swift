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
    /// What says more stays: a callback that was understood today replaces what was not understood last year, and what
    /// was folded once stays folded.
    ///
    /// - Parameters:
    ///   - delivery: The callback.
    ///   - ledger: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    func put(_ delivery: CallbackDelivery, into ledger: Ledger) throws {
        guard let known = try Self.known(delivery, in: ledger) else { return try insert(delivery, into: ledger) }
        guard Self.weight(of: state) > Self.weight(of: known.state) else {
            let statement = try ledger.database.cachedStatement(
                sql: "UPDATE inbox SET copies = copies + 1 WHERE number = ?"
            )
            return try statement.execute(arguments: [known.number])
        }
        let assignments = columns.map { "\($0.0) = ?" }.joined(separator: ", ")
        let statement = try ledger.database.cachedStatement(
            sql: "UPDATE inbox SET copies = copies + 1, \(assignments) WHERE number = ?"
        )
        try statement.execute(arguments: StatementArguments(columns.map(\.1) + [known.number]))
    }

    /// The query for the callback that has the same bytes.
    static let known = "SELECT number, state FROM inbox WHERE environment = ? AND account = ? AND body_hash = ?"

    private static func known(
        _ delivery: CallbackDelivery,
        in ledger: Ledger
    ) throws -> (number: Int64, state: InboxState)? {
        let statement = try ledger.database.cachedStatement(sql: known)
        let row = try Row.fetchOne(
            statement,
            arguments: [ledger.environment.rawValue, delivery.account.rawValue, StoredText(delivery.bodyHash).stored]
        )
        return try row.map { row in
            var reader = RowReader(row)
            return (try reader.required(), try reader.name())
        }
    }

    private func insert(_ delivery: CallbackDelivery, into ledger: Ledger) throws {
        let fixed: [(String, (any DatabaseValueConvertible)?)] = [
            ("environment", ledger.environment.rawValue),
            ("account", delivery.account.rawValue),
            ("body_hash", StoredText(delivery.bodyHash).stored),
            ("received_at", StoredTime(delivery.receivedAt).milliseconds),
            ("copies", 1),
            ("headers", HeaderDocument.text(of: delivery.callback.headers)),
            ("body", Data(delivery.callback.body)),
        ]
        let all = fixed + columns
        let names = all.map(\.0).joined(separator: ", ")
        let places = all.map { _ in "?" }.joined(separator: ", ")
        let statement = try ledger.database.cachedStatement(sql: "INSERT INTO inbox (\(names)) VALUES (\(places))")
        try statement.execute(arguments: StatementArguments(all.map(\.1)))
    }

    private var columns: [(String, (any DatabaseValueConvertible)?)] {
        [
            ("state", state.rawValue),
            ("note", note.map { StoredText($0).stored }),
            ("payment", payment),
            ("trust", meaning?.trust.rawValue),
            ("is_hint", meaning?.isHint ?? false),
            // Once it is folded, the history has it.
            ("evidence", awaited == nil ? nil : meaning?.evidence.map { EvidenceDocument($0).text }),
            ("awaited_id", awaited?.providerPaymentID.map { StoredText($0).stored }),
            // An id excludes everything else, see the matching rule.
            ("awaited_kind", awaited?.providerPaymentID == nil ? awaited?.kind?.rawValue : nil),
            (
                "awaited_reference",
                awaited?.providerPaymentID == nil ? awaited?.reference.map { StoredText($0).stored } : nil
            ),
        ]
    }

    private static func weight(of state: InboxState) -> Int {
        switch state {
        case .absorbed: 2
        case .unmatched: 1
        case .challenge, .notUnderstood, .otherEnvironment: 0
        }
    }
}
