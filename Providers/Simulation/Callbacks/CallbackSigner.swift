import Signatures

/// Signs callbacks with HMAC-SHA256, and wrongly when a fault wants it.
public struct CallbackSigner: Sendable {
    private let key: SigningKey

    /// Takes a key.
    ///
    /// - Parameter secret: the secret; its UTF-8 bytes are the key, at least 16 of them.
    /// - Throws: when the secret is too short.
    public init(_ secret: SimulatorSecret) throws {
        key = try SigningKey(Array(secret.value.utf8))
    }

    /// Signs a message.
    ///
    /// - Parameters:
    ///   - message: the exact bytes.
    ///   - wrongly: whether the result is to be one digit off.
    /// - Returns: 64 lower-case hexadecimal digits.
    /// - Throws: when the cryptographic library fails.
    public func hexadecimal(for message: [UInt8], wrongly: Bool = false) throws -> String {
        let code = try key.code(for: message.span).hexadecimal
        guard wrongly else { return code }
        return code.dropLast() + (code.hasSuffix("0") ? "1" : "0")
    }
}
