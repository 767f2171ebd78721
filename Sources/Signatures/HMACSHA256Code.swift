import COpenSSL

/// A message's HMAC-SHA256 authentication code: 32 bytes that are only ever compared in constant time.
///
/// The type is `Equatable` and deliberately not `Hashable`: a set or dictionary would compare in other ways.
public struct HMACSHA256Code: Sendable {
    let octets: Octets32

    init(_ octets: Octets32) {
        self.octets = octets
    }

    /// Reads a code as it travels in a header or a body.
    ///
    /// - Parameter text: exactly 64 ASCII hexadecimal digits in either case. Anything else, such as a prefix, a
    ///   space, a NUL, a full-width digit or a shortened code, gives `nil`.
    public init?(hexadecimal text: some Sequence<UInt8>) {
        guard let octets = Octets32(hexadecimal: text) else { return nil }
        self.init(octets)
    }

    /// The code as 64 lower-case hexadecimal digits.
    public var hexadecimal: String { octets.hexadecimal }

    /// The 32 bytes of the code.
    public var bytes: [UInt8] { octets.array }
}

extension HMACSHA256Code: Equatable {
    /// Compares all 32 bytes, however early they differ.
    public static func == (left: Self, right: Self) -> Bool {
        unsafe left.octets.withUnsafeBytes { a in
            unsafe right.octets.withUnsafeBytes { b in
                unsafe CRYPTO_memcmp(a.baseAddress, b.baseAddress, Octets32.count) == 0
            }
        }
    }
}
