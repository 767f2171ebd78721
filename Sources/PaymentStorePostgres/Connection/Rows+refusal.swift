import CLibPQ

extension Rows {
    /// Why the server refused the statement.
    var refusal: SessionError {
        .refused(state: field(.state) ?? "", constraint: field(.constraint))
    }

    /// `PG_DIAG_SQLSTATE` and `PG_DIAG_CONSTRAINT_NAME` of libpq's `postgres_ext.h`.
    enum Field: UInt8 {
        case state = 0x43
        case constraint = 0x6E
    }
}
