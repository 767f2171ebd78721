import CLibPQ
import PaymentGateway

/// What a statement gave.
@safe final class Rows {
    private let result: OpaquePointer

    /// How many rows there are.
    let count: Int

    /// Takes a result over, and frees it in the end.
    ///
    /// - Parameter result: A result of libpq's.
    init(_ result: OpaquePointer) {
        unsafe self.result = result
        count = unsafe Int(PQntuples(result))
    }

    deinit { unsafe PQclear(result) }

    /// How many rows were written.
    var written: Int { unsafe Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// What the server says it has done, such as `COMMIT`.
    var command: String { unsafe String(cString: PQcmdStatus(result)) }

    /// The bytes of one value, where libpq has them.
    ///
    /// - Parameters:
    ///   - row: The row, from 0.
    ///   - column: The column, from 0.
    /// - Returns: The bytes, as long as these rows are there; `nil` for a null, and where there is no such row or column.
    private func value(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? {
        let (row, column) = (CInt(clamping: row), CInt(clamping: column))
        // libpq looks at its bounds: out of them everything is null.
        guard unsafe PQgetisnull(result, row, column) == 0, let start = unsafe PQgetvalue(result, row, column) else {
            return nil
        }
        return unsafe UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
    }

    /// Bytes; `nil` for a null.
    func bytes(_ row: Int, _ column: Int) -> [UInt8]? {
        unsafe value(row, column).map { unsafe [UInt8]($0) }
    }

    /// A text; `nil` for a null.
    ///
    /// - Throws: `StoreError` with code `incompatible` for what is no text.
    func text(_ row: Int, _ column: Int) throws(StoreError) -> String? {
        guard let bytes = unsafe value(row, column) else { return nil }
        return try RowReader.known(unsafe String(validating: bytes, as: UTF8.self))
    }

    /// A `bigint`; `nil` for a null.
    ///
    /// - Throws: `StoreError` with code `incompatible` for what is no `bigint`.
    func integer(_ row: Int, _ column: Int) throws(StoreError) -> Int64? {
        guard let bytes = unsafe value(row, column) else { return nil }
        return try RowReader.known(
            unsafe bytes.count == 8 ? Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)) : nil
        )
    }

    /// A `boolean`; `nil` for a null.
    ///
    /// - Throws: `StoreError` with code `incompatible` for what is no `boolean`.
    func boolean(_ row: Int, _ column: Int) throws(StoreError) -> Bool? {
        guard let bytes = unsafe value(row, column) else { return nil }
        return try RowReader.known(unsafe bytes.count == 1 ? bytes[0] != 0 : nil)
    }

    /// `PG_DIAG_SQLSTATE`, `PG_DIAG_SEVERITY_NONLOCALIZED` and `PG_DIAG_CONSTRAINT_NAME` of libpq's `postgres_ext.h`.
    enum Field: UInt8 {
        case state = 0x43
        case severity = 0x56
        case constraint = 0x6E
    }

    /// What the server says of a statement that it refused, field by field.
    func field(_ field: Field) -> String? {
        guard let text = unsafe PQresultErrorField(result, CInt(field.rawValue)) else { return nil }
        return unsafe String(cString: text)
    }
}
