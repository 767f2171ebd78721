/// A difference between what was asked for and what somebody claims.
public enum Discrepancy: String, Sendable, Hashable, CaseIterable {
    /// Another amount, or none where one is due.
    case amount
    /// Another currency, or an amount or a currency that cannot be read.
    case currency
    /// A withdrawal where a deposit was asked for, or the reverse.
    case kind
    /// Another reference, or the same one in another case.
    case reference
    /// Another payment at the provider.
    case providerPaymentID
}
