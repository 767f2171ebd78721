import Foundation
import PaymentGateway
import PaymentIntents

/// A callback in the inbox whose payment was not here when it came.
struct WaitingCallback {
    /// When it came.
    let receivedAt: Date

    /// What it says.
    let meaning: CallbackMeaning

    /// Asks for those that call a payment by one of its names, in the order in which they came, and locks them: of two
    /// payments that bear one reference, the first to be written takes what names no kind.
    static func all(for payment: Payment) -> Statement {
        Statement(
            """
            SELECT number, received_at, trust, is_hint, evidence FROM inbox
            WHERE number IN (
                SELECT number FROM inbox WHERE environment = $1 AND account = $2 AND awaited_id = $3
                UNION ALL
                SELECT number FROM inbox WHERE environment = $1 AND account = $2 AND awaited_reference = $4
                    AND (awaited_kind IS NULL OR awaited_kind = $5)
            ) AND (awaited_id IS NOT NULL OR awaited_reference IS NOT NULL)
            ORDER BY number FOR UPDATE
            """,
            [
                .name(payment.environment), .text(payment.account.rawValue), .outside(payment.providerPaymentID),
                .outside(payment.providerReference), .name(payment.kind),
            ]
        )
    }

    /// Asks for other payments that bear the same reference at the same account.
    static func namesakes(of row: PaymentRow) -> Statement {
        Statement(
            """
            SELECT number FROM payment
            WHERE environment = $1 AND provider_reference = $2 AND account = $3 AND number <> $4
            """,
            [
                .name(row.payment.environment), .outside(row.payment.providerReference),
                .text(row.payment.account.rawValue), .integer(row.number),
            ]
        )
    }

    /// Reads a row of ``all(for:)`` behind its number.
    init(_ reader: inout RowReader) throws {
        receivedAt = try reader.requiredTime()
        let trust: CallbackTrust = try reader.name()
        let isHint = try reader.boolean()
        let evidence = try reader.string().map { try EvidenceDocument.evidence(in: $0) }
        meaning = CallbackMeaning(evidence: evidence, trust: trust, isHint: isHint)
    }

    /// Ends the waiting of one that was folded into a payment.
    ///
    /// - Parameters:
    ///   - number: Its number.
    ///   - payment: The payment's.
    /// - Returns: The statement.
    static func settling(_ number: Int64, with payment: Int64) -> Statement {
        Statement(
            """
            UPDATE inbox SET state = 'absorbed', weight = $3, payment = $2, evidence = NULL, awaited_id = NULL,
                awaited_kind = NULL, awaited_reference = NULL
            WHERE number = $1
            """,
            [.integer(number), .integer(payment), .integer(Int64(InboxState.absorbed.weight))]
        )
    }

    /// Keeps one that cannot be read or folded for a person, so that it stops nothing else.
    static func parking(_ number: Int64) -> Statement {
        Statement(
            """
            UPDATE inbox SET state = 'parked', weight = $2, note = 'it could not be folded into its payment',
                awaited_id = NULL, awaited_kind = NULL, awaited_reference = NULL
            WHERE number = $1
            """,
            [.integer(number), .integer(Int64(InboxState.parked.weight))]
        )
    }
}
