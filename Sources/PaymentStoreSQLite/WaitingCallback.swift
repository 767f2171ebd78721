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
    ///   - ledger: The transaction.
    /// - Returns: The callbacks, in the order in which they came.
    /// - Throws: `StoreError`, or what the database throws.
    static func all(for payment: Payment, in ledger: Ledger) throws -> [Found] {
        var statement = try StatementWriter(query, in: ledger)
        statement.bind(payment.environment)
        statement.bind(payment.account.rawValue)
        statement.bind(text: payment.providerPaymentID)
        statement.bind(text: payment.providerReference)
        statement.bind(payment.kind)
        return try statement.all { row in
            let number: Int64 = try row.required()
            return Found(number: number, callback: try? WaitingCallback(number, &row))
        }
    }

    /// One that waits, by its number; without its content when this version cannot read that.
    struct Found {
        let number: Int64
        let callback: WaitingCallback?
    }

    private init(_ number: Int64, _ reader: inout RowReader) throws {
        self.number = number
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
    ///   - ledger: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    func settle(with payment: Int64, in ledger: Ledger) throws {
        var statement = try StatementWriter(Self.settling, in: ledger)
        statement.bind(payment)
        statement.bind(number)
        try statement.execute()
    }

    private static let settling = """
        UPDATE inbox SET state = 'absorbed', payment = ?, evidence = NULL, awaited_id = NULL, awaited_kind = NULL,
            awaited_reference = NULL
        WHERE number = ?
        """

    /// Keeps one that cannot be read or folded for a person, so that it stops nothing else.
    ///
    /// - Parameters:
    ///   - number: Its number in this file.
    ///   - ledger: The transaction.
    /// - Throws: What the database throws.
    static func park(_ number: Int64, in ledger: Ledger) throws {
        var statement = try StatementWriter(parking, in: ledger)
        statement.bind(number)
        try statement.execute()
    }

    private static let parking = """
        UPDATE inbox SET state = 'parked', note = 'it could not be folded into its payment', awaited_id = NULL,
            awaited_kind = NULL, awaited_reference = NULL
        WHERE number = ?
        """
}
