import COpenSSL

/// Compares two byte sequences, such as a secret in a header with the one expected, without telling by the time taken
/// where they differ. Their lengths are no secret.
///
/// - Parameters:
///   - left: some bytes.
///   - right: some bytes.
/// - Returns: whether both have the same length and the same bytes.
public func constantTimeEquals(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    // CRYPTO_memcmp wants addresses, which an empty span need not have.
    guard !left.isEmpty else { return true }
    return unsafe left.withUnsafeBufferPointer { a in
        unsafe right.withUnsafeBufferPointer { b in
            unsafe CRYPTO_memcmp(a.baseAddress, b.baseAddress, a.count) == 0
        }
    }
}
