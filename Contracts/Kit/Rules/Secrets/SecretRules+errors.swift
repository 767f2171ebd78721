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
        "Answers echo what we sent, carry phone numbers and whatever an attacker wrote; errors are logged and shown, and "
            + "quote nothing of it."
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        let number = "01799999999"
        let canaries = Canaries(setup, and: [number])
        let text = "\(setup.credential) \(number)"
        for exchange in try subject.exchanges() {
            for response in echoes(of: text, in: exchange, subject.wire) {
                let outcome = ReplyOutcome(of: response, to: exchange.call, at: adapter)
                guard let error = outcome.error else { continue }
                try canaries.requireNone(
                    in: error,
                    "the error of \(exchange.call.operation.rawValue), answered with \(response.status)"
                )
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

    /// Answers that are genuine but for one member, which repeats what it should not; errors and pages that do.
    private static func echoes(of text: String, in exchange: Exchange, _ wire: ProviderWire) -> [ProviderResponse] {
        let values: [MessageJSON] = [
            .string(text), .array([.string(text)]), .object([.init(text, .string(text))]),
        ]
        var bodies = [Array("<html>\(text)</html>".utf8), Array("{\"\(text)\":".utf8), Array("[\"\(text)\"]".utf8)]
        for path in exchange.answer.paths {
            for body in values.map({ exchange.answer.setting(path, to: $0).bytes }) {
                bodies += [body, body.dropLast()]
            }
        }
        let statuses = [200, 201, 400, 401, 403, 404, 409, 422, 429, 500, 503]
        var responses = statuses.flatMap { status in
            bodies.map { ProviderResponse(status: status, headers: [.retryAfter: text], body: $0) }
        }
        for error in wire.documentedErrors {
            guard let body = try? MessageJSON(error.response.body) else { continue }
            for path in body.paths {
                for value in values {
                    var response = error.response
                    response.headers[.retryAfter] = text
                    response.body = body.setting(path, to: value).bytes
                    responses.append(response)
                }
            }
        }
        return responses
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
