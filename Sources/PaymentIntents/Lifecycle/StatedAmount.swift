/// The amount that a provider names beside a claim.
public enum StatedAmount: Sendable, Hashable {
    /// An amount in a known currency.
    case money(Money)

    /// Something that is not an amount, or a currency that nobody knows; a few words on what is wrong with it.
    case unreadable(String)

    /// The source names no amount.
    case absent
}
