public import Foundation
public import PaymentGateway
import PaymentIntents

extension PostgresPaymentStore {
    /// See `PaymentStore.claimDue(at:limit:until:)`.
    ///
    /// What somebody else holds is left to them. One that cannot be read is put off like the others, and left out.
    public func claimDue(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [Payment] {
        guard limit > 0 else { return [] }
        return try await write { ledger in
            let environment = ledger.environment
            let values: [Value] = [.name(environment), .time(now), .integer(Int64(limit)), .time(until)]
            let rows = try ledger.commit([Statement(Self.due, values)]).last
            let taken = try rows?
                .all { row in
                    let (due, number): (Int64, Int64) = (try row.required(), try row.required())
                    return (due, number, row: try? PaymentRow(&row, environment: environment))
                }
            return (taken ?? []).sorted { ($0.0, $0.1) < ($1.0, $1.1) }.compactMap(\.row?.payment)
        }
    }

    /// The array is for the planner: it knows nothing of the limit in advance, and would join all payments to what may be many.
    private static let due = """
        WITH due AS MATERIALIZED (
            SELECT number AS due_number, next_query_at AS due_at FROM payment
            WHERE environment = $1 AND next_query_at <= $2
            ORDER BY next_query_at, number LIMIT $3 FOR UPDATE SKIP LOCKED
        )
        UPDATE payment SET next_query_at = $4 FROM due
        WHERE number = due_number AND number = ANY (ARRAY(SELECT due_number FROM due))
        RETURNING due_at, due_number, \(PaymentRow.columns)
        """
}
