import GRDB

/// The statements of one transaction, so that each is looked for once and not once a callback: GRDB finds one by hashing
/// its whole text.
final class StatementShelf {
    /// The transaction.
    let database: Database

    private var known: [(sql: String, statement: Statement)] = []
    /// Where the one is that followed the last one before: each callback executes the same ones in the same order.
    private var next = 0
    /// The memory of the last statement's fillings, for the next one's.
    var fillings = StatementFillings()

    /// Begins without any.
    ///
    /// - Parameter database: The transaction.
    init(_ database: Database) {
        self.database = database
    }

    /// The prepared statement of a text. It may be filled at once.
    ///
    /// - Parameter sql: The text. There are few in a transaction, and the same text is the same storage.
    /// - Returns: The statement.
    /// - Throws: What the database throws.
    func statement(_ sql: String) throws -> Statement {
        if next < known.count, known[next].sql == sql { return take(next) }
        if let found = known.firstIndex(where: { $0.sql == sql }) { return take(found) }
        let statement = try database.cachedStatement(sql: sql)
        // Whatever is filled in place by place counts as the arguments.
        statement.setUncheckedArguments(StatementArguments())
        known.append((sql, statement))
        return take(known.count - 1)
    }

    private func take(_ index: Int) -> Statement {
        next = index + 1 < known.count ? index + 1 : 0
        return known[index].statement
    }
}
