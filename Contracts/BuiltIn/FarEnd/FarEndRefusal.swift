import PaymentIntents

/// A simulator that cannot bring about what it was asked for.
struct FarEndRefusal: Error, CustomStringConvertible {
    let claim: Claim

    var description: String { "the simulator brings about no \(claim.rawValue)" }
}
