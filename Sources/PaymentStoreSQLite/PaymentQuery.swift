import GRDB
import PaymentGateway
import PaymentIntents

/// The query of a list: by key, newest first, each combination of filters along an index.
struct PaymentQuery {
    /// The statement.
    let sql: String

    /// Its arguments.
    let arguments: StatementArguments

    /// Writes the query for a filter.
    ///
    /// - Parameters:
    ///   - filter: Which payments.
    ///   - environment: The environment whose payments are seen.
    init(_ filter: PaymentFilter, environment: PaymentEnvironment) {
        var conditions = ["environment = ?"]
        var arguments: StatementArguments = [environment.rawValue]
        if let status = filter.status {
            conditions.append("status = ?")
            arguments += [status.rawValue]
        }
        if let account = filter.account {
            conditions.append("account = ?")
            arguments += [account.rawValue]
        }
        if let reference = filter.reference {
            conditions.append("reference = ?")
            arguments += [StoredText(reference).stored]
        }
        if let after = filter.after {
            conditions.append("id < ?")
            arguments += [after.rawValue]
        }
        sql = """
            SELECT \(PaymentRow.columns) FROM payment
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY id DESC LIMIT ?
            """
        self.arguments = arguments + [filter.limit]
    }
}
