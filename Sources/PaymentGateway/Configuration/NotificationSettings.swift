import Foundation
public import PaymentIntents

/// Where the merchant's own system is told about payments.
public struct NotificationSettings: Sendable, Hashable {
    /// The merchant's address.
    public var url: WebURL

    /// The key that signs: the decoded bytes of the configured text.
    public var secret: Secret

    /// Collects the settings.
    ///
    /// - Parameters:
    ///   - url: The merchant's address.
    ///   - secret: The key that signs, decoded.
    public init(url: WebURL, secret: Secret) {
        self.url = url
        self.secret = secret
    }

    /// Reads the section `notifications`; `nil` when nothing of it is configured.
    init?(from source: inout SettingsSource, environment: PaymentEnvironment) throws(ConfigurationError) {
        let url = try source.url("notifications.url", environment: environment)
        let text = try source.text("notifications.secret")
        if url == nil, text == nil { return nil }
        guard let url else { throw SettingsSource.error("notifications.url", "is missing") }
        guard let text else { throw SettingsSource.error("notifications.secret", "is missing") }
        self.init(url: url, secret: try Self.secret(text))
    }

    /// Reads a key as Standard Webhooks 1.0.0 writes it.
    private static func secret(_ text: String) throws(ConfigurationError) -> Secret {
        let prefix = "whsec_"
        let code = String(text.dropFirst(prefix.count))
        // Encoded again, because the decoder forgives stray bits in the last character.
        guard text.hasPrefix(prefix), let key = Data(base64Encoded: code), key.base64EncodedString() == code,
            (24...64).contains(key.count)
        else {
            throw SettingsSource.error("notifications.secret", "must be whsec_ and the base64 of 24 to 64 bytes")
        }
        return Secret(bytes: Array(key))
    }
}
