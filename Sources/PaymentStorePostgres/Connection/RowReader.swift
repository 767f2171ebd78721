import Foundation
import PaymentGateway

/// Reads the columns of a row from left to right, and refuses what this version did not write.
struct RowReader {
    private let rows: Rows
    private let row: Int
    private var column = 0

    /// Begins at the first column.
    ///
    /// - Parameters:
    ///   - rows: The rows.
    ///   - row: Which one, from 0.
    init(_ rows: Rows, row: Int) {
        self.rows = rows
        self.row = row
    }

    /// A stored value that this version has to understand. The engine's ``StoreError/known(_:)`` for this module, in which it
    /// is compiled for each type.
    ///
    /// - Parameter value: What was read.
    /// - Returns: The value.
    /// - Throws: `StoreError` with code `incompatible` when there is none.
    static func known<Value>(_ value: Value?) throws(StoreError) -> Value {
        guard let value else { return try StoreError.known(nil) }
        return value
    }

    private mutating func place() -> Int {
        defer { column += 1 }
        return column
    }

    /// The next column, as a text of ours.
    mutating func string() throws -> String? { try rows.text(row, place()) }

    /// The next column, as a text of ours that is always there.
    mutating func requiredString() throws -> String { try RowReader.known(string()) }

    /// The next column, as a text from outside.
    mutating func text() throws -> String? { try string().map { StoredText(stored: $0).text } }

    /// The next column, as a text from outside that is always there.
    mutating func requiredText() throws -> String { try RowReader.known(text()) }

    /// The next column, as an integer.
    mutating func integer() throws -> Int64? { try rows.integer(row, place()) }

    /// The next column, as an integer that is always there.
    mutating func required<Integer: FixedWidthInteger>(_ type: Integer.Type = Integer.self) throws -> Integer {
        try RowReader.known(integer().flatMap(Integer.init(exactly:)))
    }

    /// The next column, as yes or no.
    mutating func boolean() throws -> Bool { try RowReader.known(rows.boolean(row, place())) }

    /// The next column, as bytes.
    mutating func bytes() throws -> [UInt8] { try RowReader.known(rows.bytes(row, place())) }

    /// The next column, as a time.
    mutating func time() throws -> Date? { try integer().map { StoredTime(milliseconds: $0).date } }

    /// The next column, as a time that is always there.
    mutating func requiredTime() throws -> Date { try RowReader.known(time()) }

    /// The next column, as one of a closed list of names.
    mutating func name<Name: RawRepresentable<String>>(_ type: Name.Type = Name.self) throws -> Name {
        try RowReader.known(Name(rawValue: try requiredString()))
    }

    /// The next column, as one of a closed list of names, or nothing.
    mutating func optionalName<Name: RawRepresentable<String>>(_ type: Name.Type = Name.self) throws -> Name? {
        try string().map { try RowReader.known(Name(rawValue: $0)) }
    }
}

extension Rows {
    /// Reads all rows.
    ///
    /// - Parameter read: Reads one.
    /// - Returns: What was read of each.
    /// - Throws: What the reading throws.
    func all<Value>(_ read: (inout RowReader) throws -> Value) throws -> [Value] {
        try (0..<count)
            .map { row in
                var reader = RowReader(self, row: row)
                return try read(&reader)
            }
    }

    /// Reads the rows that can be read, and leaves out the others.
    ///
    /// - Parameter read: Reads one.
    /// - Returns: What was read of each.
    func readable<Value>(_ read: (inout RowReader) throws -> Value) -> [Value] {
        (0..<count)
            .compactMap { row in
                var reader = RowReader(self, row: row)
                return try? read(&reader)
            }
    }

    /// Reads the first row.
    ///
    /// - Parameter read: Reads it.
    /// - Returns: What was read, or `nil` when there is no row.
    /// - Throws: What the reading throws.
    func first<Value>(_ read: (inout RowReader) throws -> Value) throws -> Value? {
        guard count > 0 else { return nil }
        var reader = RowReader(self, row: 0)
        return try read(&reader)
    }
}
