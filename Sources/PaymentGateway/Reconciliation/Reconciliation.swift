public import Foundation
public import PaymentIntents

/// What we hold and what a provider holds, compared for a period.
public struct Reconciliation: Sendable {
    /// The account.
    public let account: AccountName

    /// The period: from its beginning to just before its end, by the times of recording.
    public let period: Range<Date>

    /// How many payments of ours were compared.
    public internal(set) var ours = 0

    /// How many payments of the provider's were compared.
    public internal(set) var theirs = 0

    /// Everything that is not the same on both sides.
    public internal(set) var differences: [ReconciliationDifference] = []
}

/// One thing that is not the same here and at the provider.
public struct ReconciliationDifference: Sendable, Hashable {
    /// What is not the same.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The provider has a payment that we do not know.
        case unknownHere
        /// We have a payment that the provider does not show.
        case unknownThere
        /// Both have it, in another status.
        case status
        /// Both have it, and the provider states another amount, currency, direction or reference.
        case terms
        /// The provider could not be asked about it.
        case notCompared
    }

    /// What is not the same.
    public let kind: Kind

    /// Our payment, if we have it.
    public let paymentID: PaymentID?

    /// The provider's name for it, if it has one.
    public let providerPaymentID: String?

    /// The reference.
    public let reference: String?

    /// What we have.
    public let ours: String?

    /// What the provider has, in its own word.
    public let theirs: String?

    /// What it means, and what to do about it.
    public let explanation: String
}
