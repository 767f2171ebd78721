import Foundation
import GRDB
import PaymentGateway
import PaymentIntents
import StrictJSON

/// Lines of the history. What the merchant is told of stands in the notification.
enum HistoryRow {
    /// Writes a line that the merchant is not told of.
    ///
    /// - Parameters:
    ///   - entry: The line.
    ///   - number: The payment's number.
    ///   - ledger: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    static func insert(_ entry: HistoryEntry, of number: Int64, into ledger: Ledger) throws {
        var statement = try StatementWriter(insertion, in: ledger)
        statement.bind(number)
        statement.bind(entry.sequence)
        statement.bind(entry.at)
        statement.bind(entry.status)
        bind(entry, to: &statement)
        try statement.execute()
    }

    /// A line whose number is taken is refused, as its number is null then.
    private static let insertion = """
        INSERT INTO history (payment, sequence, at, status, source, claim, trust, detail)
        VALUES (?1,
            CASE WHEN EXISTS (
                SELECT 1 FROM notification WHERE payment = ?1 AND sequence = ?2 AND source IS NOT NULL
            ) THEN NULL ELSE ?2 END,
            ?3, ?4, ?5, ?6, ?7, ?8)
        """

    /// Fills the places of what a line has and a notification has not: `source, claim, trust, detail`.
    static func bind(_ entry: HistoryEntry?, to statement: inout StatementWriter) {
        statement.bind(entry?.source)
        statement.bind(entry?.claim)
        statement.bind(entry?.trust)
        statement.bind(json: entry.map { HistoryDocument.object(of: $0.detail).finished() })
    }

    /// The query for all lines of a payment, oldest first.
    static let all = """
        SELECT sequence, at, source, claim, trust, status, detail FROM history
        WHERE payment = (SELECT number FROM payment WHERE environment = ?1 AND id = ?2)
        UNION ALL
        SELECT sequence, at, source, claim, trust, status, detail FROM notification
        WHERE payment = (SELECT number FROM payment WHERE environment = ?1 AND id = ?2) AND source IS NOT NULL
        ORDER BY sequence
        """

    /// Reads a row of ``all``.
    static func entry(in reader: inout RowReader) throws -> HistoryEntry {
        HistoryEntry(
            sequence: try reader.required(),
            at: try reader.requiredTime(),
            source: try reader.name(),
            claim: reader.next(),
            trust: try reader.optionalName(),
            status: try reader.name(),
            detail: try JSONDecoder().decode([String: String].self, from: Data(try reader.required(String.self).utf8))
        )
    }
}

extension HistoryEntry {
    /// Whether a notification tells of this line: then one row holds both.
    func isTold(by notification: PaymentNotification) -> Bool {
        sequence == notification.sequence && at == notification.at && status == notification.status
    }
}
