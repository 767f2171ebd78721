import GRDB
import PaymentGateway

extension StoreError {
    /// What an error of the database means for the engine.
    ///
    /// Messages name no value: SQLite's own may quote a statement, and stay in the cause.
    ///
    /// - Parameter error: Whatever was thrown inside a transaction.
    init(of error: any Error) {
        switch error {
        case let error as StoreError:
            self = error
        case let error as DatabaseError:
            self.init(Self.code(for: error.resultCode), Self.message(for: error.resultCode), cause: error)
        default:
            self.init(.unavailable, "the store failed", cause: error)
        }
    }

    private static func code(for result: ResultCode) -> Code {
        switch result {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG, .SQLITE_RANGE: .rejected
        case .SQLITE_NOTADB, .SQLITE_SCHEMA, .SQLITE_ERROR: .incompatible
        default: .unavailable
        }
    }

    private static func message(for result: ResultCode) -> String {
        switch result {
        case .SQLITE_BUSY, .SQLITE_LOCKED: "another process holds the store"
        case .SQLITE_CONSTRAINT: "the row contradicts what is stored"
        case .SQLITE_MISMATCH, .SQLITE_TOOBIG, .SQLITE_RANGE: "the row does not fit"
        case .SQLITE_NOTADB: "the file is no SQLite database"
        case .SQLITE_SCHEMA, .SQLITE_ERROR: "the file's tables are not those of this version"
        case .SQLITE_FULL: "the disk is full"
        case .SQLITE_READONLY: "the file can only be read"
        case .SQLITE_CANTOPEN: "a file of the store cannot be opened"
        case .SQLITE_IOERR: "the disk reports an error"
        case .SQLITE_CORRUPT: "the file is damaged"
        case .SQLITE_MISUSE: "the store is closed"
        default: "the store failed"
        }
    }
}
