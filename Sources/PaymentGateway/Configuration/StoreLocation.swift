public import PaymentIntents

/// Where payments are kept.
public enum StoreLocation: Sendable, Hashable {
    /// A file on this machine.
    case sqlite(path: String)

    /// A PostgreSQL database. The URL may hold a password.
    case postgres(url: String)

    /// What holds when `store` is absent.
    static let fallback = "sqlite:payments.sqlite"

    /// Reads `sqlite:PATH` or `postgres://…`.
    ///
    /// - Parameters:
    ///   - text: The value of `store`.
    ///   - folder: The folder that a relative path counts from.
    /// - Throws: `ConfigurationError` for another scheme, for no path, and for a database that is no file: what is
    ///   acknowledged must be on disk.
    public init(_ text: String, folder: String) throws(ConfigurationError) {
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw ConfigurationError(key: "store", problem: "holds a control character")
        }
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            guard !text.utf8.contains(UInt8(ascii: " ")), !text.hasSuffix("://") else {
                throw ConfigurationError(key: "store", problem: "is not a postgres URL")
            }
            self = .postgres(url: text)
            return
        }
        guard text.hasPrefix("sqlite:") else {
            throw ConfigurationError(key: "store", problem: "must begin with sqlite: or postgres://")
        }
        let path = String(text.dropFirst("sqlite:".count))
        guard !path.isEmpty, path != ":memory:", !path.hasPrefix("//"), !path.hasSuffix("/") else {
            throw ConfigurationError(key: "store", problem: "must name a file after sqlite:")
        }
        self = .sqlite(path: Self.resolved(path, in: folder))
    }

    private static func resolved(_ path: String, in folder: String) -> String {
        if path.hasPrefix("/") || folder.isEmpty { return path }
        return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }
}

extension StoreLocation: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The path of a file; of a database only what it is, since its URL may hold a password.
    public var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres: "postgres"
        }
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
