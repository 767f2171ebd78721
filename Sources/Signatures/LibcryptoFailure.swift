/// OpenSSL's libcrypto could not do its work: it had no memory, offers no HMAC or SHA-256, or is older than 3.0.3.
///
/// Nothing is known about the message then: it is neither authentic nor forged.
public struct LibcryptoFailure: Error, Hashable, Sendable {
    init() {}
}

extension LibcryptoFailure: CustomStringConvertible {
    /// The failure in words, without any input.
    public var description: String { "libcrypto could not compute SHA-256 or HMAC-SHA256" }
}
