import ProviderSimulation

/// A request to create a deposit or a withdrawal, validated with the documents' own messages.
struct CreateRequest: Sendable {
    let kind: SimulatedRequestKind
    let amount: Taka
    let merchantPaymentID: String
    let serviceType: SimulatedServiceType
    let wallet: Wallet?
    let customer: WalletNumber?
    let returnURL: MerchantURL

    /// Validates a body.
    ///
    /// - Parameters:
    ///   - kind: deposit or withdrawal.
    ///   - body: the request body.
    ///   - requiresBankType: whether an all-in-one request is refused.
    /// - Throws: a 400 when the body is no JSON object, else a 403 that names the first thing that is wrong.
    init(kind: SimulatedRequestKind, body: [UInt8], requiresBankType: Bool) throws(Pay2LocalRefusal) {
        guard let fields = RequestField.fields(of: body) else { throw .badRequest }
        let reader = RequestReader(kind: kind, fields: fields)
        self.kind = kind
        amount = try reader.amount()
        merchantPaymentID = try reader.text("merchant_payment_id")
        returnURL = try reader.returnURL()
        try reader.currency()
        serviceType = try reader.serviceType()
        wallet = try reader.wallet(required: requiresBankType)
        customer = try reader.customer(required: wallet != nil)
    }
}
