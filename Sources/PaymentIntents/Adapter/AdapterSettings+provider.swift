public import Signatures

extension AdapterSettings {
    /// What every path of the provider's interface is put behind.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - fallback: The address when the key is absent.
    /// - Returns: The address, without a slash at its end.
    /// - Throws: ``ConfigurationError`` as ``url(_:)`` does, and for an address with a query or a fragment.
    public mutating func baseURL(_ key: String, default fallback: String) throws(ConfigurationError) -> String {
        guard try text(key) != nil else { return fallback }
        var url = try url(key).text[...]
        guard !url.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) else {
            throw error(key, "must have neither a query nor a fragment")
        }
        while url.hasSuffix("/") { url = url.dropLast() }
        return String(url)
    }

    /// A secret that is shown to the provider in a header.
    ///
    /// - Parameter key: The key.
    /// - Returns: The secret, of visible ASCII.
    /// - Throws: ``ConfigurationError`` as ``secret(_:)`` does, and for a character that no header can carry.
    public mutating func credential(_ key: String) throws(ConfigurationError) -> Secret {
        let secret = try secret(key)
        guard secret.bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw error(key, "has a character that no header can carry")
        }
        return secret
    }

    /// The keys that callbacks are signed with, all of them accepted while they are being rotated.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - fallback: The one key when nothing is configured.
    /// - Returns: The keys, or `nil` when there are none.
    /// - Throws: ``ConfigurationError`` as ``secrets(_:)`` does.
    public mutating func signingKeys(
        _ key: String,
        default fallback: Secret? = nil
    ) throws(ConfigurationError) -> CallbackKeys? {
        let configured = try secrets(key)
        var keys: [SigningKey] = []
        for secret in configured.isEmpty ? fallback.map({ [$0] }) ?? [] : configured {
            do throws(SigningKeyError) {
                keys.append(try SigningKey(secret.bytes))
            } catch {
                throw self.error(key, "cannot be used: \(error)")
            }
        }
        guard let first = keys.first else { return nil }
        return SigningKeys(first, rotating: Array(keys.dropFirst()))
    }
}
