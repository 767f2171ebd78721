public import PaymentIntents

/// Where `serve` listens, and who may use its REST interface.
public struct ServerSettings: Sendable, Hashable {
    /// The address to listen on.
    public var host: String

    /// The port to listen on; 0 picks a free one.
    public var port: Int

    /// The address under which the outside reaches the server, when it differs from where it listens.
    public var publicURL: WebURL?

    /// The keys that open the REST interface; none closes it.
    public var apiKeys: [Secret]

    /// Collects the settings.
    ///
    /// - Parameters:
    ///   - host: The address to listen on.
    ///   - port: The port to listen on; 0 picks a free one.
    ///   - publicURL: The address under which the outside reaches the server.
    ///   - apiKeys: The keys that open the REST interface.
    public init(host: String = "127.0.0.1", port: Int = 8080, publicURL: WebURL? = nil, apiKeys: [Secret] = []) {
        self.host = host
        self.port = port
        self.publicURL = publicURL
        self.apiKeys = apiKeys
    }

    /// Reads the section `server`.
    init(from source: inout SettingsSource, environment: PaymentEnvironment) throws(ConfigurationError) {
        self.init()
        if let host = try source.text("server.host") {
            guard Self.isHost(host) else {
                throw SettingsSource.error("server.host", "is not a host name or an address")
            }
            self.host = host
        }
        if let text = try source.text("server.port") {
            // Read back, because `UInt16` also takes "+80" and "0080".
            guard let port = UInt16(text), String(port) == text else {
                throw SettingsSource.error("server.port", "must be a number from 0 to 65535")
            }
            self.port = Int(port)
        }
        publicURL = try source.url("server.publicURL", environment: environment)
        for text in try source.list("server.apiKeys") ?? [] {
            apiKeys.append(try Self.apiKey(text))
        }
    }

    private static func isHost(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "/") }
    }

    /// A key travels in a header, so it is printable ASCII.
    private static func apiKey(_ text: String) throws(ConfigurationError) -> Secret {
        guard text.utf8.count >= 16 else {
            throw SettingsSource.error("server.apiKeys", "holds a key shorter than 16 characters")
        }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw SettingsSource.error("server.apiKeys", "holds a key that is not printable ASCII without blanks")
        }
        return Secret(text)
    }
}
