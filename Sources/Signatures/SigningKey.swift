import Synchronization

/// One HMAC-SHA256 key, shared with a provider or with the merchant.
///
/// The key is given to libcrypto once and never given back. Any number of tasks may use one key at a time; each holds
/// it for the fraction of a microsecond that a short message takes.
public final class SigningKey: Sendable {
    /// The fewest bytes a key may have.
    public static let minimumByteCount = 16

    private let context: Mutex<KeyedContext>

    /// Takes a key.
    ///
    /// - Parameter bytes: the key, at least ``minimumByteCount`` bytes.
    /// - Throws: ``SigningKeyError/tooShort(minimum:)``, or ``SigningKeyError/unavailable(_:)`` when libcrypto fails.
    public init(_ bytes: some Collection<UInt8>) throws(SigningKeyError) {
        let key = Array(bytes)
        guard key.count >= Self.minimumByteCount else { throw .tooShort(minimum: Self.minimumByteCount) }
        do throws(LibcryptoFailure) {
            context = Mutex(try KeyedContext.make(key: key.span))
        } catch {
            throw .unavailable(error)
        }
    }

    /// Signs a message.
    ///
    /// - Parameter message: the exact bytes that are signed; may be empty.
    /// - Returns: the authentication code.
    /// - Throws: ``LibcryptoFailure`` when libcrypto has no memory.
    public func code(for message: borrowing Span<UInt8>) throws(LibcryptoFailure) -> HMACSHA256Code {
        try context.withLock { context throws(LibcryptoFailure) in
            try context.code(for: message)
        }
    }
}
