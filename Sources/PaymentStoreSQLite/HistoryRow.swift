import Foundation
import GRDB
import PaymentGateway
import PaymentIntents
import StrictJSON

/// Lines of the history in their table.
enum HistoryRow {
    /// Writes a line.
    ///
    /// - Parameters:
    ///   - entry: The line.
    ///   - number: The payment's number.
    ///   - database: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    static func insert(_ entry: HistoryEntry, of number: Int64, into database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO history (payment, sequence, at, source, claim, trust, status, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try statement.execute(arguments: [
            number, entry.sequence, StoredTime(entry.at).milliseconds, entry.source.rawValue, entry.claim,
            entry.trust?.rawValue, entry.status.rawValue, HistoryDocument.object(of: entry.detail).text,
        ])
    }

    /// The query for all lines of a payment, oldest first.
    static let all = """
        SELECT sequence, at, source, claim, trust, status, detail FROM history
        WHERE payment = (SELECT number FROM payment WHERE environment = ? AND id = ?)
        ORDER BY sequence
        """

    /// Reads a row of ``all``.
    static func entry(in row: Row) throws -> HistoryEntry {
        var reader = RowReader(row)
        return HistoryEntry(
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
