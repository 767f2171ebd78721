import PaymentGateway
import PaymentIntents

/// The query of a list: by key, newest first, each combination of filters along an index.
struct PaymentQuery {
    /// The statement.
    let sql: String

    /// What fills its places.
    let values: [String]

    /// What fills the last one: the most rows it gives.
    let limit: Int

    /// Writes the query for a filter.
    ///
    /// - Parameters:
    ///   - filter: Which payments.
    ///   - environment: The environment whose payments are seen.
    init(_ filter: PaymentFilter, environment: PaymentEnvironment) {
        // One with a status goes along that index, which is on the other table and in the order of the numbers.
        let isByStatus = filter.status != nil
        let (table, key) = isByStatus ? ("progress", "progress.number") : ("payment", "payment.id")
        var conditions = ["\(table).environment = ?"]
        var values = [environment.rawValue]
        if let status = filter.status {
            conditions.append("status = ?")
            values += [status.rawValue]
        }
        if let account = filter.account {
            conditions.append("account = ?")
            values += [account.rawValue]
        }
        if let reference = filter.reference {
            conditions.append("reference = ?")
            values += [StoredText(reference).stored]
        }
        if let after = filter.after {
            conditions.append("\(key) < \(isByStatus ? Self.number : "?")")
            values += isByStatus ? [environment.rawValue, after.rawValue] : [after.rawValue]
        }
        sql = """
            SELECT \(PaymentRow.columns) FROM \(PaymentRow.tables)
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(key) DESC LIMIT ?
            """
        self.values = values
        limit = filter.limit
    }

    /// The number of the payment that a page ends with.
    private static let number = "(SELECT number FROM payment WHERE environment = ? AND id = ?)"
}
