import Synchronization

/// Makes ids and codes from an injected generator of random numbers.
public final class IdentifierSource: Sendable {
    private let generator: Mutex<any RandomNumberGenerator & Sendable>

    /// Makes a source.
    ///
    /// - Parameter generator: where the randomness comes from; a ``SeededGenerator`` makes the ids repeatable.
    public init(_ generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()) {
        self.generator = Mutex(generator)
    }

    /// A random UUID (version 4) in lower case.
    public func uuid() -> String {
        let (high, low) = generator.withLock { ($0.next(), $0.next()) }
        let digits = Self.hexadecimal(high & ~0xF000 | 0x4000) + Self.hexadecimal(low & ~(3 << 62) | (2 << 62))
        var groups: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: "-")
    }

    /// A random code of capitals and digits, as wallets use for transaction ids.
    ///
    /// - Parameter length: the number of characters.
    /// - Returns: the code.
    public func code(length: Int) -> String {
        let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        return generator.withLock { generator in
            String((0..<max(0, length)).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] })
        }
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
