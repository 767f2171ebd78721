public import Signatures

/// The keys that the callbacks of an account are signed with: one, or several while they are being rotated.
///
/// ``AdapterSettings/signingKeys(_:default:)`` makes them, and ``SignatureVerifier`` takes them, so that an adapter
/// needs nothing of how they are kept.
public typealias CallbackKeys = SigningKeys
