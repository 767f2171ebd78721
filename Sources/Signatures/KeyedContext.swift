import COpenSSL

/// A libcrypto HMAC-SHA256 context that took its key once. One thread at a time may use it.
///
/// Signing with a context set back to its keyed state takes a third of a fresh HMAC, which fetches the algorithm and
/// hashes the key's two pads each time.
@safe struct KeyedContext: ~Copyable {
    private let context: OpaquePointer

    /// Makes a context and gives it a key. An empty key would leave it without one.
    static func make(key: borrowing Span<UInt8>) throws(LibcryptoFailure) -> KeyedContext {
        guard let algorithm = unsafe EVP_MAC_fetch(nil, OSSL_MAC_NAME_HMAC, nil) else { throw LibcryptoFailure() }
        // The context keeps its own reference to the algorithm.
        defer { unsafe EVP_MAC_free(algorithm) }
        guard let pointer = unsafe EVP_MAC_CTX_new(algorithm) else { throw LibcryptoFailure() }
        let context = unsafe KeyedContext(owning: pointer)
        let isKeyed = unsafe key.withUnsafeBufferPointer { unsafe hmac_sha256_init(pointer, $0.baseAddress, $0.count) }
        guard isKeyed == 1 else { throw LibcryptoFailure() }
        // Before 3.0.3 libcrypto says that it went back to the keyed state, and did not (OpenSSL's issue 17811): each code
        // but the first would be wrong, and no error would tell.
        let nothing: [UInt8] = []
        guard try context.code(for: nothing.span) == context.code(for: nothing.span) else { throw LibcryptoFailure() }
        return context
    }

    @unsafe private init(owning context: OpaquePointer) {
        unsafe self.context = unsafe context
    }

    deinit {
        // libcrypto cleanses the key.
        unsafe EVP_MAC_CTX_free(context)
    }

    func code(for message: borrowing Span<UInt8>) throws(LibcryptoFailure) -> HMACSHA256Code {
        var octets = Octets32()
        var count = 0
        let done = unsafe message.withUnsafeBufferPointer { message in
            unsafe octets.withUnsafeMutableBytes { octets in
                // Without a key, "init" goes back to the state just after the key.
                unsafe EVP_MAC_init(context, nil, 0, nil) == 1
                    && EVP_MAC_update(context, message.baseAddress, message.count) == 1
                    && EVP_MAC_final(context, octets.baseAddress, &count, octets.count) == 1
            }
        }
        guard done, count == Octets32.count else { throw LibcryptoFailure() }
        return HMACSHA256Code(octets)
    }
}
