import Signatures

/// HMAC-SHA256, for whoever plays a provider: rules and simulators.
public enum HMACSHA256 {
    /// Signs a message.
    ///
    /// - Parameters:
    ///   - message: The bytes to sign.
    ///   - key: The key as text; its UTF-8 bytes are used, at least 16 of them.
    /// - Returns: 64 lower-case hexadecimal digits.
    /// - Throws: When the key is too short.
    public static func hexadecimal(of message: [UInt8], key: String) throws -> String {
        try SigningKey(key.utf8).code(for: message).hexadecimal
    }
}
