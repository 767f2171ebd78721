/// Why a signing key was refused. The key itself is never part of the error.
public enum SigningKeyError: Error, Hashable, Sendable {
    /// The key has fewer bytes than `minimum`. An empty key would work silently, and authenticate anybody.
    case tooShort(minimum: Int)

    /// OpenSSL's libcrypto could not take the key.
    case unavailable(LibcryptoFailure)
}

extension SigningKeyError: CustomStringConvertible {
    /// The reason in words, without the key.
    public var description: String {
        switch self {
        case .tooShort(let minimum): "a signing key has at least \(minimum) bytes"
        case .unavailable(let failure): failure.description
        }
    }
}
