import HTTPTypes
import PaymentIntents
import SMSPay
import Testing

@Suite("Webhooks: what they say")
struct CallbackEventTests {
    @Test(
        "Every event of the documents",
        arguments: [
            ("webhook-paid", "payment.paid", Claim.succeeded), ("webhook-expired", "payment.expired", .expired),
            ("webhook-rejected", "payment.rejected", .rejected),
            ("webhook-review-required", "payment.review_required", .review),
        ]
    )
    func events(_ fixture: String, _ event: String, _ claim: Claim) throws {
        let webhook = try SignedWebhook(try Fixture(fixture).bytes)
        let evidence = try TestAccount.sandbox.adapter().evidence(in: webhook)
        let expected = Evidence(
            claim: claim,
            source: .callback,
            rawStatus: event,
            kind: .deposit,
            amount: .money(try Money(parsing: "500", currency: .bdt)),
            reference: "ORDER-10045",
            providerPaymentID: "b5012f33-207e-4999-bf8d-5a1ebb10988e",
            statedTime: "2026-05-05T10:01:00.000Z"
        )
        #expect(evidence == expected)
        let assessed = evidence.assessed(against: try Orders.terms())
        #expect(assessed.claim == claim)
        #expect(assessed.discrepancies.isEmpty)
    }

    @Test("The event of newer documents names both references; by the mode the order number is compared")
    func newer() throws {
        let webhook = try SignedWebhook(try Fixture("webhook-paid-newer").bytes, in: ["X-Webhook-Signature"])
        let terms = try Orders.terms(id: "live_pi_123")
        let split = try TestAccount.live.with(["referenceMode": .text("split")]).adapter().evidence(in: webhook)
        #expect(split.reference == "ORDER-10045")
        #expect(split.assessed(against: terms).claim == .succeeded)
        let seed = try TestAccount.live.adapter().evidence(in: webhook)
        #expect(seed.reference == "SP7A91BC2D0")
        #expect(seed.assessed(against: terms).discrepancies == [.reference])
    }

