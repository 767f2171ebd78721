import PaymentIntents
import StrictJSON

extension SMSPayIntent {
    /// Reads an intent.
    ///
    /// `id`, `environment`, `amount`, `currency`, `status` and a reference must be there, each of its type. All else is
    /// absent in one version of the documents or another; unknown members are ignored.
    ///
    /// - Parameters:
    ///   - intent: The JSON object.
    ///   - configuration: The account that asked.
    /// - Throws: `ProviderError` with code `unreadable`, naming the field.
    init(_ intent: JSONValue, _ configuration: SMSPayConfiguration) throws(ProviderError) {
        guard let environment = intent["environment"]?.string else { throw Self.unreadable("environment") }
        guard environment == configuration.environment.wireName else {
            throw ProviderError(.unreadable, "environment: SMS Pay answered out of another environment")
        }
        guard let id = intent["id"]?.filledString else { throw Self.unreadable("id") }
        guard let status = intent["status"]?.filledString else { throw Self.unreadable("status") }
        guard let currency = intent["currency"]?.string else { throw Self.unreadable("currency") }
        guard let amount = intent["amount"], let rawAmount = amount.string ?? amount.number,
            let taka = try? WireAmount.money(amount, .bdt)
        else { throw Self.unreadable("amount") }
        let mode = configuration.referenceMode
        guard let reference = mode.reference(in: intent, merchant: "merchantReference", customer: "customerReference")
        else { throw Self.unreadable(mode.creationField) }

        self.id = id
        account = configuration.account
        merchantID = intent["merchantId"]?.string
        self.environment = configuration.environment

        statedAmount = WireAmount.stated(in: intent)
        if case .money(let money) = statedAmount { self.amount = money } else { self.amount = taka }
        self.rawAmount = rawAmount
        rawCurrency = currency

        claim = WireStatus(rawValue: status)?.claim ?? .review
        rawStatus = status

        self.reference = reference
        customerReference = intent["customerReference"]?.filledString
        merchantReference = intent["merchantReference"]?.filledString

        rawMethod = intent["paymentMethod"]?.filledString
        method = rawMethod.map { WirePaymentMethod($0).wallet ?? PaymentMethod(rawValue: $0) }

        receiver = intent["receiverMsisdn"]?.string.flatMap { MSISDN($0) }
        rawCheckoutURL = intent["checkoutUrl"]?.string
        nextAction = .none
        expiresAt = intent["expiresAt"]?.string.flatMap { WireTime.date($0) }
        createdAt = intent["createdAt"]?.string.flatMap { WireTime.date($0) }
        nextAction = actionNow
    }

    /// The customer goes to `checkoutUrl`. If that is not an address to send anybody to, the customer pays to the number
    /// by hand, with the reference that SMS Pay matches the SMS by.
    private var actionNow: NextAction {
        guard claim == .pending else { return .none }
        if let url = rawCheckoutURL.flatMap({ WebURL($0) }), url.isAllowed(in: environment) { return .redirect(url) }
        guard let receiver else { return .none }
        return .instructions(PaymentInstructions(receiver: receiver, amount: amount, reference: customerReference))
    }

    private static func unreadable(_ field: String) -> ProviderError {
        ProviderError(.unreadable, "\(field): missing, or not what SMS Pay documents")
    }
}
