import HTTPTypes
import PaymentIntents

/// A call, and the answer that the provider gives to it when all is well.
struct Exchange {
    let call: ProviderCall
    let answer: MessageJSON

    /// Where in the answer things are said; `nil` for a list.
    let described: WireMessage?

    /// The payment that the answer is about; `nil` for a list and a balance.
    var payment: SamplePayment?

    /// What the adapter makes of an answer to the call.
    func outcome(
        of answer: MessageJSON,
        status: Int = 200,
        at adapter: any ProviderAdapter
    ) -> ReplyOutcome {
        outcome(of: answer.bytes, status: status, at: adapter)
    }

    /// What the adapter makes of any bytes that come back.
    func outcome(of body: [UInt8], status: Int = 200, at adapter: any ProviderAdapter) -> ReplyOutcome {
        let response = ProviderResponse(status: status, headers: [.contentType: "application/json"], body: body)
        return ReplyOutcome(of: response, to: call, at: adapter)
    }
}

extension AdapterSubject {
    /// Creation and query of one payment in each direction, as far as they are declared.
    ///
    /// The answers claim what the samples do, or, where they can, what is given. The currency is the provider's first when
    /// not given.
    func paymentExchanges(
        claiming claim: Claim? = nil,
        in environment: PaymentEnvironment = .sandbox,
        of currency: Currency? = nil
    ) throws -> [Exchange] {
        try kinds.flatMap { kind in
            try paymentExchanges(about: try samplePayment(kind, in: currency), claiming: claim, in: environment)
        }
    }

    private func paymentExchanges(
        about payment: SamplePayment,
        claiming claim: Claim?,
        in environment: PaymentEnvironment
    ) throws -> [Exchange] {
        let both: [(ProviderCall, WireMessage)] = [
            (.create(payment.order), wire.creationReply), (.query(payment.lookup), wire.queryReply),
        ]
        return both.filter { capabilities.operations.contains($0.0.operation) }
            .map { call, message in
                let word = claim.flatMap { message.word(for: $0) }
                return Exchange(
                    call: call,
                    answer: message.message(word, about: payment, in: environment),
                    described: message,
                    payment: payment
                )
            }
    }

    /// One exchange for each declared operation, for creation and query one in each direction.
    func exchanges() throws -> [Exchange] {
        var exchanges = try paymentExchanges()
        if capabilities.operations.contains(.list) { exchanges.append(try listExchange()) }
        if capabilities.operations.contains(.balance) { exchanges.append(try balanceExchange()) }
        return exchanges
    }

    /// A page of payments.
    ///
    /// - Throws: ``ContractViolation`` when the subject does not say how a page is written.
    func listExchange(
        of payments: [MessageJSON]? = nil,
        page: Int = 1,
        hasMore: Bool = false
    ) throws -> Exchange {
        guard let list = wire.listReply else {
            throw ContractViolation(sent: "the subject's wire", came: "no page of a list", due: "how one is written")
        }
        let payments = try payments ?? [wire.queryReply.message(about: try samplePayment())]
        let answer = list.page(payments, number: page, hasMore: hasMore)
        return Exchange(call: .list(page: page), answer: answer, described: nil)
    }

    /// The balance.
    ///
    /// - Throws: ``ContractViolation`` when the subject does not say how it is written.
    func balanceExchange() throws -> Exchange {
        guard let balance = wire.balanceReply else {
            throw ContractViolation(sent: "the subject's wire", came: "no balance", due: "how one is written")
        }
        return Exchange(call: .balance, answer: balance.sample, described: balance)
    }
}

extension SamplePayment {
    /// How we ask about it.
    var lookup: PaymentLookup {
        PaymentLookup(kind: order.kind, reference: order.reference, providerPaymentID: providerPaymentID)
    }
}
