/// Everything that was ever claimed of one payment: a set, so neither order nor repetition can be seen in it.
public struct ClaimSet: OptionSet, Sendable, Hashable {
    /// One bit a claim, then one bit a resolution. Stores keep this number; the bits never change their meaning.
    public let rawValue: UInt16

    /// Takes a number that a store kept.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// The set of one claim.
    public init(_ claim: Claim) {
        switch claim {
        case .pending: self = .pending
        case .expired: self = .expired
        case .cancelled: self = .cancelled
        case .review: self = .review
        case .failed: self = .failed
        case .rejected: self = .rejected
        case .succeeded: self = .succeeded
        }
    }

    /// The set of one resolution.
    public init(_ resolution: Resolution) {
        switch resolution {
        case .succeeded: self = .resolvedAsSucceeded
        case .rejected: self = .resolvedAsRejected
        }
    }

    /// See ``Claim/pending``.
    public static let pending = ClaimSet(rawValue: 1 << 0)
    /// See ``Claim/expired``.
    public static let expired = ClaimSet(rawValue: 1 << 1)
    /// See ``Claim/cancelled``.
    public static let cancelled = ClaimSet(rawValue: 1 << 2)
    /// See ``Claim/review``.
    public static let review = ClaimSet(rawValue: 1 << 3)
    /// See ``Claim/failed``.
    public static let failed = ClaimSet(rawValue: 1 << 4)
    /// See ``Claim/rejected``.
    public static let rejected = ClaimSet(rawValue: 1 << 5)
    /// See ``Claim/succeeded``.
    public static let succeeded = ClaimSet(rawValue: 1 << 6)
    /// See ``Resolution/succeeded``.
    public static let resolvedAsSucceeded = ClaimSet(rawValue: 1 << 7)
    /// See ``Resolution/rejected``.
    public static let resolvedAsRejected = ClaimSet(rawValue: 1 << 8)
}
