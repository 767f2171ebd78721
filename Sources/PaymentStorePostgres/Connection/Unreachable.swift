/// Why there is no connection, as far as libpq's message tells it. The message itself may quote a part of the URL, and so
/// of the password.
enum Unreachable: String, CaseIterable {
    case refused = "nobody listens there"
    case timedOut = "there was no answer in time"
    case unknownHost = "the host has no address"
    case login = "the user or the password is wrong"
    case hostRule = "the server lets nobody in from here"
    case full = "the server has no place for another connection"
    case closed = "the database lets nobody in"
    case role = "there is no such user"
    case database = "there is no such database"
    case certificate = "the server's certificate is not good"
    case encryption = "the server and the sslmode do not go together"
    case starting = "the server is starting or stopping"
    case url = "the URL cannot be read"
    case other = "the connection cannot be made"

    /// Finds the reason: the first that fits, as many a message names the user and the database too.
    ///
    /// - Parameter message: libpq's message.
    init(_ message: String) {
        self = Self.allCases.first { reason in reason.signs.contains { message.contains($0) } } ?? .other
    }

    /// Words of libpq 12 to 17, and of the server, in English. In another language the reason is ``other``.
    private var signs: [String] {
        switch self {
        case .refused: ["Connection refused", "No such file or directory"]
        case .timedOut: ["timeout expired", "timed out", "No route to host", "Network is unreachable"]
        case .unknownHost: ["could not translate host name"]
        case .login: ["authentication failed", "no password supplied", "is not permitted to log in"]
        case .hostRule: ["no pg_hba.conf entry", "pg_hba.conf rejects connection"]
        case .full: ["too many clients", "too many connections", "remaining connection slots"]
        case .closed: ["is not currently accepting connections", "permission denied for database"]
        case .role: ["role \""]
        case .database: ["database \""]
        case .certificate: ["certificate verify failed", "does not match host name", "root certificate file"]
        case .encryption: ["does not support SSL", "SSL error", "sslmode"]
        case .starting: ["the database system is"]
        case .url: ["invalid", "missing", "forbidden", "unexpected"]
        case .other: []
        }
    }
}
