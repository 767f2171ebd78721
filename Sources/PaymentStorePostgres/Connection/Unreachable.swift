/// Why there is no connection, as far as libpq's message tells it. The message itself may quote a part of the URL, and so
/// of the password.
enum Unreachable: String, CaseIterable {
    case refused = "nobody listens there"
    case timedOut = "there was no answer in time"
    case unknownHost = "the host has no address"
    case login = "the user or the password is wrong"
    case role = "there is no such user"
    case database = "there is no such database"
    case hostRule = "the server lets nobody in from here"
    case certificate = "the server's certificate is not good"
    case encryption = "the server and the sslmode do not go together"
    case starting = "the server is starting or stopping"
    case full = "the server has no place for another connection"
    case url = "the URL cannot be read"
    case other = "the connection cannot be made"

    /// Finds the reason.
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
        case .login: ["password authentication failed", "no password supplied", "Peer authentication failed"]
        case .role: ["role \""]
        case .database: ["database \""]
        case .hostRule: ["no pg_hba.conf entry"]
        case .certificate: ["certificate verify failed", "does not match host name", "root certificate file"]
        case .encryption: ["does not support SSL", "SSL error", "sslmode"]
        case .starting: ["the database system is"]
        case .full: ["too many clients", "remaining connection slots"]
        case .url: ["invalid", "missing", "forbidden", "unexpected"]
        case .other: []
        }
    }
}
