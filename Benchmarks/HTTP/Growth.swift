import Foundation
import GRDB

/// Fills a store with old payments, by SQL: what a shop has after years, in minutes.
///
/// Each is like the first payment of the store, under names of its own, older than all that were recorded, and settled as
/// far as the background work goes. Nobody else may have the file open.
struct Growth {
    private static let step = 100_000

    let count: Int

    /// Adds the payments.
    func write(to path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = OFF")
            try database.execute(sql: "PRAGMA cache_size = -500000")
            for start in stride(from: 0, to: count, by: Self.step) {
                let numbers: StatementArguments = [start, min(start + Self.step, count)]
                let last = try Int64.fetchOne(database, sql: "SELECT max(number) FROM payment") ?? 0
                for table in ["payment", "progress"] {
                    let columns = try String.fetchAll(database, sql: "SELECT name FROM pragma_table_info('\(table)')")
                    let values = columns.map { name in
                        name == "number" ? "\(last) + 1 + n - \(start)" : Self.names[name] ?? "first.\(name)"
                    }
                    try database.execute(
                        sql: """
                            WITH RECURSIVE serial(n) AS (SELECT ? UNION ALL SELECT n + 1 FROM serial WHERE n + 1 < ?)
                            INSERT INTO \(table) (\(columns.joined(separator: ", ")))
                            SELECT \(values.joined(separator: ", ")) FROM serial,
                                (SELECT * FROM \(table) WHERE number = (SELECT min(number) FROM \(table))) AS first
                            """,
                        arguments: numbers
                    )
                }
            }
            try database.checkpoint(.truncate)
        }
        try queue.close()
    }

    private static let names = [
        "id": "printf('pay_%010d%026d', n / 1000, n)",
        "reference": "printf('OLD-%d', n)",
        "idempotency_key": "printf('OLD-%d', n)",
        "provider_reference": "printf('OLD-%d', n)",
        "provider_payment_id": "printf('%08x-old', n * 2654435761 % 4294967296)",
        "next_query_at": "NULL",
    ]
}
