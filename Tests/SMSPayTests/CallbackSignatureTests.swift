import Foundation
import PaymentIntents
import SMSPay
import Testing

@Suite("Webhooks: signatures")
struct CallbackSignatureTests {
    /// `openssl dgst -sha256 -hmac whsec_0123456789abcdef webhook-paid.json`
    private static let opensslSignature = "c07f90d94f13c1dfdc17857ea57c1e38e5779747f37d6d6382c68e7b4ee3262e"

    /// The same with `whsec_fedcba9876543210`.
    private static let opensslSignatureOfNextSecret =
        "dee26b64dad8b5c0a2b9877f501e938e4908ae6fe52548c92a127632e4823dfb"

    private static let opensslSignatureOfEmptySecret =
        "34bd1d870cc7142bfc494d35356ad1293f80ad793f3278de415452c8220ccf31"

    private func paid(_ signatures: [(name: String, value: String)]) throws -> SignedWebhook {
        try SignedWebhook(try Fixture("webhook-paid").bytes, signatures: signatures)
    }

    @Test(
        "A signature that OpenSSL made holds, in either header and in any case of the header's name",
        arguments: [
            "X-Signature", "x-signature", "X-SIGNATURE", "X-Webhook-Signature", "x-webhook-signature",
        ]
    )
    func openssl(_ name: String) throws {
        let webhook = try paid([(name, "sha256=" + Self.opensslSignature)])
        #expect(try TestAccount.sandbox.adapter().evidence(in: webhook).claim == .succeeded)
    }

    @Test("Row 13: upper-case hexadecimal digits are fine")
    func upperCaseDigits() throws {
        let webhook = try paid([("X-Signature", "sha256=" + Self.opensslSignature.uppercased())])
        #expect(try TestAccount.sandbox.adapter().evidence(in: webhook).claim == .succeeded)
    }

    @Test("Both headers: both must hold")
    func bothHeaders() throws {
        let adapter = try TestAccount.sandbox.adapter()
        let right = "sha256=" + Self.opensslSignature
        let wrong = "sha256=" + Self.opensslSignatureOfNextSecret
        let both = try paid([("X-Signature", right), ("X-Webhook-Signature", right)])
        #expect(try adapter.evidence(in: both).claim == .succeeded)
        for (first, second, check) in [
            (right, wrong, "x-webhook-signature"), (wrong, right, "x-signature"), (right, "", "x-webhook-signature"),
        ] {
            let webhook = try paid([("X-Webhook-Signature", second), ("X-Signature", first)])
            #expect(try adapter.refusal(of: webhook).check == check)
        }
    }

    @Test(
        "Row 12: no signature is refused",
        arguments: [
            [], ["Authorization"], ["X-Api-Key"], ["Signature"], ["X-Signature-256"], ["X-Webhook-Event"],
        ]
    )
    func missing(_ names: [String]) throws {
        let webhook = try paid(names.map { ($0, "sha256=" + Self.opensslSignature) })
        #expect(try TestAccount.sandbox.adapter().refusal(of: webhook).reason == .missing)
    }

