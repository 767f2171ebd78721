public import Foundation
public import PaymentIntents

/// A payment as Pay2Local shows it in an answer: its own words beside the typed values.
///
/// Source: Pay2Local API, Create Deposit; All-in-one Method Withdrawal; Check Payment Status.
public struct Pay2LocalRequest: ProviderIntent {
    /// The account it runs through.
    public let account: AccountName

    /// `request_id`: Pay2Local's name for the payment, and the only one by which it can be asked. An answer about the
    /// status does not repeat it, so there it is the one that was asked for.
    public let requestID: String

    /// Which way the money goes: `request_type`, or what was asked where the answer does not say.
    public let kind: PaymentKind

    /// `requested_amount` in `currency`, or what was asked for where the answer names no amount.
    public let amount: Money

    /// The amount as the answer states it.
    public let statedAmount: StatedAmount

    /// `merchant_payment_id`, or what was asked for where the answer to a creation does not say.
    public let reference: String

    /// The wallet of `bank_type`, or the one that was asked for.
    public let method: PaymentMethod?

    /// What `request_status` claims. An answer to a creation has none, and claims that the payment is pending.
    public let claim: Claim

    /// `redirect_url` of an answer to a deposit; an address that no customer may be sent to gives `NextAction.none`.
    public let nextAction: NextAction

    /// `transaction_id`. No page shows it in an answer.
    public let transactionID: String?

    /// `request_status` as it was written; empty where the answer has none.
    public let rawStatus: String

    /// `request_type` as it was written.
    public let rawRequestType: String?

    /// `bank_type` as it was written.
    public let rawBankType: String?

    /// `service_type` as it was written.
    public let rawServiceType: String?

    /// `requested_amount` as it was written.
    public let rawAmount: String?

    /// `currency` as it was written.
    public let rawCurrency: String?

    /// `agent_number`: the wallet number that the customer sends the money to, where the account shows it itself.
    public let agentNumber: MSISDN?

    /// `cust_phone`: the wallet number that a withdrawal goes to.
    public let customerPhone: MSISDN?

    /// The same as ``requestID``.
    public var id: String { requestID }

    /// The same as ``requestID``.
    public var providerPaymentID: String? { requestID }

    /// Unknown: Pay2Local names no time to pay.
    public var expiresAt: Date? { nil }

    /// Unknown: answers carry no times.
    public var createdAt: Date? { nil }
}
