import Pay2Local
import PaymentIntents
import Testing

@Suite("Callbacks: what has to be confirmed")
struct CallbackTrustTests {
    private let hint = PaymentLookup(kind: .deposit, reference: "10458558", providerPaymentID: nil)

    @Test("On `confirmed`, an unsigned callback only says which payment to ask about")
    func confirmed() throws {
        let callback = try Signer.callback(Fixture.callbackDepositApproved.bytes, signature: nil)
        for signatures in [("off", "off"), (nil, nil)] {
            var settings: [String: SettingValue] = ["callbackTrust": .text("confirmed")]
            if let header = signatures.0 { settings["headerSignature"] = .text(header) }
            if let body = signatures.1 { settings["bodySignature"] = .text(body) }
            #expect(try Receipts.receive(callback, settings) == .hint(hint, says: nil))
        }
    }

    @Test(
        "As long as nothing says what is signed, every callback is refused, and the configuration warns of it",
        arguments: [
            ([:], "headerSignature"), (["bodySignature": .text("off")], "headerSignature"),
            (["headerSignature": .text("off")], "bodySignature"),
            (["headerSignature": .text("rawBody")], "bodySignature"),
            (Account.bodyFields.filter { $0.key != "headerSignature" }, "headerSignature"),
            (Account.rawBody, nil), (Account.bodyFields, nil),
            (["callbackTrust": .text("confirmed")], nil),
        ] as [([String: SettingValue], String?)]
    )
    func noRecipe(_ settings: [String: SettingValue], _ key: String?) throws {
        var settings = try Account.settings(settings)
        _ = try Pay2LocalAdapter(settings: &settings)
        #expect(settings.warnings.count == (key == nil ? 0 : 1))
        if let key { #expect(settings.warnings.first?.hasPrefix("providers.agents.\(key) is not set") == true) }
    }

    @Test("On `confirmed`, a signature that is configured has to hold all the same")
    func confirmedWithSignature() throws {
        let settings = Account.rawBody.merging(["callbackTrust": .text("confirmed")]) { $1 }
        let body = try Fixture.callbackDepositApproved.bytes
        #expect(try Receipts.refusal(of: Signer.callback(body, signature: nil), settings)?.reason == .missing)
        guard case .hint(hint, says: .some) = try Receipts.receive(Signer.rawBody(body), settings) else {
            Issue.record("a signed callback is a hint with what it says")
            return
        }
    }

    @Test("On `signedAndConfirmed`, what a signed callback says stands beside the hint")
    func signedAndConfirmed() throws {
        let settings = Account.rawBody.merging(["callbackTrust": .text("signedAndConfirmed")]) { $1 }
        let body = try Fixture.callbackDepositApproved.bytes
        let evidence = try Receipts.evidence(in: body)
        #expect(try Receipts.receive(Signer.rawBody(body), settings) == .hint(hint, says: evidence))
        #expect(try Receipts.refusal(of: Signer.callback(body, signature: nil), settings)?.reason == .missing)
    }

    @Test(
        "A hint without a payment is refused",
        arguments: ["merchant_payment_id", "request_type"],
        [nil, "null", "7", #""""#, #"["Deposit"]"#]
    )
    func noHint(name: String, json: String?) throws {
        let settings: [String: SettingValue] = ["callbackTrust": .text("confirmed")]
        let callback = try Signer.callback(Body().with(name, json).bytes, signature: nil)
        #expect(try Receipts.refusal(of: callback, settings)?.reason == .unchecked)
    }

    @Test(
        "A hint in a direction that is not documented is refused",
        arguments: ["Refund", "Deposi", "Deposit ", "Ｄeposit"]
    )
    func unknownDirection(word: String) throws {
        let settings: [String: SettingValue] = ["callbackTrust": .text("confirmed")]
        let callback = try Signer.callback(Body().with("request_type", #""\#(word)""#).bytes, signature: nil)
        #expect(try Receipts.refusal(of: callback, settings)?.reason == .unchecked)
    }

    @Test("Nothing unsigned that cannot be read is a hint (row 16)", arguments: ["", "[]", "{", "null", "\u{0}"])
    func unreadableHint(body: String) throws {
        let settings: [String: SettingValue] = ["callbackTrust": .text("confirmed")]
        let callback = try Signer.callback(Array(body.utf8), signature: nil)
        #expect(try Receipts.refusal(of: callback, settings)?.reason == .unchecked)
    }

    @Test("On `confirmed`, keys that came along have to be ours")
    func confirmedCredentials() throws {
        let settings: [String: SettingValue] = ["callbackTrust": .text("confirmed")]
        let callback = try Signer.callback(
            Fixture.callbackDepositApproved.bytes,
            signature: nil,
            more: [("X-Authorization-Access", "a-key-of-somebody-else")]
        )
        #expect(try Receipts.refusal(of: callback, settings)?.check == "x-authorization-access")
    }
}
