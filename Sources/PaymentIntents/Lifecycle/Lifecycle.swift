/// The state machine of a payment: a pure fold of everything that was claimed to one status.
///
/// The machine keeps the *set* of claims and computes the status from it, so duplicates, reordering, and races between
/// a callback, a query and the clock all end in the same state:
///
///                      claims of a callback, a query, the clock, an operator
///                                            |
///                                            v
///      claims seen so far  ----------->  union  ----------->  claims seen so far
///                                            |
///                                            v
///                                   status(of: claims)  --->  what to announce
///
/// No claim is invalid in any state: what comes late or twice joins the set and may change nothing.
public struct Lifecycle: Sendable, Hashable {
    /// Everything claimed so far.
    public private(set) var claims: ClaimSet

    /// Whether the merchant has been told of a success. That happens once in the life of a payment.
    public private(set) var hasAnnouncedSuccess: Bool

    /// A payment about which nothing has been said.
    public init() {
        claims = []
        hasAnnouncedSuccess = false
    }

    /// Restores what a store kept.
    ///
    /// - Parameters:
    ///   - claims: Everything claimed so far.
    ///   - hasAnnouncedSuccess: Whether a success was announced.
    public init(claims: ClaimSet, hasAnnouncedSuccess: Bool) {
        self.claims = claims
        self.hasAnnouncedSuccess = hasAnnouncedSuccess
    }

    /// What the payment has come to.
    public var status: PaymentStatus { Self.status(of: claims) }

    /// Whether a success came for a payment that had expired or was cancelled, in whichever order they arrived.
    public var isLate: Bool { Self.isLate(claims) }

    /// Adds what somebody claimed.
    ///
    /// - Parameter claim: One claim or one resolution, as a set.
    /// - Returns: The status to announce to the merchant, or `nil` when there is nothing to tell.
    public mutating func absorb(_ claim: ClaimSet) -> PaymentStatus? {
        let before = status
        claims.formUnion(claim)
        let after = status
        guard after != before else { return nil }
        guard after == .succeeded else { return after }
        guard !hasAnnouncedSuccess else { return nil }
        hasAnnouncedSuccess = true
        return after
    }

    /// Whether a success came for a payment that had expired or was cancelled.
    ///
    /// - Parameter claims: Everything claimed of the payment.
    /// - Returns: `false` for everything that is not a success now.
    public static func isLate(_ claims: ClaimSet) -> Bool {
        status(of: claims) == .succeeded && !claims.isDisjoint(with: [.expired, .cancelled])
    }

    /// The status that a set of claims gives. The first row that holds decides.
    ///
    /// - Parameter claims: Everything claimed of the payment. Bits that no claim has are ignored.
    /// - Returns: The status; every set has one.
    public static func status(of claims: ClaimSet) -> PaymentStatus {
        switch (
            claims.contains(.resolvedAsSucceeded), claims.contains(.resolvedAsRejected),
            claims.contains(.succeeded), claims.contains(.rejected), claims.contains(.failed),
            claims.contains(.review), claims.contains(.cancelled), claims.contains(.expired), claims.contains(.pending)
        ) {
        // Resolved: both, to succeeded, to rejected. Two people who disagree are a conflict of their own.
        case (true, true, _, _, _, _, _, _, _): .conflicted
        case (true, false, _, _, _, _, _, _, _): .succeeded
        case (false, true, _, _, _, _, _, _, _): .rejected
        // Not resolved: succeeded with rejected or failed, succeeded, rejected, failed.
        case (false, false, true, true, _, _, _, _, _): .conflicted
        case (false, false, true, false, true, _, _, _, _): .conflicted
        case (false, false, true, false, false, _, _, _, _): .succeeded
        case (false, false, false, true, _, _, _, _, _): .rejected
        case (false, false, false, false, true, _, _, _, _): .failed
        // Nothing final: review, cancelled, expired, pending, nothing.
        case (false, false, false, false, false, true, _, _, _): .requiresReview
        case (false, false, false, false, false, false, true, _, _): .cancelled
        case (false, false, false, false, false, false, false, true, _): .expired
        case (false, false, false, false, false, false, false, false, true): .pending
        case (false, false, false, false, false, false, false, false, false): .created
        }
    }
}
