import Foundation
import GRDB
import PaymentGateway
import PaymentIntents

/// A callback in the inbox whose payment was not here when it came.
struct WaitingCallback {
    /// Its number in this file.
    let number: Int64

    /// When it came.
    let receivedAt: Date

    /// What it says.
    let meaning: CallbackMeaning

    /// The query for those that call a payment by one of its names, in the order in which they came.
    static let query = """
        SELECT number, received_at, trust, is_hint, evidence FROM inbox
        WHERE environment = ?1 AND account = ?2 AND awaited_id = ?3
        UNION ALL
        SELECT number, received_at, trust, is_hint, evidence FROM inbox
        WHERE environment = ?1 AND account = ?2 AND awaited_reference = ?4
            AND (awaited_kind IS NULL OR awaited_kind = ?5)
        ORDER BY number
        """

    /// Finds those that wait for a payment.
    ///
    /// - Parameters:
    ///   - payment: The payment.
    ///   - database: The transaction.
    /// - Returns: The callbacks, in the order in which they came.
    /// - Throws: `StoreError`, or what the database throws.
    static func all(for payment: Payment, in database: Database) throws -> [WaitingCallback] {
        let statement = try database.cachedStatement(sql: query)
        let rows = try Row.fetchAll(
            statement,
            arguments: [
                payment.environment.rawValue, payment.account.rawValue,
                payment.providerPaymentID.map { StoredText($0).stored },
                StoredText(payment.providerReference).stored, payment.kind.rawValue,
            ]
        )
        return try rows.map { try WaitingCallback($0) }
    }

    private init(_ row: Row) throws {
        var reader = RowReader(row)
        number = try reader.required()
        receivedAt = try reader.requiredTime()
        let trust: CallbackTrust = try reader.name()
        let isHint: Bool = try reader.required()
        let evidence = try reader.next(String.self).map { try EvidenceDocument.evidence(in: $0) }
        meaning = CallbackMeaning(evidence: evidence, trust: trust, isHint: isHint)
    }

    /// Ends the waiting.
    ///
    /// - Parameters:
    ///   - payment: The number of the payment that it was folded into.
    ///   - database: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    func settle(with payment: Int64, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                UPDATE inbox SET state = 'absorbed', payment = ?, evidence = NULL, awaited_id = NULL,
                    awaited_kind = NULL, awaited_reference = NULL
                WHERE number = ?
                """
        )
        try statement.execute(arguments: [payment, number])
    }
}
