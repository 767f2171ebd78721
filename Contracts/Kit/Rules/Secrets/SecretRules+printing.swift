import HTTPTypes
import PaymentIntents

/// What adapters, requests, callbacks and intents show when somebody prints them.
extension SecretRules {
    static let adapter = AdapterRule(
        "secrets.adapter",
        "An adapter ends up in a log or in a crash report sooner or later; its keys must not."
    ) { subject in
        let setup = try AdapterSetup()
        try Canaries(setup).requireNone(in: try subject.adapter(setup), "the adapter")
    }

    static let requests = AdapterRule(
        "secrets.requests",
        "Requests are logged by their method and address; neither a key nor a customer's number may be in there."
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        let payments = try subject.kinds.map { kind in SamplePayment(order: try subject.order(1, kind)) }
        let calls =
            payments.map { ProviderCall.create($0.order) } + payments.map { .query($0.lookup) }
            + [.list(page: 1), .balance]
        let canaries = Canaries(setup, and: payments.compactMap(\.order.payee?.digits))
        for call in calls where subject.capabilities.operations.contains(call.operation) {
            let request = try adapter.written(call)
            let about = "the request for \(call.operation.rawValue)"
            try canaries.requireNone(in: request, about)
            try canaries.requireNone(in: request.url, "the address of \(about)")
        }
    }

    static let callbacks = AdapterRule(
        "secrets.callbacks",
        "What a callback came to is logged and stored, with its key in neither place."
    ) { subject in
        let setup = try AdapterSetup()
        let canaries = Canaries(setup)
        let adapter = try subject.adapter(setup)
        for told in try ToldCallback.all(of: subject) {
            let outcome = CallbackOutcome(of: told.callback, at: adapter)
            try canaries.requireNone(in: told.callback, "the callback \(told.about)")
            try canaries.requireNone(in: outcome, "what became of \(told.about)")
            let event = outcome.evidence.map(CallbackEvent.evidence)
            let answer = String(decoding: adapter.acknowledgement(of: event).json, as: UTF8.self)
            try canaries.requireNone(in: answer, "the acknowledgement of \(told.about)")
        }
        for event in [nil, CallbackEvent.challenge("9c2f8d")] {
            let answer = String(decoding: adapter.acknowledgement(of: event).json, as: UTF8.self)
            try canaries.requireNone(in: answer, "an acknowledgement")
        }
    }

    static let phoneNumbers = AdapterRule(
        "secrets.phone-numbers",
        "A wallet's number is a person's; an intent that is printed shows 017•••••001 at most.",
        needs: .phoneNumbers
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        let payment = try subject.samplePayment()
        let number = "01799999001"
        let canaries = Canaries(setup, and: [number])
        let answers: [(ProviderCall, WireMessage)] = [
            (.create(payment.order), subject.wire.creationReply), (.query(payment.lookup), subject.wire.queryReply),
        ]
        for (call, wire) in answers {
            guard let path = wire.fields[.phoneNumber], subject.capabilities.operations.contains(call.operation)
            else { continue }
            let message = wire.message(about: payment, in: setup.environment).setting(path, to: .string(number))
            let answer = try adapter.printable(ProviderResponse(status: 200, body: message.bytes), to: call)
            try canaries.requireNone(in: answer, "the answer to \(call.operation.rawValue)")
        }
    }
}

extension ProviderAdapter {
    /// The answer without the type of the adapter.
    fileprivate func printable(_ response: ProviderResponse, to call: ProviderCall) throws(ProviderError) -> Any {
        try reply(in: response, to: call)
    }
}