    @Test("Rows 11 and 12: the signature of another secret, or of other bytes, is refused")
    func mismatch() throws {
        let adapter = try TestAccount.sandbox.adapter()
        let body = try Fixture("webhook-paid").bytes
        let forgeries = [
            try SignedWebhook(body, secret: TestAccount.nextSecret),
            try SignedWebhook(body, secret: TestAccount.sandboxKey),
            try paid([("X-Signature", "sha256=" + String(repeating: "0", count: 64))]),
            try SignedWebhook(body + [0x20], signatures: [("X-Signature", "sha256=" + Self.opensslSignature)]),
            try SignedWebhook(
                try Fixture("webhook-paid").replacing("500", with: "501"),
                signatures: [("X-Signature", "sha256=" + Self.opensslSignature)]
            ),
        ]
        for forgery in forgeries { #expect(try adapter.refusal(of: forgery).reason == .mismatch) }
    }

    @Test("Rows 12 and 14: the body cut short at any byte, or with any bit turned, is refused")
    func otherBody() throws {
        let adapter = try TestAccount.sandbox.adapter()
        let body = try Fixture("webhook-paid").bytes
        let signatures = [(name: "X-Signature", value: "sha256=" + Self.opensslSignature)]
        for index in body.indices {
            let short = try SignedWebhook(Array(body.prefix(index)), signatures: signatures)
            #expect(try adapter.refusal(of: short).reason == .mismatch)
            var turned = body
            turned[index] ^= 1
            #expect(try adapter.refusal(of: try SignedWebhook(turned, signatures: signatures)).reason == .mismatch)
        }
    }

    /// `<code>` stands for the right digits, `<63>` for all of them but the last.
    private static let otherForms: [String] = [
        "", "sha256=", "<code>", "SHA256=<code>", "Sha256=<code>", "sha1=<code>", "sha256:<code>", "sha256 =<code>",
        "sha256= <code>", "sha256=0x<code>", "sha256==<code>", "sha256=<63>", "sha256=<code>0",
        "sha256=<code>,sha256=<code>", "sha256=<code>, <code>", "sha256=<code>; v=1", "\"sha256=<code>\"",
        "sha256=<63>g", "sha256=<63>\0", "sha256=<63>\u{FF45}", "sha256=<63>\u{D8}", "sha256=<code>\r\nX-Signature: 1",
        "sha256=wH+Q2U8Twd/cF4V+pXweOOV3l0fzfW1jgsaOe07jJi4=", String(repeating: "sha256=", count: 10_000),
    ]

    @Test("Row 13: a signature of another form is refused", arguments: otherForms)
    func malformed(_ form: String) throws {
        let adapter = try TestAccount.sandbox.adapter()
        let value =
            form
            .replacingOccurrences(of: "<code>", with: Self.opensslSignature)
            .replacingOccurrences(of: "<63>", with: Self.opensslSignature.dropLast())
        for name in ["X-Signature", "X-Webhook-Signature"] {
            let refusal = try adapter.refusal(of: try paid([(name, value)]))
            #expect(refusal.reason == .malformed)
            #expect(refusal.check == name.lowercased())
        }
    }

    @Test("Row 13: a header that is there twice is refused, also when both values hold")
    func repeated() throws {
        let adapter = try TestAccount.sandbox.adapter()
        let right = "sha256=" + Self.opensslSignature
        for name in ["X-Signature", "X-Webhook-Signature"] {
            let webhook = try paid([(name, right), (name.lowercased(), right)])
            #expect(try adapter.refusal(of: webhook).reason == .repeated)
        }
    }

    @Test("Row 37: while secrets rotate, each one that is configured is taken, and the old one is refused after")
    func rotation() throws {
        let old = try paid([("X-Signature", "sha256=" + Self.opensslSignature)])
        let new = try paid([("X-Signature", "sha256=" + Self.opensslSignatureOfNextSecret)])
        let secrets: [([String], takesOld: Bool, takesNew: Bool)] = [
            ([TestAccount.secret], true, false),
            ([TestAccount.secret, TestAccount.nextSecret], true, true),
            ([TestAccount.nextSecret, TestAccount.secret], true, true),
            ([TestAccount.nextSecret], false, true),
        ]
        for (configured, takesOld, takesNew) in secrets {
            let adapter = try TestAccount.sandbox.with(["webhookSecrets": .list(configured)]).adapter()
            let takes = { (webhook: SignedWebhook) in (try? adapter.receive(webhook.callback)) != nil }
            #expect(takes(old) == takesOld)
            #expect(takes(new) == takesNew)
        }
    }

    @Test("Without a webhook secret every callback is refused, whatever it carries")
    func noSecret() throws {
        let adapter = try TestAccount.sandbox
            .with(["webhookSecrets": nil, "callbackTrust": .text("confirmed")])
            .adapter()
        #expect(try adapter.refusal(of: try paid([])).reason == .unchecked)
        let signed = try paid([("X-Signature", "sha256=" + Self.opensslSignature)])
        #expect(try adapter.refusal(of: signed).reason == .unchecked)
        // `openssl dgst -sha256 -hmac "" webhook-paid.json`: the signature under no secret at all.
        let empty = try paid([("X-Signature", "sha256=" + Self.opensslSignatureOfEmptySecret)])
        #expect(try adapter.refusal(of: empty).reason == .unchecked)
    }

    @Test(
        "Where the provider has to confirm, an authentic webhook is a hint that says what it said",
        arguments: [
            "confirmed", "signedAndConfirmed",
        ]
    )
    func confirmation(_ trust: String) throws {
        let adapter = try TestAccount.sandbox.with(["callbackTrust": .text(trust)]).adapter()
        let webhook = try SignedWebhook(try Fixture("webhook-paid").bytes)
        guard case .hint(let lookup, says: let evidence) = try adapter.receive(webhook.callback) else {
            Issue.record("expected a hint")
            return
        }
        #expect(lookup.providerPaymentID == "b5012f33-207e-4999-bf8d-5a1ebb10988e")
        #expect(evidence?.claim == .succeeded)
        #expect(try adapter.refusal(of: try paid([])).reason == .missing)
    }
}
