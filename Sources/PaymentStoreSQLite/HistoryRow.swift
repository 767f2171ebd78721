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
    ///   - ledger: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    static func insert(_ entry: HistoryEntry, of number: Int64, into ledger: Ledger) throws {
        var statement = try StatementWriter(insertion, in: ledger)
        try statement.bind(number)
        try statement.bind(entry.sequence)
        try statement.bind(entry.at)
        try statement.bind(entry.source)
        try statement.bind(entry.claim)
        try statement.bind(entry.trust)
        try statement.bind(entry.status)
        try statement.bind(HistoryDocument.object(of: entry.detail).text)
        try statement.execute()
    }

    private static let insertion = """
        INSERT INTO history (payment, sequence, at, source, claim, trust, status, detail)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// The query for all lines of a payment, oldest first.
    static let all = """
        SELECT sequence, at, source, claim, trust, status, detail FROM history
        WHERE payment = (SELECT number FROM payment WHERE environment = ? AND id = ?)
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
