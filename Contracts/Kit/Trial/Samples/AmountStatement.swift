import HTTPTypes
import PaymentIntents

/// A message of the provider that states an amount, and what an adapter makes of it.
struct AmountStatement {
    /// The payment that the message is about.
    let payment: SamplePayment

    /// The message; it claims a success where it can.
    let message: MessageJSON

    /// Where in it things are said.
    let described: WireMessage

    /// What the adapter takes out of a message, if it understands it, and all that came of it in words.
    let read: (MessageJSON) throws -> (evidence: Evidence?, outcome: String)

    /// The message with another amount.
    func stating(_ amount: MessageJSON?) -> MessageJSON {
        message.setting(described.fields[.amount] ?? [], to: amount)
    }

    /// The message with digits in place of the amount's, as a number or a text as the sample writes it.
    func stating(digits: String) -> MessageJSON {
        guard case .number = described.sample[described.fields[.amount] ?? []] else { return stating(.string(digits)) }
        return stating(.number(digits))
    }
}

extension AdapterSubject {
    /// The answers to a creation and to a query in each direction and each currency, as far as they state amounts. Of an
    /// answer that names no currency there is one in the first currency only.
    func repliesWithAmounts() throws -> [AmountStatement] {
        let adapter = try adapter(try AdapterSetup())
        return try currencies.flatMap { try paymentExchanges(claiming: .succeeded, of: $0) }
            .compactMap { exchange in
                guard let payment = exchange.payment, let described = exchange.described,
                    described.fields[.amount] != nil, described.names(payment.order.amount.currency, of: self)
                else { return nil }
                return AmountStatement(payment: payment, message: exchange.answer, described: described) { message in
                    let outcome = exchange.outcome(of: message, at: adapter)
                    return (outcome.intent?.evidence, "\(outcome)")
                }
            }
    }

    /// A signed callback of a success in each direction and each currency, which states an amount. Where single fields are
    /// signed, one that is neither a text nor a number cannot be, and such a callback is refused, which is as good as not
    /// understood.
    func callbacksWithAmounts() throws -> [AmountStatement] {
        try currencies.filter { wire.callback.names($0, of: self) }
            .flatMap { try ContentTrial.inEachDirection(self, of: $0) }
            .map { trial in
                AmountStatement(payment: trial.payment, message: trial.message, described: wire.callback) {
                    message in
                    let outcome = try trial.outcome(of: message)
                    return (outcome.evidence, "\(outcome)")
                }
            }
    }
}

extension WireMessage {
    /// Whether the message can name a currency, or it is the first one, which goes without saying.
    fileprivate func names(_ currency: Currency, of subject: any AdapterSubject) -> Bool {
        fields[.currency] != nil || currency == subject.currencies.first
    }
}
