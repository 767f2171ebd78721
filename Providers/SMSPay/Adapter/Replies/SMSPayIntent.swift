public import Foundation
public import PaymentIntents

/// SMS Pay's PaymentIntent, as an answer shows it: the words of the wire beside what they mean.
///
/// SMS Pay API, ‘PaymentIntent object’.
public struct SMSPayIntent: ProviderIntent, Hashable {
    /// SMS Pay's own id. Its form differs between versions of the documents, so nothing is read out of it.
    public var id: String

    /// The account it runs through.
    public var account: AccountName

    /// `merchantId`; newer answers leave it out.
    public var merchantID: String?

    /// The environment, which is the account's: an answer of the other one is no intent.
    public var environment: PaymentEnvironment

    /// The amount; in taka when ``statedAmount`` has a currency that nobody knows.
    public var amount: Money

    /// The amount together with the currency as SMS Pay states them.
    public var statedAmount: StatedAmount

    /// The digits of `amount`, as they were written.
    public var rawAmount: String

    /// `currency`, as it was written.
    public var rawCurrency: String

    /// What `status` says happened; a status that the documents do not name is `review`.
    public var claim: Claim

    /// `status`, as it was written.
    public var rawStatus: String

    /// The reference that is compared with ours: ``customerReference`` or ``merchantReference``, by `referenceMode`.
    public var reference: String

    /// `customerReference`: what the customer types into the wallet app.
    public var customerReference: String?

    /// `merchantReference`, of newer versions.
    public var merchantReference: String?

    /// The wallet, when `paymentMethod` tells it.
    public var method: PaymentMethod?

    /// `paymentMethod`, as it was written; of newer versions.
    public var rawMethod: String?

    /// `receiverMsisdn`: the wallet number that the customer pays to.
    public var receiver: MSISDN?

    /// `checkoutUrl`, as it was written. It is safe to use only as it stands in ``nextAction``.
    public var rawCheckoutURL: String?

    /// What the merchant does now.
    public var nextAction: NextAction

    /// `expiresAt`: when the customer can no longer pay.
    public var expiresAt: Date?

    /// `createdAt`; newer answers leave it out.
    public var createdAt: Date?

    /// SMS Pay carries deposits only.
    public var kind: PaymentKind { .deposit }

    /// The same as ``id``.
    public var providerPaymentID: String? { id }

    /// SMS Pay does not tell the wallet's transaction id.
    public var transactionID: String? { nil }
}
