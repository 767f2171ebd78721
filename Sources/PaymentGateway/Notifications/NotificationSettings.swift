public import PaymentIntents

/// Where the merchant wants to be told, and what notifications are signed with.
public struct NotificationSettings: Sendable, Hashable {
    /// The merchant's address.
    public var url: WebURL

    /// The bytes of the signing key: what follows `whsec_`, decoded from base64.
    public var secret: Secret

    /// Collects the settings.
    ///
    /// - Parameters:
    ///   - url: The merchant's address.
    ///   - secret: The bytes of the signing key.
    public init(url: WebURL, secret: Secret) {
        self.url = url
        self.secret = secret
    }
}
