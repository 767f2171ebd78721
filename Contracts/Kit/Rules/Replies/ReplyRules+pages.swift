import PaymentIntents

/// The provider's page, which the customer is sent to.
extension ReplyRules {
    static let pages: [AdapterRule] = [redirect, hostileRedirect, plainRedirect, instructions]

    static let redirect = AdapterRule(
        "reply.redirect.genuine",
        "The customer is sent to the page that the provider names, character for character.",
        needs: .customerPage
    ) { subject in
        for url in ["https://pay.example/checkout/1", "https://pay.example:8443/a%2Fb?x=1&y=%E0%A6%86#z"] {
            let due = WebURL(url).map { NextAction.redirect($0) }
            for environment in PaymentEnvironment.allCases {
                let action = try nextAction(url, in: environment, subject)
                try require(action == due, sent: url, came: "\(action)", due: "a redirect to it")
            }
        }
    }

    static let hostileRedirect = AdapterRule(
        "reply.redirect.hostile",
        "An address that is no plain web address is offered to nobody, nor repaired.",
        needs: .customerPage
    ) { subject in
        let urls = [
            "javascript:alert(1)", "JAVASCRIPT:alert(1)//https://", "data:text/html,x", "file:///etc/passwd",
            "ftp://a.example",
            "https://user@pay.example/", "https://user:pass@pay.example/", "https://pay.example@evil.example/",
            "https://",
            "https:///pay", "//pay.example/", "/pay", "pay.example", "", "https://pay.example/a b",
            "https://pay.example\\@evil.example",
            "https://pay.example/\r\nX-Evil: 1", "https://pay.example/\0", "https://pay.ex\u{430}mple/",
            "\u{202E}https://pay.example/",
            " https://pay.example/", "https://pay.example/\n", "https://pay.example:99999/", "intent://pay#Intent;end",
        ]
        for url in urls {
            for environment in PaymentEnvironment.allCases {
                let action = try nextAction(url, in: environment, subject)
                guard case .redirect = action else { continue }
                throw ContractViolation(sent: url.debugDescription, came: "\(action)", due: "no redirect")
            }
        }
    }

    static let plainRedirect = AdapterRule(
        "reply.redirect.plain",
        "Where money is real, no customer is sent to a page without TLS.",
        needs: .customerPage
    ) { subject in
        for url in ["http://pay.example/checkout/1", "HTTP://pay.example/checkout/1", "http://127.0.0.1/checkout/1"] {
            let action = try nextAction(url, in: .live, subject)
            guard case .redirect = action else { continue }
            throw ContractViolation(sent: "\(url), live", came: "\(action)", due: "no redirect")
        }
    }

    private static func nextAction(
        _ url: String,
        in environment: PaymentEnvironment,
        _ subject: any AdapterSubject
    ) throws -> NextAction {
        let adapter = try subject.adapter(try AdapterSetup().with { $0.environment = environment })
        let payment = try subject.samplePayment()
        let answer = subject.wire.creationReply.message(about: payment, in: environment)
            .setting(subject.wire.redirect ?? [], to: .string(url))
        let response = ProviderResponse(status: 200, body: answer.bytes)
        let outcome = ReplyOutcome(of: response, to: .create(payment.order), at: adapter)
        guard let intent = outcome.intent else {
            throw ContractViolation(sent: answer.quoted, came: "\(outcome)", due: "a payment, whatever its page is")
        }
        return intent.nextAction
    }
}
