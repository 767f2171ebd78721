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
            let taken: [(due: Int64, number: Int64)] =
                try ledger.run([Statement(Self.due, values)]).last?.all { (try $0.required(), try $0.required()) } ?? []
            guard !taken.isEmpty else { return [] }
            let inOrder = taken.sorted(by: <).map(\.number)
            let numbers: Value = .list(inOrder.map { .integer($0) }, like: .integer(nil))
            let rows = try ledger.commit([Statement(Self.taken, [numbers])]).last
            let payments = rows?.readable { try PaymentRow(&$0, environment: environment) } ?? []
            let known = Dictionary(uniqueKeysWithValues: payments.map { ($0.number, $0.payment) })
            return inOrder.compactMap { known[$0] }
        }
    }

    /// The array is for the planner: it knows nothing of the limit in advance, and would join all payments to what may be many.
    private static let due = """
        WITH due AS MATERIALIZED (
            SELECT number AS due_number, next_query_at AS due_at FROM progress
            WHERE environment = $1 AND next_query_at <= $2
            ORDER BY next_query_at, number LIMIT $3 FOR UPDATE SKIP LOCKED
        )
        UPDATE progress SET next_query_at = $4 FROM due
        WHERE number = due_number AND number = ANY (ARRAY(SELECT due_number FROM due))
        RETURNING due_at, due_number
        """

    /// Both rows of those that were taken, as they are now that nobody else can change them.
    private static let taken = "\(PaymentRow.query) WHERE payment.number = ANY ($1)"
}
