import CLibPQ
import Foundation

/// One connection to the server.
///
/// libpq is driven in pipeline mode and without blocking: any number of statements is one journey to the server, and the
/// thread waits in `poll` until a time of ours, whatever the server does.
///
/// It may go from thread to thread and is used by one at a time: the pool gives it to whoever takes it out of its list,
/// under a lock, and has it back when that one is done. Hence `@unchecked Sendable`.
@safe final class Session: @unchecked Sendable {
    /// A connection of libpq's. It is there as long as the session is.
    let connection: OpaquePointer

    /// The names of the statements that are prepared, by their texts.
    var prepared: [String: String] = [:]

    /// How many names were given.
    var names = 0

    /// Whether it can still be used.
    var isBroken = false

    /// Connects, on the thread that calls.
    ///
    /// - Parameters:
    ///   - url: The URL. What it says goes before what holds otherwise.
    ///   - timeout: How long each address may take.
    /// - Throws: `SessionError.unreachable`.
    init(to url: String, timeout: Duration) throws(SessionError) {
        let usual = [
            ("connect_timeout", String(max(2, timeout.components.seconds))), ("fallback_application_name", "payments"),
            // A peer that is gone is noticed within half a minute, whether we send or wait.
            ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "15000"),
        ]
        let settings = usual + [("dbname", url), ("client_encoding", "UTF8")]
        let names = unsafe settings.map { unsafe strdup($0.0) }
        let values = unsafe settings.map { unsafe strdup($0.1) }
        defer { unsafe (names + values).forEach { unsafe free($0) } }
        let keywords = unsafe names.map { unsafe UnsafePointer($0) } + [nil]
        let arguments = unsafe values.map { unsafe UnsafePointer($0) } + [nil]
        guard let connection = unsafe PQconnectdbParams(keywords, arguments, 1) else {
            throw .unreachable(because: .other)
        }
        guard unsafe PQstatus(connection) == CONNECTION_OK, unsafe PQsetnonblocking(connection, 1) == 0,
            unsafe PQenterPipelineMode(connection) == 1
        else {
            let message = unsafe String(cString: PQerrorMessage(connection))
            unsafe PQfinish(connection)
            throw .unreachable(because: Unreachable(message))
        }
        unsafe self.connection = connection
        // What the server says beside its answers would go to standard error.
        _ = unsafe PQsetNoticeProcessor(connection, { _, _ in }, nil)
    }

    deinit { unsafe PQfinish(connection) }

    /// Whether nothing has happened to the connection while nobody used it. A server that went away has sent its farewell.
    var isQuiet: Bool {
        var descriptor = pollfd(fd: unsafe PQsocket(connection), events: Int16(POLLIN), revents: 0)
        return unsafe !isBroken && poll(&descriptor, 1, 0) == 0
    }

    /// Whether a transaction is open, or has failed and was not ended.
    var isInTransaction: Bool { unsafe PQtransactionStatus(connection) != PQTRANS_IDLE }

    /// Waits until there is something to read, sending what is still to be sent.
    ///
    /// - Parameter deadline: When to give up.
    /// - Throws: `SessionError.lost`.
    func wait(until deadline: ContinuousClock.Instant) throws(SessionError) {
        let unsent = unsafe PQflush(connection)
        guard unsent >= 0 else { throw broken() }
        let wanted = unsent == 0 ? Int16(POLLIN) : Int16(POLLIN | POLLOUT)
        var descriptor = pollfd(fd: unsafe PQsocket(connection), events: wanted, revents: 0)
        let patience = deadline - .now
        guard patience > .zero else { throw broken() }
        let ready = unsafe poll(&descriptor, 1, CInt(clamping: Int64(patience / .milliseconds(1)) + 1))
        guard ready >= 0 || errno == EINTR else { throw broken() }
        guard ready > 0, Int32(descriptor.revents) & (POLLIN | POLLERR | POLLHUP) != 0 else { return }
        guard unsafe PQconsumeInput(connection) == 1 else { throw broken() }
    }

    /// Marks the session as one that is never used again.
    func broken() -> SessionError {
        isBroken = true
        return .lost
    }
}
