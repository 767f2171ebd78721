/// What a merchant wants before a callback of an account is believed.
public enum CallbackTrust: String, Sendable, Hashable, CaseIterable {
    /// Its signatures hold.
    case signed
    /// The provider says the same when it is asked. The callback itself is only a hint.
    case confirmed
    /// Both.
    case signedAndConfirmed

    /// Whether the provider has to be asked.
    public var needsConfirmation: Bool { self != .signed }

    /// Whether signatures have to hold.
    public var needsSignature: Bool { self != .confirmed }
}