    @Test(
        "The reference of the mode is compared, and the other one when that is absent",
        arguments: [
            ("seed", #""customer_reference":"C""#, "C"), ("split", #""merchant_reference":"M""#, "M"),
            ("seed", #""customer_reference":"C","merchant_reference":"M""#, "C"),
            ("split", #""customer_reference":"C","merchant_reference":"M""#, "M"),
            ("seed", #""customer_reference":"C","merchant_reference":null"#, "C"),
            ("split", #""customer_reference":"C","merchant_reference":null"#, "C"),
            ("split", #""customer_reference":"C","merchant_reference":"""#, "C"),
            ("seed", #""merchant_reference":"M""#, "M"), ("seed", #""customer_reference":7"#, nil),
        ]
    )
    func reference(_ mode: String, _ members: String, _ expected: String?) throws {
        let adapter = try TestAccount.sandbox.with(["referenceMode": .text(mode)]).adapter()
        let webhook = try SignedWebhook(event(#""payment_intent_id":"pi_1","amount":"1","currency":"BDT",\#(members)"#))
        #expect(try adapter.evidence(in: webhook).reference == expected)
    }

    @Test("Row 1: the same webhook twice gives equal evidence")
    func twice() throws {
        let adapter = try TestAccount.sandbox.adapter()
        let webhook = try SignedWebhook(try Fixture("webhook-paid").bytes)
        #expect(try adapter.evidence(in: webhook) == adapter.evidence(in: webhook))
    }

    @Test(
        "Row 8: an amount is the same money as a text and as a number",
        arguments: [#""500""#, "500", "500.0", #""500.00""#]
    )
    func amountForms(_ amount: String) throws {
        let body = try Fixture("webhook-paid").replacing(#""500""#, with: amount)
        let evidence = try TestAccount.sandbox.adapter().evidence(in: try SignedWebhook(body))
        #expect(evidence.assessed(against: try Orders.terms()).claim == .succeeded)
    }

    @Test(
        "Row 8: a success of another amount, of none or of something else is review",
        arguments: [
            #""499""#, #""500.01""#, "50000", #""""#, "null", "true", "{}", "[500]", "-500", "5e2", #""500.001""#,
            #""+500""#, #"" 500""#, #""0500""#, #""৫০০""#, "500.000", #""99999999999999999999""#,
            "123456789012345678901234567890",
        ]
    )
    func otherAmount(_ amount: String) throws {
        let body = try Fixture("webhook-paid").replacing(#""500""#, with: amount)
        let evidence = try TestAccount.sandbox.adapter().evidence(in: try SignedWebhook(body))
        let assessed = evidence.assessed(against: try Orders.terms())
        #expect(assessed.claim == .review)
        #expect(!assessed.discrepancies.isEmpty)
    }

    @Test(
        "Row 9: a success in another currency, in wrong case or in none is review",
        arguments: [#""USD""#, #""bdt""#, #""XXX""#, #""""#, "null", "7", #""BDT\u0000""#]
    )
    func otherCurrency(_ currency: String) throws {
        let body = try Fixture("webhook-paid").replacing(#""BDT""#, with: currency)
        let evidence = try TestAccount.sandbox.adapter().evidence(in: try SignedWebhook(body))
        #expect(evidence.assessed(against: try Orders.terms()).discrepancies == [.currency])
    }

    @Test("Rows 8 and 9: amount and currency that are not there at all make a success review")
    func missingMoney() throws {
        let adapter = try TestAccount.sandbox.adapter()
        for members in [#""amount":"500""#, #""currency":"BDT""#, #""x":1"#] {
            let webhook = try SignedWebhook(event(#""payment_intent_id":"pi_1",\#(members)"#))
            let evidence = try adapter.evidence(in: webhook)
            #expect(evidence.assessed(against: try Orders.terms(id: "pi_1")).claim == .review)
        }
    }

    @Test(
        "Row 11: an authentic webhook of another environment is kept apart",
        arguments: [
            "LIVE", "sandbox", "STAGING", "",
        ]
    )
    func otherEnvironment(_ environment: String) throws {
        let adapter = try TestAccount.sandbox.adapter()
        for fixture in ["webhook-paid", "webhook-endpoint-verification"] {
            let body = try Fixture(fixture).replacing("SANDBOX", with: environment)
            #expect(try adapter.receive(try SignedWebhook(body).callback) == .problem(.otherEnvironment))
        }
    }

    @Test("Headers that are not signed change nothing")
    func unsignedHeaders() throws {
        var webhook = try SignedWebhook(try Fixture("webhook-paid").bytes)
        for (name, value) in [
            ("X-Webhook-Event", "payment.rejected"), ("X-Webhook-Timestamp", "1999-01-01T00:00:00.000Z"),
            ("X-Webhook-Id", "1"), ("X-Webhook-Idempotency-Key", "1"),
        ] {
            webhook.headers[try #require(HTTPField.Name(name))] = value
        }
        #expect(try TestAccount.sandbox.adapter().evidence(in: webhook).claim == .succeeded)
    }

    @Test("The challenge of an endpoint verification is given back")
    func challenge() throws {
        let adapter = try TestAccount.sandbox.adapter()
        let webhook = try SignedWebhook(try Fixture("webhook-endpoint-verification").bytes)
        let receipt = try adapter.receive(webhook.callback)
        #expect(receipt == .event(.challenge("9c2f8d...")))
        guard case .event(let event) = receipt else { return }
        let documented = String(decoding: try Fixture("endpoint-verification-answer").bytes, as: UTF8.self)
        let answer = String(decoding: adapter.acknowledgement(of: event).json, as: UTF8.self)
        #expect(answer == documented.filter { !$0.isWhitespace })
    }

    @Test("A challenge that nobody signed is refused")
    func unsignedChallenge() throws {
        let webhook = try SignedWebhook(try Fixture("webhook-endpoint-verification").bytes, signatures: [])
        #expect(try TestAccount.sandbox.adapter().refusal(of: webhook).reason == .missing)
    }

    @Test("Every other webhook is acknowledged with the same words")
    func acknowledgement() throws {
        let adapter = try TestAccount.sandbox.adapter()
        let evidence = try adapter.evidence(in: try SignedWebhook(try Fixture("webhook-paid").bytes))
        for event in [nil, CallbackEvent.evidence(evidence)] {
            #expect(adapter.acknowledgement(of: event).json == Array(#"{"received":true}"#.utf8))
        }
    }

    @Test("A challenge is escaped in the answer")
    func escapedChallenge() throws {
        let answer = try TestAccount.sandbox.adapter()
            .acknowledgement(of: .challenge("\"},{\"a\":\"\\\n\u{1}ট"))
        #expect(String(decoding: answer.json, as: UTF8.self) == #"{"challenge":"\"},{\"a\":\"\\\n\u0001ট"}"#)
    }

    private func event(_ data: String) -> String {
        #"{"event":"payment.paid","environment":"SANDBOX","timestamp":"t","data":{\#(data)}}"#
    }
}
