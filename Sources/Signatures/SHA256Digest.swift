import COpenSSL

/// The SHA-256 digest of some bytes: a fingerprint, not a signature.
public struct SHA256Digest: Sendable {
    private let octets: Octets32

    /// Digests bytes.
    ///
    /// - Parameter bytes: what to digest; may be empty.
    /// - Throws: ``LibcryptoFailure`` when libcrypto has no memory.
    public init(of bytes: borrowing Span<UInt8>) throws(LibcryptoFailure) {
        var octets = Octets32()
        let done = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe octets.withUnsafeMutableBytes { octets in
                unsafe EVP_Digest(bytes.baseAddress, bytes.count, octets.baseAddress, nil, EVP_sha256(), nil) == 1
            }
        }
        guard done else { throw LibcryptoFailure() }
        self.octets = octets
    }

    /// The digest as 64 lower-case hexadecimal digits.
    public var hexadecimal: String { octets.hexadecimal }

    /// The 32 bytes of the digest.
    public var bytes: [UInt8] { octets.array }
}

extension SHA256Digest: Hashable {
    /// Whether two digests are of the same bytes. A digest is no secret: this takes the time it takes.
    public static func == (left: Self, right: Self) -> Bool {
        left.octets.words == right.octets.words
    }

    /// Feeds the 32 bytes to a hasher.
    public func hash(into hasher: inout Hasher) {
        unsafe octets.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
}
