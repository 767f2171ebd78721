import PaymentGateway

extension StoreError {
    /// What an error of the server means for the engine.
    ///
    /// Messages name no value: the server's own may quote a row, and are not even read.
    ///
    /// - Parameter error: Whatever was thrown inside a transaction.
    init(of error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case SessionError.refused(let state, _): self.init(refusedWith: state)
        case SessionError.lost: self.init(.unavailable, "the connection to the database was lost")
        case SessionError.unreachable(let reason): self.init(.unavailable, "no connection: \(reason.rawValue)")
        default: self.init(.unavailable, "the store failed", cause: error)
        }
    }

    /// By SQLSTATE, see PostgreSQL's appendix A.
    private init(refusedWith state: String) {
        switch state {
        case "40001", "40P01": self.init(.busy, "other transactions were in the way, again and again")
        case "55P03", "57014": self.init(.busy, "somebody else holds the rows")
        case "53300": self.init(.busy, "the server has no place for another connection")
        case "42501", "3F000": self.init(.unavailable, "the database role lacks a right (SQLSTATE \(state))")
        case "25006": self.init(.unavailable, "the database can only be read")
        case "53100": self.init(.unavailable, "the server's disk is full")
        case _ where state.hasPrefix("23"): self.init(.rejected, "the row contradicts what is stored")
        case _ where state.hasPrefix("22") || state.hasPrefix("54"): self.init(.rejected, "the row does not fit")
        case _ where state.hasPrefix("42"):
            self.init(.incompatible, "the tables are not those of this version (SQLSTATE \(state))")
        default: self.init(.unavailable, "the database failed (SQLSTATE \(state))")
        }
    }
}

extension SessionError {
    /// Whether the same transaction may go through when it is tried again: it met another one.
    var isCollision: Bool {
        switch self {
        // Two merchants' references that become one with a number behind them, at the same moment.
        case .refused("23505", Schema.providerReferenceKey?): true
        case .refused(let state, _): ["40001", "40P01"].contains(state)
        case .lost, .unreachable: false
        }
    }
}
