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

    /// The bytes of one value.
    ///
    /// - Parameters:
    ///   - row: The row, from 0.
    ///   - column: The column, from 0.
    /// - Returns: The bytes; `nil` for a null, and where there is no such row or column.
    func bytes(_ row: Int, _ column: Int) -> [UInt8]? {
        let (row, column) = (CInt(clamping: row), CInt(clamping: column))
        // libpq looks at its bounds: out of them everything is null.
        guard unsafe PQgetisnull(result, row, column) == 0, let start = unsafe PQgetvalue(result, row, column) else {
            return nil
        }
        let length = unsafe Int(PQgetlength(result, row, column))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: length))
    }

    /// A text; `nil` for a null.
    ///
    /// - Throws: `StoreError` with code `incompatible` for what is no text.
    func text(_ row: Int, _ column: Int) throws(StoreError) -> String? {
        guard let bytes = bytes(row, column) else { return nil }
        return try StoreError.known(String(validating: bytes, as: UTF8.self))
    }

    /// A `bigint`; `nil` for a null.
    ///
    /// - Throws: `StoreError` with code `incompatible` for what is no `bigint`.
    func integer(_ row: Int, _ column: Int) throws(StoreError) -> Int64? {
        guard let bytes = bytes(row, column) else { return nil }
        return Int64(
            bitPattern: try StoreError.known(bytes.count == 8 ? bytes : nil).reduce(0) { $0 << 8 | UInt64($1) }
        )
    }

    /// A `boolean`; `nil` for a null.
    ///
    /// - Throws: `StoreError` with code `incompatible` for what is no `boolean`.
    func boolean(_ row: Int, _ column: Int) throws(StoreError) -> Bool? {
        guard let bytes = bytes(row, column) else { return nil }
        return try StoreError.known(bytes.count == 1 ? bytes.first : nil) != 0
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
