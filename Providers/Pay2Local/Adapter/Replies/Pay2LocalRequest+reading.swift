import PaymentIntents
import StrictJSON

extension Pay2LocalRequest {
    /// Reads the answer to a creation.
    ///
    /// `request_id` must be there: without it the payment cannot be asked about. What else the answer names is
    /// reported; what it does not name is as it was asked for.
    ///
    /// - Parameters:
    ///   - answer: The JSON object.
    ///   - order: What was asked for.
    ///   - configuration: The account that asked.
    /// - Throws: `ProviderError` with code `unreadable`, naming the field.
    init(
        created answer: JSONValue,
        _ order: PaymentOrder,
        _ configuration: Pay2LocalConfiguration
    ) throws(ProviderError) {
        guard let requestID = answer["request_id"]?.filledString else { throw .unreadable("request_id") }
        let stated = WireAmount.stated(in: answer)
        let amount = if case .money(let money) = stated { money } else { order.amount }
        try self.init(
            answer,
            requestID: requestID,
            kind: order.kind,
            amount: amount,
            stated: stated,
            reference: order.reference,
            method: order.method,
            rawStatus: try Self.text("request_status", in: answer),
            configuration
        )
    }

    /// Reads the answer to the question about a status.
    ///
    /// The answer must name its payment by `merchant_payment_id`, as the page shows it: what is taken from the question
    /// instead would agree with it whatever was answered.
    ///
    /// - Parameters:
    ///   - answer: The JSON object.
    ///   - lookup: Which payment was asked about.
    ///   - configuration: The account that asked.
    /// - Throws: `ProviderError` with code `unreadable`, naming the field.
    init(
        status answer: JSONValue,
        _ lookup: PaymentLookup,
        _ configuration: Pay2LocalConfiguration
    ) throws(ProviderError) {
        guard let requestID = lookup.providerPaymentID else { throw .unreadable("request_id") }
        guard let rawStatus = answer["request_status"]?.filledString else { throw .unreadable("request_status") }
        guard let reference = answer["merchant_payment_id"]?.filledString else {
            throw .unreadable("merchant_payment_id")
        }
        let stated = WireAmount.stated(in: answer)
        guard case .money(let amount) = stated else { throw .unreadable("requested_amount and currency") }
        try self.init(
            answer,
            requestID: requestID,
            kind: lookup.kind,
            amount: amount,
            stated: stated,
            reference: reference,
            method: nil,
            rawStatus: rawStatus,
            configuration
        )
    }

    private init(
        _ answer: JSONValue,
        requestID: String,
        kind: PaymentKind?,
        amount: Money,
        stated: StatedAmount,
        reference: String,
        method: PaymentMethod?,
        rawStatus: String?,
        _ configuration: Pay2LocalConfiguration
    ) throws(ProviderError) {
        rawRequestType = try Self.text("request_type", in: answer)
        rawBankType = try Self.text("bank_type", in: answer)
        rawServiceType = answer["service_type"]?.string
        rawAmount = answer["requested_amount"].flatMap { $0.number ?? $0.string }
        rawCurrency = answer["currency"]?.string
        guard let kind = rawRequestType.map({ RequestType.kind($0.utf8.span) }) ?? kind else {
            throw .unreadable("request_type")
        }
        account = configuration.account
        self.requestID = requestID
        self.kind = kind
        self.amount = amount
        statedAmount = stated
        self.reference = try Self.text("merchant_payment_id", in: answer) ?? reference
        self.method = rawBankType.map { PaymentMethod(rawValue: $0) } ?? method
        claim = rawStatus.map { RequestStatus.claim($0) } ?? .pending
        self.rawStatus = rawStatus ?? ""
        transactionID = answer["transaction_id"]?.filledString
        agentNumber = answer["agent_number"]?.string.flatMap { MSISDN($0) }
        customerPhone = answer["cust_phone"]?.string.flatMap { MSISDN($0) }
        nextAction = Self.nextAction(
            redirectURL: answer["redirect_url"]?.string,
            agentNumber: agentNumber,
            amount: amount,
            configuration.environment
        )
    }

    /// Pay2Local's page comes first. Without one, a deposit is paid by hand to the agent's number.
    private static func nextAction(
        redirectURL: String?,
        agentNumber: MSISDN?,
        amount: Money,
        _ environment: PaymentEnvironment
    ) -> NextAction {
        if let redirectURL {
            guard let url = WebURL(redirectURL), url.isAllowed(in: environment) else { return .none }
            return .redirect(url)
        }
        guard let agentNumber else { return .none }
        return .instructions(PaymentInstructions(receiver: agentNumber, amount: amount, reference: nil))
    }

    /// A text that may be absent, `null` or empty, all three alike, and nothing but a text.
    private static func text(_ name: String, in answer: JSONValue) throws(ProviderError) -> String? {
        guard let value = answer[name], !value.isNull else { return nil }
        guard value.kind == .string else { throw .unreadable(name) }
        return value.filledString
    }
}

extension ProviderError {
    fileprivate static func unreadable(_ field: String) -> ProviderError {
        ProviderError(.unreadable, "\(field): missing, or not what Pay2Local documents")
    }
}
