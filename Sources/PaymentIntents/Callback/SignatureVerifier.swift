public import Signatures

/// Checks the signatures of one callback, and remembers whether all of them held.
///
/// An adapter names each signature that must hold; the centre makes the verifier, hands it in, and afterwards decides
/// by it alone. A check that failed stays failed, whatever the adapter does with the error. There is no way to say
/// "not signed": a callback for which nothing was checked is refused.
public struct SignatureVerifier: ~Copyable {
    @usableFromInline
    var held = 0
    @usableFromInline
    var hasFailed = false

    @inlinable
    init() {}

    /// Whether at least one signature was checked and none failed.
    @inlinable
    var isSatisfied: Bool { held > 0 && !hasFailed }

    /// Whether no signature was checked at all, and nothing failed.
    @inlinable
    var isUntouched: Bool { held == 0 && !hasFailed }

    /// Demands that a signature is the HMAC-SHA256 of a message under one of the keys.
    ///
    /// The signature is decoded to 32 bytes and compared in constant time.
    ///
    /// - Parameters:
    ///   - signature: 64 hexadecimal digits in either case, nothing else.
    ///   - message: The bytes that were signed.
    ///   - keys: The keys of which one must fit.
    ///   - check: The name of the header or field that carried the signature.
    /// - Throws: ``CallbackRefusal``.
    public mutating func require(
        _ signature: some Collection<UInt8>,
        of message: Span<UInt8>,
        by keys: SigningKeys,
        check: String
    ) throws(CallbackRefusal) {
        try require(Array(signature).span, of: message, by: keys, check: check)
    }

    /// Demands that a signature is the HMAC-SHA256 of a message under one of the keys, without a copy of it.
    ///
    /// - Parameters:
    ///   - signature: 64 hexadecimal digits in either case, nothing else.
    ///   - message: The bytes that were signed.
    ///   - keys: The keys of which one must fit.
    ///   - check: The name of the header or field that carried the signature.
    /// - Throws: ``CallbackRefusal``.
    public mutating func require(
        _ signature: Span<UInt8>,
        of message: Span<UInt8>,
        by keys: SigningKeys,
        check: String
    ) throws(CallbackRefusal) {
        guard let code = HMACSHA256Code(hexadecimal: signature) else {
            hasFailed = true
            throw CallbackRefusal(.malformed, check: check)
        }
        guard keys.accept(code, for: message) else {
            hasFailed = true
            throw CallbackRefusal(.mismatch, check: check)
        }
        held += 1
    }

    /// Demands that a credential which came along is the one that is configured.
    ///
    /// The comparison takes constant time. A credential is no signature: it says nothing about the body, so it never
    /// makes a callback authentic by itself.
    ///
    /// - Parameters:
    ///   - credential: What came.
    ///   - expected: What is configured.
    ///   - check: The name of the header that carried it.
    /// - Throws: ``CallbackRefusal``.
    public mutating func require(
        credential: String,
        equals expected: Secret,
        check: String
    ) throws(CallbackRefusal) {
        try require(credential: credential, equalsOneOf: [expected], check: check)
    }

    /// Demands that a credential which came along is one of those that are configured, while one is exchanged for another.
    ///
    /// It is compared with each of them, whichever fits, so the time taken tells nothing about which did. By itself it
    /// makes no callback authentic.
    ///
    /// - Parameters:
    ///   - credential: What came.
    ///   - expected: What is configured. Of none, none fits.
    ///   - check: The name of the header that carried it.
    /// - Throws: ``CallbackRefusal``.
    public mutating func require(
        credential: String,
        equalsOneOf expected: [Secret],
        check: String
    ) throws(CallbackRefusal) {
        var isExpected = false
        for secret in expected {
            let fits = constantTimeEquals(credential.utf8.span, secret.bytes.span)
            isExpected = isExpected || fits
        }
        guard isExpected else {
            hasFailed = true
            throw CallbackRefusal(.mismatch, check: check)
        }
    }
}
