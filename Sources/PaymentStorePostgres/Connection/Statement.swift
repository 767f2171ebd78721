/// A statement and what fills its places.
struct Statement: Sendable {
    /// The text. It never changes with the values, so that it is prepared once a connection.
    let sql: String

    /// What fills the places, from `$1`.
    let values: [Value]

    /// Writes a statement.
    ///
    /// - Parameters:
    ///   - sql: The text.
    ///   - values: What fills its places, from `$1`. Each has the same type every time.
    init(_ sql: String, _ values: [Value] = []) {
        self.sql = sql
        self.values = values
    }

    /// Writes a statement over many rows: behind the values, each column of the rows is one array, for `unnest`.
    ///
    /// - Parameters:
    ///   - sql: The text.
    ///   - values: What fills its first places.
    ///   - rows: The rows, all of the same types.
    ///   - like: A row of these types.
    init(_ sql: String, _ values: [Value] = [], rows: [[Value]], like: [Value]) {
        self.sql = sql
        self.values =
            values + like.enumerated().map { column, type in .list(rows.map { $0[column] }, like: type) }
    }

    /// Places for an `unnest`.
    ///
    /// - Parameters:
    ///   - first: The number of the first.
    ///   - count: How many.
    /// - Returns: `$2, $3, …`
    static func places(from first: Int = 1, _ count: Int) -> String {
        (first..<first + count).map { "$\($0)" }.joined(separator: ", ")
    }
}
