import Foundation
import GRDB
import PaymentGateway

/// Reads the columns of a row from left to right, and refuses what this version did not write.
///
/// By position, and out of the statement itself: a row of GRDB's lists the names of its columns first.
struct RowReader {
    private let statement: Statement
    private var position: CInt = 0

    /// Begins at the first column.
    ///
    /// - Parameter statement: The statement. It stands at the row.
    init(_ statement: Statement) {
        self.statement = statement
    }

    /// The next column.
    mutating func next<Value: StatementColumnConvertible>(
        _ type: Value.Type = Value.self
    ) -> Value? {
        defer { position += 1 }
        return Value.fromStatement(statement.sqliteStatement, atUncheckedIndex: position)
    }

    /// The next column, which is never null.
    mutating func required<Value: StatementColumnConvertible>(
        _ type: Value.Type = Value.self
    ) throws -> Value {
        try Self.known(next(type))
    }

    /// The next column, as a time.
    mutating func time() -> Date? {
        next(Int64.self).map { StoredTime(milliseconds: $0).date }
    }

    /// The next column, as a time that is always there.
    mutating func requiredTime() throws -> Date {
        StoredTime(milliseconds: try required()).date
    }

    /// The next column, as a text from outside.
    mutating func text() -> String? {
        next(String.self).map { StoredText(stored: $0).text }
    }

    /// The next column, as one of a closed list of names.
    mutating func name<Value: RawRepresentable<String>>(_ type: Value.Type = Value.self) throws -> Value {
        try Self.known(Value(rawValue: try required()))
    }

    /// The next column, as one of a closed list of names, or nothing.
    mutating func optionalName<Value: RawRepresentable<String>>(_ type: Value.Type = Value.self) throws -> Value? {
        try next(String.self).map { try Self.known(Value(rawValue: $0)) }
    }

    /// A value that this version has to understand.
    ///
    /// - Throws: `StoreError` with code `incompatible` when it is none.
    static func known<Value>(_ value: Value?) throws -> Value {
        try StoreError.known(value)
    }
}
