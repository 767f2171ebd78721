public import Foundation
public import PaymentIntents
import StrictJSON

/// A payment as PoishaPay shows it in an answer. ‘Payments’.
public struct PoishaPayPayment: ProviderIntent {
    /// `id`.
    public let id: String
    /// The account that asked.
    public let account: AccountName
    /// `direction`.
    public let kind: PaymentKind
    /// `amount` and `currency`.
    public let amount: Money
    /// `reference`.
    public let reference: String
    /// What `status` says happened; a word that is not in the document is `review`.
    public let claim: Claim
    /// `status`, as it was written.
    public let rawStatus: String
    /// `method`.
    public let method: PaymentMethod?
    /// `transaction`.
    public let transactionID: String?
    /// `pay_url`, while the payment waits and the address is safe to send a customer to.
    public let nextAction: NextAction
    /// `expires_at`.
    public let expiresAt: Date?
    /// `created_at`.
    public let createdAt: Date?

    /// The same as ``id``.
    public var providerPaymentID: String? { id }
    /// The same as ``amount``: an answer whose amount cannot be read is no payment.
    public var statedAmount: StatedAmount { .money(amount) }

    /// Reads a payment.
    ///
    /// - Parameters:
    ///   - object: The JSON object.
    ///   - adapter: The account that asked.
    /// - Throws: `ProviderError` with code `unreadable`, naming the field.
    init(_ object: JSONValue, _ adapter: PoishaPayAdapter) throws(ProviderError) {
        guard object["mode"]?.equals(adapter.environment.wireWord) == true else { throw .unreadable("mode") }
        guard let id = object["id"]?.filledString else { throw .unreadable("id") }
        guard let kind = PaymentKind(wire: object["direction"]) else { throw .unreadable("direction") }
        guard case .money(let amount) = StatedAmount(wire: object) else { throw .unreadable("amount") }
        guard let reference = object["reference"]?.filledString else { throw .unreadable("reference") }
        guard let status = object["status"]?.filledString else { throw .unreadable("status") }

        self.id = id
        self.kind = kind
        self.amount = amount
        self.reference = reference
        account = adapter.account
        claim = WireStatus(rawValue: status)?.claim ?? .review
        rawStatus = status
        method = object["method"]?.filledString.map { PaymentMethod(rawValue: $0) }
        transactionID = object["transaction"]?.filledString
        expiresAt = object["expires_at"]?.string.flatMap { WireTime.date($0) }
        createdAt = object["created_at"]?.string.flatMap { WireTime.date($0) }

        let page = object["pay_url"]?.string.flatMap { WebURL($0) }
        if claim == .pending, let page, page.isAllowed(in: adapter.environment) {
            nextAction = .redirect(page)
        } else {
            nextAction = .none
        }
    }
}

extension ProviderError {
    fileprivate static func unreadable(_ field: String) -> ProviderError {
        ProviderError(.unreadable, "\(field): missing, or not what PoishaPay documents")
    }
}
