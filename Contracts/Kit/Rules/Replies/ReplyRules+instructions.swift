import PaymentIntents

/// What a customer is told to do who is sent to no page.
extension ReplyRules {
    static let instructions = AdapterRule(
        "reply.instructions.genuine",
        "Money that goes to another number, or comes with another reference, is gone: the customer is shown those of the "
            + "answer, and the amount of the order.",
        needs: .instructions
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let payment = try subject.samplePayment()
        let described = subject.wire.creationReply
        var answer = described.message(described.word(for: .pending), about: payment)
        if let page = subject.wire.redirect { answer = answer.setting(page, to: nil) }
        // Somebody else's number, such as the customer's own.
        if let path = described.fields[.phoneNumber] { answer = answer.setting(path, to: .string("01999999999")) }
        for (digits, reference) in [("01700000001", "PAY-1"), ("01811111112", "PAY-2")] {
            guard let path = described.fields[.receiver], let receiver = MSISDN(digits) else { continue }
            var answer = answer.setting(path, to: .string(digits))
            let typed = described.fields[.typedReference]
            if let typed { answer = answer.setting(typed, to: .string(reference)) }
            // Where the answer names no reference to type, there is none, or it is the order's.
            let references = typed == nil ? [nil, payment.order.reference] : [reference]
            let due = references.map { reference in
                let amount = payment.order.amount
                return NextAction.instructions(.init(receiver: receiver, amount: amount, reference: reference))
            }
            let response = ProviderResponse(status: 200, body: answer.bytes)
            let outcome = ReplyOutcome(of: response, to: .create(payment.order), at: adapter)
            try require(
                outcome.intent.map { due.contains($0.nextAction) } == true,
                sent: answer.quoted,
                came: outcome.intent.map { "\($0.nextAction)" } ?? "\(outcome)",
                due: due.map { "\($0)" }.joined(separator: " or ")
            )
        }
    }
}
