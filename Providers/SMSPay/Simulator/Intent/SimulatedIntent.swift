public import Foundation
public import ProviderSimulation

/// A payment intent as the simulated SMS Pay keeps it.
public struct SimulatedIntent: Sendable {
    /// The intent's id, a UUID.
    public let id: String
    /// The amount in whole taka.
    public let amount: Int64
    /// The short reference that the customer types; generated when the request has only a merchant reference.
    public let customerReference: String
    /// The merchant's own reference, in split mode.
    public let merchantReference: String?
    /// The wallet that the customer pays to.
    public let receiver: WalletNumber
    /// The hosted page.
    public let checkoutURL: String
    /// When it was created.
    public let createdAt: Date
    /// When it expires unless it is paid.
    public let expiresAt: Date
    /// Where the customer is sent afterwards.
    public let returnURLs: ReturnURLs
    /// Where it stands.
    public internal(set) var status = SimulatedIntentStatus.pending
    /// The transaction id of the wallet message that decided it.
    public internal(set) var transactionID: String?

    /// The object as the interface answers it.
    func json(merchantID: String, environment: SMSPayEnvironment) -> WireJSON {
        [
            "id": .string(id),
            "merchantId": .string(merchantID),
            "environment": .string(environment.rawValue),
            "amount": .string(String(amount)),
            "currency": "BDT",
            "status": .string(status.rawValue),
            "customerReference": .string(customerReference),
            "merchantReference": .text(merchantReference),
            "receiverMsisdn": .string(receiver.digits),
            "checkoutUrl": .string(checkoutURL),
            "expiresAt": .string(Timestamp.text(expiresAt)),
            "createdAt": .string(Timestamp.text(createdAt)),
        ]
    }
}

extension SimulatedIntent: CustomStringConvertible {
    /// Id, status and amount.
    public var description: String { "\(id) \(status.rawValue) \(amount) BDT" }
}
