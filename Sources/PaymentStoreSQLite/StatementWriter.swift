import CSQLite
import Foundation
import GRDB
import PaymentGateway

/// Fills the places of a statement from left to right, and executes it.
///
/// Values and steps go straight to SQLite. GRDB's list of arguments would be built, checked and taken apart again each
/// time, which costs more than the row that is written, and its cursor tells observers, of which there are none, of each
/// statement.
struct StatementWriter: ~Copyable {
    private let shelf: StatementShelf
    private let statement: Statement
    private var fillings = StatementFillings()

    /// Begins at the first place.
    ///
    /// - Parameters:
    ///   - sql: The statement. Its text never changes, so that it is prepared once a connection.
    ///   - ledger: The transaction.
    /// - Throws: What the database throws.
    init(_ sql: String, in ledger: Ledger) throws {
        shelf = ledger.statements
        statement = try shelf.statement(sql)
        swap(&fillings, &shelf.fillings)
        fillings.removeAll()
    }

    /// Fills the next place.
    mutating func bind(_ number: (some BinaryInteger)?) {
        guard let number else { return fillings.appendNull() }
        fillings.append(Int64(number))
    }

    /// Fills the next place.
    mutating func bind(_ flag: Bool) {
        fillings.append(flag ? 1 : 0)
    }

    /// Fills the next place with a text of ours, which holds no U+0000.
    mutating func bind(_ text: String?) {
        guard let text else { return fillings.appendNull() }
        fillings.append(text)
    }

    /// Fills the next place with JSON.
    mutating func bind(json: [UInt8]?) {
        guard let json else { return fillings.appendNull() }
        fillings.append(text: json)
    }

    /// Fills the next place with bytes.
    mutating func bind(_ bytes: [UInt8]) {
        fillings.append(blob: bytes)
    }

    /// Fills the next place with a name out of a closed list.
    mutating func bind(_ name: (some RawRepresentable<String>)?) {
        bind(name?.rawValue)
    }

    /// Fills the next place with a time.
    mutating func bind(_ time: Date?) {
        bind(time.map { StoredTime($0).milliseconds })
    }

    /// Fills the next place with a text from outside.
    mutating func bind(text: String?) {
        bind(text.map { StoredText($0).stored })
    }

    /// Executes a statement that gives no rows.
    ///
    /// - Returns: How many rows it wrote or removed.
    /// - Throws: What the database throws.
    @discardableResult
    consuming func execute() throws -> Int {
        let code = fillings.execute(statement.sqliteStatement)
        swap(&fillings, &shelf.fillings)
        guard code == SQLITE_DONE else { throw error(code) }
        return Int(sqlite3_changes(sqlite3_db_handle(statement.sqliteStatement)))
    }

    /// Executes a statement that gives at most one row.
    ///
    /// - Parameter read: Reads the row while it is there. It executes nothing.
    /// - Returns: What was read, or `nil` when there is no row.
    /// - Throws: What the database or the reading throws.
    consuming func one<Value>(_ read: (inout RowReader) throws -> Value) throws -> Value? {
        defer { sqlite3_reset(statement.sqliteStatement) }
        try fill()
        guard try step() else { return nil }
        var reader = RowReader(statement)
        return try read(&reader)
    }

    /// Executes a statement that gives rows.
    ///
    /// - Parameter read: Reads one row while it is there. It executes nothing.
    /// - Returns: What was read of each.
    /// - Throws: What the database or the reading throws.
    consuming func all<Value>(_ read: (inout RowReader) throws -> Value) throws -> [Value] {
        defer { sqlite3_reset(statement.sqliteStatement) }
        try fill()
        var values: [Value] = []
        while try step() {
            var reader = RowReader(statement)
            values.append(try read(&reader))
        }
        return values
    }

    private mutating func fill() throws {
        let code = fillings.fill(statement.sqliteStatement)
        swap(&fillings, &shelf.fillings)
        guard code == SQLITE_OK else { throw error(code) }
    }

    /// Goes to the next row.
    ///
    /// - Returns: Whether there is one.
    private borrowing func step() throws -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw error(code)
        }
    }

    private borrowing func error(_ code: CInt) -> DatabaseError {
        let message = shelf.database.lastErrorMessage
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
}
