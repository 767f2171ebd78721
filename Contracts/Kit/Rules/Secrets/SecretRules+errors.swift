import HTTPTypes
import PaymentIntents

/// What errors say about what came from outside.
extension SecretRules {
    static let refusals = AdapterRule(
        "secrets.refusals",
        "An order that is refused before it leaves is shown to whoever sent it, and logged: the number in it is not."
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        let number = "01799999001"
        let canaries = Canaries(setup, and: [number, "canary-4c1d9e"])
        for kind in PaymentKind.allCases {
            var order = try subject.order(1, kind)
            order.payee = MSISDN(number)
            var orders = [order, order, order, order]
            orders[1].amount = try subject.samplePayment(units: 0).order.amount
            orders[2].method = PaymentMethod(rawValue: "canary-4c1d9e")
            orders[3].reference = ""
            let errors = orders.compactMap { adapter.refusal(of: .create($0)) }
            try require(!errors.isEmpty, sent: "a \(kind.rawValue) of nothing", came: "a request", due: "an error")
            for error in errors { try canaries.requireNone(in: error, "the error of a \(kind.rawValue)") }
        }
    }

    static let echoes = AdapterRule(
        "secrets.echoes",
        "Whoever answers for a provider may echo what we sent; an error that quotes the answer quotes our keys."
    ) { subject in
        let setup = try AdapterSetup()
        let canaries = Canaries(setup)
        let adapter = try subject.adapter(setup)
        let payment = try subject.samplePayment()
        let calls = [ProviderCall.create(payment.order), .query(payment.lookup), .list(page: 1), .balance]
        for call in calls where subject.capabilities.operations.contains(call.operation) {
            for (status, body) in try echoing(setup.credential, subject.wire) {
                let response = ProviderResponse(status: status, headers: [.retryAfter: setup.credential], body: body)
                guard let error = adapter.refusal(in: response, to: call) else { continue }
                try canaries.requireNone(in: error, "the error of \(call.operation.rawValue), answered with \(status)")
            }
        }
    }

    static let quotes = AdapterRule(
        "secrets.quotes",
        "A callback that is refused or not understood may come from anybody; its words do not reach a log."
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        let canary = "canary-4c1d9e"
        let canaries = Canaries(setup, and: [canary])
        let payment = try subject.samplePayment()
        for path in subject.wire.callback.sample.paths {
            let message = subject.wire.callback.message(about: payment)
            for value in [.string(canary), .array([.string(canary)]), .number("31415926535897")] as [MessageJSON] {
                let body = message.setting(path, to: value).bytes
                let genuine = try subject.wire.signing.sign(body, with: setup.callbackKeys[0])
                let forged = try subject.wire.signing.sign(body, with: canary + canary)
                for callback in [genuine, forged] + subject.wire.signing.replacing(with: canary, in: genuine) {
                    switch CallbackOutcome(of: callback, at: adapter) {
                    case .refused(let refusal): try canaries.requireNone(in: refusal, "a refusal")
                    case .received(.problem(let problem)): try canaries.requireNone(in: problem, "a problem")
                    case .received: break
                    }
                }
            }
        }
    }

    /// Answers that are genuine but for one member, which repeats what it should not; and pages that do.
    private static func echoing(_ text: String, _ wire: ProviderWire) throws -> [(status: Int, body: [UInt8])] {
        var bodies = [Array("<html>\(text)</html>".utf8), Array("{\"\(text)\":".utf8), Array("[\"\(text)\"]".utf8)]
        for message in [wire.creationReply.sample, wire.queryReply.sample, try MessageJSON(wire.refusal.body)] {
            for path in message.paths {
                bodies.append(message.setting(path, to: .string(text)).bytes)
                bodies.append(message.setting(path, to: .object([.init(text, .string(text))])).bytes)
            }
        }
        return [200, 201, 400, 401, 403, 404, 409, 422, 429, 500, 503].flatMap { status in bodies.map { (status, $0) } }
    }
}

extension CallbackSigning {
    /// A callback with something else in the header of its signature, one copy for each such header.
    fileprivate func replacing(with text: String, in callback: Callback) -> [Callback] {
        headers.map { name in
            var fields = callback.headers
            fields[name] = text
            return Callback(headers: fields, body: callback.body)
        }
    }
}
