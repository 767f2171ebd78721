public import HTTPTypes
public import PaymentIntents

/// How a provider signs its callbacks.
public struct CallbackSigning: Sendable {
    /// The headers that may carry a signature.
    public var headers: [HTTPField.Name]

    /// Whether the signature covers every byte of the body. Where it covers some fields, a changed byte of another one
    /// need not be refused, but must not change what the callback means.
    public var coversWholeBody: Bool

    /// Headers that come along unsigned. Nothing may follow from them.
    public var unsignedHeaders: [HTTPField.Name]

    /// Where the body carries a signature of its own; `nil` when it carries none.
    public var bodySignature: [String]?

    /// Headers that the signature covers together with the body, such as a timestamp.
    public var signedHeaders: [HTTPField.Name]

    private let signed: @Sendable (_ body: [UInt8], _ key: String) throws -> Callback
    private let sealed: @Sendable (_ body: [UInt8], _ key: String) throws -> Callback

    /// Describes how a provider signs.
    ///
    /// - Parameters:
    ///   - headers: The headers that may carry a signature.
    ///   - coversWholeBody: Whether the signature covers every byte of the body.
    ///   - unsignedHeaders: Headers that come along unsigned.
    ///   - signedHeaders: Headers that the signature covers together with the body.
    ///   - bodySignature: Where the body carries a signature of its own.
    ///   - seal: Makes the callback of a body that is left as it stands: only the headers are signed. Not needed where
    ///     the body carries no signature.
    ///   - sign: Makes the callback of a body and a key, as the provider does it. A signature inside the body is put
    ///     there by it.
    public init(
        headers: [HTTPField.Name],
        coversWholeBody: Bool,
        unsignedHeaders: [HTTPField.Name] = [],
        signedHeaders: [HTTPField.Name] = [],
        bodySignature: [String]? = nil,
        seal: (@Sendable (_ body: [UInt8], _ key: String) throws -> Callback)? = nil,
        sign: @escaping @Sendable (_ body: [UInt8], _ key: String) throws -> Callback
    ) {
        self.headers = headers
        self.coversWholeBody = coversWholeBody
        self.unsignedHeaders = unsignedHeaders
        self.bodySignature = bodySignature
        self.signedHeaders = signedHeaders
        signed = sign
        sealed = seal ?? sign
    }

    /// Signs a body.
    ///
    /// - Parameters:
    ///   - body: The body's bytes.
    ///   - key: The key.
    /// - Returns: The callback, as the provider would send it.
    /// - Throws: When the body cannot be signed.
    public func sign(_ body: [UInt8], with key: String) throws -> Callback {
        try signed(body, key)
    }

    /// Signs a body that is left as it stands, whatever it is.
    ///
    /// - Parameters:
    ///   - body: The body's bytes.
    ///   - key: The key.
    /// - Returns: The callback with signed headers; a signature inside the body is the one that stands there.
    /// - Throws: When the body cannot be signed.
    public func seal(_ body: [UInt8], with key: String) throws -> Callback {
        try sealed(body, key)
    }
}
