import HTTPTypes
import PaymentIntents

/// HTTP status codes.
extension ReplyRules {
    static let statuses: [AdapterRule] = [successful, creation, question, rateLimit, retryAfter, contradiction]

    static let successful = AdapterRule(
        "reply.status.successful",
        "Providers answer with one code of 200 to 299 today and with another one tomorrow."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.exchanges() {
            let due = exchange.outcome(of: exchange.answer, at: adapter)
            try require(due.error == nil, sent: exchange.answer.quoted, came: "\(due)", due: "no error")
            for status in 200..<300 {
                let outcome = exchange.outcome(of: exchange.answer, status: status, at: adapter)
                try require(outcome == due, sent: "status \(status)", came: "\(outcome)", due: "\(due)")
            }
        }
    }

    static let creation = AdapterRule(
        "reply.status.creation",
        "After a creation only the provider itself can say no; a bare status leaves the outcome unknown, except where it "
            + "says that nothing was looked at, and a failure or a time-out does even in the provider's own form."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for kind in subject.kinds {
            let call = ProviderCall.create(try subject.samplePayment(kind).order)
            for status in 300...599 where status != 429 {
                for body in [page, []] {
                    let outcome = ReplyOutcome(of: ProviderResponse(status: status, body: body), to: call, at: adapter)
                    if status == 401, outcome.error?.code == .credentialsRefused { continue }
                    try outcome.requireOpen(sent: "status \(status), \(body.isEmpty ? "empty" : "HTML"), to a creation")
                }
            }
            for response in subject.wire.failuresInOwnForm {
                try ReplyOutcome(of: response, to: call, at: adapter)
                    .requireOpen(sent: "\(quoted(response)) to \(call.quoted)")
            }
        }
    }

    static let question = AdapterRule(
        "reply.status.question",
        "A bare status is no answer to a question: not even 404 says that there is no such payment."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.exchanges() where exchange.call.operation != .create {
            for status in 300...599 {
                for body in [page, []] {
                    let outcome = exchange.outcome(of: body, status: status, at: adapter)
                    try require(
                        outcome.error.map { $0.consequence != .refused } == true,
                        sent: "status \(status), \(body.isEmpty ? "empty" : "HTML"), to \(exchange.call.quoted)",
                        came: "\(outcome)",
                        due: "an error that says nothing of the payment"
                    )
                }
            }
        }
    }

    static let rateLimit = AdapterRule(
        "reply.status.rate-limit",
        "429 says that nothing was accepted, so the next account may be tried, and this one is left alone."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.exchanges() {
            for body in [page, [], Array("{}".utf8)] {
                let outcome = exchange.outcome(of: body, status: 429, at: adapter)
                try require(
                    outcome.error?.code == .rateLimited && outcome.error?.consequence == .nothingAccepted,
                    sent: "status 429 to \(exchange.call.quoted)",
                    came: "\(outcome)",
                    due: "rateLimited"
                )
            }
        }
    }

    static let retryAfter = AdapterRule(
        "reply.status.retry-after",
        "Nobody makes us wait for ever or not at all; an adapter leaves the header to the engine's clock, or reads it "
            + "within 1 second and 1 hour."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let values = [
            "30", "1", "3600", "0", "-5", "86400", "99999999999999999999", "1e3", "soon", "30, 60", "٣٠",
            "Wed, 21 Oct 2015 07:28:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
        ]
        for exchange in try subject.exchanges() {
            for value in values {
                let response = ProviderResponse(status: 429, headers: [.retryAfter: value])
                let error = ReplyOutcome(of: response, to: exchange.call, at: adapter).error
                let isHeld = error?.retryAfter.map { RetryAfter.bounds.contains($0) } ?? true
                let seconds = Int(value).flatMap { (1...3600).contains($0) ? $0 : nil }
                let isExact = seconds.map { [nil, .seconds($0)].contains(error?.retryAfter) } ?? true
                try require(
                    error?.code == .rateLimited && isHeld && isExact,
                    sent: "status 429, Retry-After: \(value)",
                    came: "\(error?.description ?? "no error"), \(error?.retryAfter.map { "\($0)" } ?? "no wait")",
                    due: "rateLimited, with that wait held to 1 second and 1 hour, or without one"
                )
            }
        }
    }

    static let contradiction = AdapterRule(
        "reply.status.contradiction",
        "A payment under the status of an error is neither believed nor taken for a no."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.paymentExchanges(claiming: .succeeded) {
            for status in [301, 304, 400, 402, 403, 404, 409, 410, 422, 500, 502, 503, 504] {
                try exchange.outcome(of: exchange.answer, status: status, at: adapter)
                    .requireOpen(sent: "\(exchange.answer.quoted) with status \(status)")
            }
        }
    }
}

extension ProviderWire {
    /// The documented errors of a creation as they would look if the provider had failed or taken too long: with another
    /// status, which a body that repeats it says as well. A status to which the documents give a definite meaning is
    /// left out, and so is an error under a success, whose status stands in the body only.
    fileprivate var failuresInOwnForm: [ProviderResponse] {
        let errors = documentedErrors.filter { $0.operations.contains(.create) }
        let definite = errors.filter { ProviderError($0.code, "").consequence != .unknown }.map(\.response.status)
        return errors.map(\.response).filter { !$0.isSuccessful }
            .flatMap { response in
                let body = try? MessageJSON(response.body)
                return ([408] + Array(500...599)).filter { !definite.contains($0) }
                    .map { status in
                        var failure = response
                        failure.status = status
                        let old = MessageJSON.number("\(response.status)")
                        if let body { failure.body = body.replacing(old, with: .number("\(status)")).bytes }
                        return failure
                    }
            }
    }
}

extension MessageJSON {
    /// The message with another value wherever one stands.
    fileprivate func replacing(_ old: MessageJSON, with new: MessageJSON) -> MessageJSON {
        switch self {
        case .object(let members): .object(members.map { Member($0.name, $0.value.replacing(old, with: new)) })
        case .array(let elements): .array(elements.map { $0.replacing(old, with: new) })
        case .string, .number, .boolean, .null: self == old ? new : self
        }
    }
}
