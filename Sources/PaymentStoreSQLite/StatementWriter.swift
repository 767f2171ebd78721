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
    private let database: Database
    private let shelf: StatementShelf
    private let statement: Statement
    private var place: CInt = 0

    /// Begins at the first place.
    ///
    /// - Parameters:
    ///   - sql: The statement. Its text never changes, so that it is prepared once a connection.
    ///   - ledger: The transaction.
    /// - Throws: What the database throws.
    init(_ sql: String, in ledger: Ledger) throws {
        database = ledger.database
        shelf = ledger.statements
        statement = try ledger.statements.statement(sql)
    }

    /// Fills the next place. Every place has to be filled: what it held last is still there.
    mutating func bind(_ value: (some StatementBinding)?) throws {
        place += 1
        let code =
            switch value {
            case let value?: value.bind(to: statement.sqliteStatement, at: place)
            case nil: sqlite3_bind_null(statement.sqliteStatement, place)
            }
        try check(code)
    }

    /// Fills the next place with a text of ours, which holds no U+0000.
    mutating func bind(_ text: String?) throws {
        guard let text else { return try bind(Int64?.none) }
        place += 1
        try check(shelf.bind(text, to: statement, at: place))
    }

    /// Fills the next place with JSON.
    mutating func bind(json: [UInt8]?) throws {
        guard let json else { return try bind(Int64?.none) }
        place += 1
        try check(sqlite_bind_copied_text(statement.sqliteStatement, place, json, CInt(clamping: json.count)))
    }

    /// Fills the next place with bytes.
    mutating func bind(_ bytes: [UInt8]) throws {
        place += 1
        try check(sqlite_bind_copied_blob(statement.sqliteStatement, place, bytes, CInt(clamping: bytes.count)))
    }

    private func check(_ code: CInt) throws {
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    /// Fills the next place with a name out of a closed list.
    mutating func bind(_ name: (some RawRepresentable<String>)?) throws {
        try bind(name?.rawValue)
    }

    /// Fills the next place with a time.
    mutating func bind(_ time: Date?) throws {
        try bind(time.map { StoredTime($0).milliseconds })
    }

    /// Fills the next place with a text from outside.
    mutating func bind(text: String?) throws {
        try bind(text.map { StoredText($0).stored })
    }

    /// Executes a statement that gives no rows.
    consuming func execute() throws {
        defer { reset() }
        while try step() {}
    }

    /// Executes a statement that gives at most one row.
    ///
    /// - Parameter read: Reads the row while it is there. It executes nothing.
    /// - Returns: What was read, or `nil` when there is no row.
    /// - Throws: What the database or the reading throws.
    consuming func one<Value>(_ read: (inout RowReader) throws -> Value) throws -> Value? {
        defer { reset() }
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
        defer { reset() }
        var values: [Value] = []
        while try step() {
            var reader = RowReader(statement)
            values.append(try read(&reader))
        }
        return values
    }

    /// Goes to the next row.
    ///
    /// - Returns: Whether there is one.
    private func step() throws -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: database.lastErrorMessage,
                sql: statement.sql
            )
        }
    }

    /// Only then its places may be filled again. It repeats what a step has said.
    private func reset() {
        sqlite3_reset(statement.sqliteStatement)
    }
}
