import Foundation
import PaymentGateway
import PaymentIntents
import StrictJSON

/// A new line of a payment's history.
struct HistoryRow {
    /// The payment's number.
    let payment: Int64

    /// The line.
    let entry: HistoryEntry

    private static let columns = ["payment", "sequence", "at", "source", "claim", "trust", "status", "detail"]

    private static let insertion = """
        INSERT INTO history (\(columns.joined(separator: ", ")))
        SELECT * FROM unnest(\(Statement.places(columns.count)))
        """

    /// Writes lines.
    static func insertion(of rows: [HistoryRow]) -> Statement? {
        guard let first = rows.first else { return nil }
        return Statement(insertion, rows: rows.map(\.values), like: first.values)
    }

    private var values: [Value] {
        [
            .integer(payment), .integer(Int64(entry.sequence)), .time(entry.at), .name(entry.source),
            .text(entry.claim), .name(entry.trust), .name(entry.status),
            .text(HistoryDocument.object(of: entry.detail).text),
        ]
    }

    /// Asks for all lines of a payment, oldest first.
    static func all(of id: PaymentID, in environment: PaymentEnvironment) -> Statement {
        Statement(
            """
            SELECT sequence, at, source, claim, trust, status, detail FROM history
            WHERE payment = (SELECT number FROM payment WHERE environment = $1 AND id = $2)
            ORDER BY sequence
            """,
            [.name(environment), .text(id.rawValue)]
        )
    }

    /// Reads a row of ``all(of:in:)``.
    static func entry(in reader: inout RowReader) throws -> HistoryEntry {
        HistoryEntry(
            sequence: try reader.required(),
            at: try reader.requiredTime(),
            source: try reader.name(),
            claim: try reader.string(),
            trust: try reader.optionalName(),
            status: try reader.name(),
            detail: try JSONDecoder().decode([String: String].self, from: Data(try reader.requiredString().utf8))
        )
    }
}
