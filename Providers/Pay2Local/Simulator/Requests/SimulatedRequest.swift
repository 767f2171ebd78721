public import Foundation
public import ProviderSimulation

/// A deposit or withdrawal as the simulated Pay2Local keeps it.
public struct SimulatedRequest: Sendable {
    /// Pay2Local's id, a UUID.
    public let requestID: String
    /// Deposit or withdrawal.
    public let kind: SimulatedRequestKind
    /// What was asked for.
    public let amount: Taka
    /// The merchant's id; several requests may have the same.
    public let merchantPaymentID: String
    /// How it is carried out.
    public let serviceType: SimulatedServiceType
    /// Whether the customer chooses the wallet.
    public let isAllInOne: Bool
    /// The customer's number, for a withdrawal to one wallet.
    public let customer: WalletNumber?
    /// Where the customer returns.
    public let returnURL: MerchantURL
    /// When it was created.
    public let createdAt: Date
    /// The wallet, once it is known.
    public internal(set) var wallet: Wallet?
    /// Where it stands.
    public internal(set) var status = SimulatedRequestStatus.pending
    /// The transaction, once it is approved.
    public internal(set) var transactionID: String?
}

extension SimulatedRequest: CustomStringConvertible {
    /// Kind, id, status and amount.
    public var description: String { "\(kind.rawValue) \(requestID) \(status.rawValue) \(amount) BDT" }
}
