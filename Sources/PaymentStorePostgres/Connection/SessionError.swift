/// Why the server did not do what it was sent.
enum SessionError: Error {
    /// The server said no; the transaction is over.
    ///
    /// - Parameters:
    ///   - state: The five characters of the SQLSTATE, see PostgreSQL's appendix A.
    ///   - constraint: The constraint that was violated, if one was.
    case refused(state: String, constraint: String?)

    /// The connection broke, or the server did not answer in time. It is not known what was done.
    case lost

    /// There is no connection. What libpq says of it is kept back, as it may quote the URL.
    case unreachable(because: Unreachable)
}
