public import Foundation
public import PaymentGateway
import PaymentIntents

extension PostgresPaymentStore {
    /// See `PaymentStore.forgetCallbacks(before:limit:)`. Callbacks are numbered in the order in which they came, so the work
    /// goes on where it ended, whichever instance ended there.
    public func forgetCallbacks(before time: Date, limit: Int) async throws(StoreError) -> Bool {
        guard limit > 0 else { return false }
        return try await write { ledger in
            let environment: Value = .name(ledger.environment)
            let next = Statement(Self.next, [environment, .integer(Int64(limit))])
            let found = try ledger.run([Statement(Self.mark, [environment]), next]).last
            let rows: [(number: Int64, isOwn: Bool, receivedAt: Date)] =
                try found?.all { row in (try row.required(), try row.boolean(), try row.requiredTime()) } ?? []
            let old = rows.prefix { !$0.isOwn || $0.receivedAt < time }
            guard let last = old.last?.number else { return false }
            let own: [Value] = old.filter(\.isOwn).map { .integer($0.number) }
            try ledger.commit([
                Statement(Self.forgetting, [.list(own, like: .integer(nil))]),
                Statement(Self.marking, [environment, .integer(last)]),
            ])
            return old.count == limit
        }
    }

    /// One instance at a time does this work.
    private static let mark = "SELECT forgotten FROM retention WHERE environment = $1 FOR UPDATE"

    /// Along the numbers: the first young one ends it.
    private static let next = """
        SELECT number, environment = $1, received_at FROM inbox
        WHERE number > (SELECT forgotten FROM retention WHERE environment = $1)
        ORDER BY number LIMIT $2
        """

    private static let forgetting = """
        UPDATE inbox SET headers = '[]', body = '' WHERE number = ANY ($1) AND state IN ('absorbed', 'challenge')
        """

    private static let marking = "UPDATE retention SET forgotten = $2 WHERE environment = $1"
}
