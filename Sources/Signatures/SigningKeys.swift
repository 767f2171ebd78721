/// The keys under which a signature is accepted: one, or several while a key is rotated. Never none.
public struct SigningKeys: Sendable {
    private let first: SigningKey
    private let others: [SigningKey]

    /// Collects the keys in force.
    ///
    /// - Parameters:
    ///   - first: the key in use.
    ///   - others: further keys that are still, or already, accepted while keys are rotated.
    public init(_ first: SigningKey, rotating others: [SigningKey] = []) {
        self.first = first
        self.others = others
    }

    /// Whether one of the keys made this code for this message.
    ///
    /// Every key is tried whether or not an earlier one fits, so that the time taken tells nothing about which did.
    /// Fails closed: a key that libcrypto has no memory to try does not fit.
    ///
    /// - Parameters:
    ///   - code: the code that was received.
    ///   - message: the exact bytes it is claimed for.
    /// - Returns: whether the message is authentic.
    public func accept(_ code: HMACSHA256Code, for message: borrowing Span<UInt8>) -> Bool {
        var accepted = Self.fits(first, code, message)
        for key in others {
            let fits = Self.fits(key, code, message)
            accepted = accepted || fits
        }
        return accepted
    }

    private static func fits(
        _ key: SigningKey,
        _ code: HMACSHA256Code,
        _ message: borrowing Span<UInt8>
    ) -> Bool {
        guard let expected = try? key.code(for: message) else { return false }
        return expected == code
    }
}
