import HTTPTypes
import PaymentIntents

/// What an error of a creation says about what was accepted.
extension IdempotencyRules {
    static let unknownOutcome = AdapterRule(
        "idempotency.unknown-outcome",
        "A provider that failed while it worked may have taken the order; whoever calls that a no pays it twice."
    ) { subject in
        try await subject.conversing { conversation in
            for (number, kind) in subject.kinds.enumerated() {
                let call = ProviderCall.create(try subject.order(number + 1, kind))
                try await conversation.farEnd.arm(.serverError)
                let error = try await conversation.refusal(of: call)
                try unknown(error, "a \(kind.rawValue) that is answered with 500")
                for (about, response) in try brokenAnswers(to: subject.order(number + 1, kind), subject.wire) {
                    let error = conversation.adapter.refusal(in: response, to: call)
                    try unknown(error, "a \(kind.rawValue) that is answered with \(about)")
                }
            }
        }
    }

    static let rateLimit = AdapterRule(
        "idempotency.rate-limit",
        "Too many requests is not now, not no: nothing was taken, and the same order is good later."
    ) { subject in
        try await subject.conversing { conversation in
            let order = try subject.order(1)
            try await conversation.farEnd.arm(.rateLimit)
            let error = try await conversation.refusal(of: .create(order))
            let before = try await conversation.farEnd.paymentCount()
            _ = try await conversation.create(order)
            let after = try await conversation.farEnd.paymentCount()
            try require(
                error.code == .rateLimited && error.consequence == .nothingAccepted && before == 0 && after == 1,
                sent: "a creation that is answered with 429, and again",
                came: "\(error.code.rawValue), \(error.consequence), \(before) payments, then \(after)",
                due: "rateLimited, nothingAccepted, no payment, then one"
            )
        }
    }

    static let definiteNo = AdapterRule(
        "idempotency.definite-no",
        "A no that the provider documents ends the payment, and nothing is left of it there."
    ) { subject in
        try await subject.conversing { conversation in
            for (number, kind) in subject.kinds.enumerated() {
                let call = ProviderCall.create(try subject.order(number + 1, kind))
                var request = try conversation.adapter.written(call)
                request.body = Array("{}".utf8)
                let response = try await conversation.farEnd.answer(request)
                let error = conversation.adapter.refusal(in: response, to: call)
                let count = try await conversation.farEnd.paymentCount()
                // Where requests are signed, one that was emptied is turned away before anybody looks at the order.
                let isTurnedAway = error?.code == .credentialsRefused && subject.wire.refusesKeys(with: response.status)
                try require(
                    (error?.consequence == .refused || isTurnedAway) && count == 0,
                    sent: "a \(kind.rawValue) with nothing in it, answered with \(response.status)",
                    came: "\(error.map { "\($0.consequence)" } ?? "no error"), \(count) payments",
                    due: "refused, or turned away for its signature; no payment"
                )
                let documented = conversation.adapter.refusal(in: subject.wire.refusal, to: call)
                try require(
                    documented?.consequence == .refused,
                    sent: "a \(kind.rawValue), answered with the documented no",
                    came: documented.map { "\($0.consequence)" } ?? "no error",
                    due: "refused"
                )
            }
        }
    }

    static let wrongCredentials = AdapterRule(
        "idempotency.wrong-credentials",
        "A key that is not taken says nothing about the order, which may go elsewhere or wait for a better key."
    ) { subject in
        try await subject.conversing { conversation in
            let stranger = try subject.adapter(
                try AdapterSetup()
                    .with {
                        $0.baseURL = conversation.farEnd.baseURL
                        $0.credential = "stranger-0f9e8d7c6b"
                    }
            )
            let call = ProviderCall.create(try subject.order(1))
            let error = try await Conversation(adapter: stranger, farEnd: conversation.farEnd).refusal(of: call)
            let count = try await conversation.farEnd.paymentCount()
            try require(
                error.code == .credentialsRefused && error.consequence == .nothingAccepted && count == 0,
                sent: "a creation with another merchant's key",
                came: "\(error.code.rawValue), \(error.consequence), \(count) payments",
                due: "credentialsRefused, nothingAccepted, no payment"
            )
        }
    }

    private static func unknown(_ error: ProviderError?, _ sent: String) throws(ContractViolation) {
        try require(
            error?.consequence == .unknown,
            sent: sent,
            came: error.map { "\($0.code.rawValue), \($0.consequence)" } ?? "no error",
            due: "unknown"
        )
    }

    /// Answers of whoever stands in between, and half an answer of the provider.
    private static func brokenAnswers(
        to order: PaymentOrder,
        _ wire: ProviderWire
    ) -> [(about: String, ProviderResponse)] {
        let page = Array("<html><body>Bad gateway</body></html>".utf8)
        let answer = wire.creationReply.message(about: SamplePayment(order: order)).bytes
        let pages = [408, 500, 502, 503, 504]
            .map { status in
                (
                    "\(status) and a page",
                    ProviderResponse(status: status, headers: [.contentType: "text/html"], body: page)
                )
            }
        let halves = stride(from: 0, to: answer.count, by: 16)
            .map { length in
                (
                    "\(length) of \(answer.count) bytes",
                    ProviderResponse(status: 200, body: Array(answer.prefix(length)))
                )
            }
        return pages + halves
    }
}

extension ProviderWire {
    /// Whether the documents show an answer of this status to a creation with a key that is not taken.
    fileprivate func refusesKeys(with status: Int) -> Bool {
        errors.contains { error in
            error.code == .credentialsRefused && error.operations.contains(.create) && error.response.status == status
        }
    }
}
