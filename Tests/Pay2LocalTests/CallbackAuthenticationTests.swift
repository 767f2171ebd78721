import Pay2Local
import PaymentIntents
import Testing

@Suite("Callbacks: which are authentic")
struct CallbackAuthenticationTests {
    @Test("No key, another key, another body (rows 11 and 12)")
    func forged() throws {
        let body = try Fixture.callbackDepositApproved.bytes
        let unsigned = try Signer.callback(body, signature: nil)
        #expect(try Receipts.refusal(of: unsigned) == CallbackRefusal(.missing, check: "x-signature"))

        let otherKey = try Signer.rawBody(body, key: "ak_of_another_account")
        #expect(try Receipts.refusal(of: otherKey) == CallbackRefusal(.mismatch, check: "x-signature"))

        let otherBody = try Signer.callback(body + [0x20], signature: Signer.signature(of: body))
        #expect(try Receipts.refusal(of: otherBody) == CallbackRefusal(.mismatch, check: "x-signature"))
    }

    @Test("A body that was cut short, at every byte (row 14)")
    func cutShort() throws {
        let body = try Fixture.callbackDepositApproved.bytes
        let signature = try Signer.signature(of: body)
        for count in 0..<body.count {
            let callback = try Signer.callback(Array(body.prefix(count)), signature: signature)
            #expect(try Receipts.refusal(of: callback)?.reason == .mismatch)
        }
    }

    private static let digits = "9ac8c8d8c44a1c5a21993ac5154a24fc380ace7f2173b31f1adcfceb29f6edb2"

    private static let notSignatures: [String] = [
        "", "sha256=", "\(digits.dropLast())", "\(digits)0", "SHA256=\(digits)", "sha256:\(digits)",
        "sha256=sha256=\(digits)", "\(digits),\(digits)", "0x\(digits.dropLast(2))", "\(digits.dropLast())g",
        "\(digits.dropLast())２", "\(digits.dropLast(2)) 2", "9gfgtr560987jhghgfhdf",
    ]

    @Test("Signatures that are none are refused, in the header and in the body (row 13)", arguments: notSignatures)
    func malformed(signature: String) throws {
        let body = try Fixture.callbackDepositApproved.bytes
        let inHeader = try #require(try Receipts.refusal(of: Signer.callback(body, signature: signature)))
        #expect(inHeader == CallbackRefusal(.malformed, check: "x-signature"))

        let inBody = try Signer.callback(Body().with("signature", "\"\(signature)\"").bytes, signature: nil)
        #expect(
            try Receipts.refusal(of: inBody, Account.bodyFields) == CallbackRefusal(.malformed, check: "signature")
        )
    }

    @Test("A prefix belongs to the header only, and a NUL nowhere (row 13)", arguments: ["sha256=", "\\u0000"])
    func malformedInBody(prefix: String) throws {
        let good = try Signer.signature(of: "ORDER-1|100.00|BDT|Approved|2024-05-21T15:50:32.024+06:00")
        let body = Body().with("signature", "\"\(prefix)\(good)\"").bytes
        let refusal = try Receipts.refusal(of: Signer.callback(body, signature: nil), Account.bodyFields)
        #expect(refusal == CallbackRefusal(.malformed, check: "signature"))
    }

    @Test("Two headers where one belongs (row 13)", arguments: ["x-signature", "X-SIGNATURE"])
    func repeatedSignature(name: String) throws {
        let body = try Fixture.callbackDepositApproved.bytes
        let signature = try Signer.signature(of: body)
        let callback = try Signer.callback(body, signature: signature, more: [(name, signature)])
        #expect(try Receipts.refusal(of: callback) == CallbackRefusal(.repeated, check: "x-signature"))
    }

    @Test("Two request ids, where the id is signed (row 13)")
    func repeatedRequestID() throws {
        var settings = Account.bodyFields
        settings["signedFields"] = .list(["merchant_payment_id", "requested_amount", "request_status", "@x-request-id"])
        let callback = try Signer.callback(
            Body().bytes,
            signature: nil,
            more: [("x-request-id", "1"), ("X-Request-ID", "1")]
        )
        #expect(try Receipts.refusal(of: callback, settings) == CallbackRefusal(.repeated, check: "x-request-id"))
    }

    @Test("A request id that is signed has to be there")
    func missingRequestID() throws {
        var settings = Account.bodyFields
        settings["signedFields"] = .list(["merchant_payment_id", "requested_amount", "request_status", "@x-request-id"])
        let signature = try Signer.signature(of: "ORDER-1|100.00|Approved")
        let body = Body().with("signature", "\"\(signature)\"").bytes
        let callback = try Signer.callback(body, signature: nil, more: [])
        #expect(try Receipts.refusal(of: callback, settings) == CallbackRefusal(.missing, check: "x-request-id"))
    }

    @Test("The body's signature has to be there, and a text", arguments: [nil, "null", "7", "[]", "{}"])
    func bodySignature(json: String?) throws {
        let callback = try Signer.callback(Body().with("signature", json).bytes, signature: nil)
        let refusal = try #require(try Receipts.refusal(of: callback, Account.bodyFields))
        #expect(refusal.check == "signature")
        #expect(refusal.reason == (json == nil || json == "null" ? .missing : .malformed))
    }

    @Test("A signature that is switched off is not looked at")
    func off() throws {
        let good = try Signer.signature(of: "ORDER-1|100.00|BDT|Approved|2024-05-21T15:50:32.024+06:00")
        let signedInBody = Body().with("signature", "\"\(good)\"").bytes
        #expect(try Receipts.refusal(of: Signer.callback(signedInBody, signature: "junk"), Account.bodyFields) == nil)
        #expect(try Receipts.refusal(of: Signer.rawBody(Body().with("signature", "\"junk\"").bytes)) == nil)
    }

    @Test("The raw body in the header and the fields in the body: both must hold")
    func both() throws {
        var settings = Account.bodyFields
        settings["headerSignature"] = .text("rawBody")
        let good = try Signer.signature(of: "ORDER-1|100.00|BDT|Approved|2024-05-21T15:50:32.024+06:00")
        let body = Body().with("signature", "\"\(good)\"").bytes
        #expect(try Receipts.refusal(of: Signer.rawBody(body), settings) == nil)
        #expect(
            try Receipts.refusal(of: Signer.callback(body, signature: good), settings)
                == CallbackRefusal(.mismatch, check: "x-signature")
        )
        #expect(
            try Receipts.refusal(
                of: Signer.rawBody(Body().with("signature", "\"\(good)\"").with("currency", "\"USD\"").bytes),
                settings
            )
                == CallbackRefusal(.mismatch, check: "signature")
        )
    }

    @Test("An account that does not say what is signed believes nothing (fail closed)", arguments: [nil, "rawBody"])
    func closed(header: String?) throws {
        var settings: [String: SettingValue] = [:]
        if let header { settings["headerSignature"] = .text(header) }
        let callback = try Signer.rawBody(Fixture.callbackDepositApproved.bytes)
        let check = header == nil ? "headerSignature" : "bodySignature"
        #expect(try Receipts.refusal(of: callback, settings) == CallbackRefusal(.unchecked, check: check))

        settings["callbackTrust"] = .text("signedAndConfirmed")
        #expect(try Receipts.refusal(of: callback, settings) == CallbackRefusal(.unchecked, check: check))
    }

    @Test("While keys are rotated all of them hold; the old one is refused after (row 37)")
    func rotation() throws {
        let body = try Fixture.callbackDepositApproved.bytes
        let old = try Signer.rawBody(body, key: "the-old-signing-key")
        let new = try Signer.rawBody(body, key: "the-new-signing-key")
        let both = Account.rawBody.merging([
            "signatureKeys": .list(["the-new-signing-key", "the-old-signing-key"])
        ]) { $1 }
        let after = Account.rawBody.merging(["signatureKeys": .text("the-new-signing-key")]) { $1 }

        #expect(try Receipts.refusal(of: old, both) == nil)
        #expect(try Receipts.refusal(of: new, both) == nil)
        #expect(try Receipts.refusal(of: old, after)?.reason == .mismatch)
        #expect(try Receipts.refusal(of: new, after) == nil)
        // The access key signs only where no other key is configured.
        #expect(try Receipts.refusal(of: Signer.rawBody(body), after)?.reason == .mismatch)
    }

    @Test("Keys that come along have to be ours, and need not come")
    func credentials() throws {
        let body = try Fixture.callbackDepositApproved.bytes
        let signature = try Signer.signature(of: body)
        func refusal(_ headers: [(String, String)]) throws -> CallbackRefusal? {
            try Receipts.refusal(of: Signer.callback(body, signature: signature, more: headers))
        }
        let access = "X-Authorization-Access"
        let `public` = "X-Authorization-Public"
        #expect(try refusal([(access, Account.accessKey), (`public`, Account.publicKey)]) == nil)
        #expect(try refusal([]) == nil)
        #expect(
            try refusal([(access, Account.publicKey)])
                == CallbackRefusal(.mismatch, check: "x-authorization-access")
        )
        #expect(
            try refusal([(access, Account.accessKey), (`public`, "another-public-key")])
                == CallbackRefusal(.mismatch, check: "x-authorization-public")
        )
        #expect(
            try refusal([(access, Account.accessKey), (access, Account.accessKey)])
                == CallbackRefusal(.repeated, check: "x-authorization-access")
        )
        #expect(try refusal([(access, "")])?.reason == .mismatch)
    }

    @Test("While the access key is rotated either may come along, whichever signs (row 37)")
    func rotatedCredentials() throws {
        let body = try Fixture.callbackDepositApproved.bytes
        let (old, new) = ("the-old-access-key", "the-new-access-key")
        func refusal(_ key: String, _ name: String, _ value: String, keys: [String]) throws -> CallbackRefusal? {
            let callback = try Signer.callback(
                body,
                signature: Signer.signature(of: body, key: key),
                more: [(name, value)]
            )
            let settings = ["accessKey": SettingValue.text(new), "signatureKeys": .list(keys)]
            return try Receipts.refusal(of: callback, Account.rawBody.merging(settings) { $1 })
        }
        let access = "X-Authorization-Access"
        let mismatch = CallbackRefusal(.mismatch, check: "x-authorization-access")
        for (key, value) in [(old, old), (old, new), (new, old), (new, new)] {
            for keys in [[new, old], [old, new]] {
                #expect(try refusal(key, access, value, keys: keys) == nil)
            }
        }
        for value in ["", "the-new-access-ke", "the-new-access-key1", new + old, Account.publicKey] {
            #expect(try refusal(old, access, value, keys: [new, old]) == mismatch)
        }
        #expect(try refusal(new, access, old, keys: [new]) == mismatch)
        #expect(try refusal(new, "X-Authorization-Public", old, keys: [new, old])?.reason == .mismatch)
    }

    @Test("Keys that come along replace no signature")
    func credentialsAlone() throws {
        let callback = try Signer.callback(
            Fixture.callbackDepositApproved.bytes,
            signature: nil,
            more: [("X-Authorization-Access", Account.accessKey), ("X-Authorization-Public", Account.publicKey)]
        )
        #expect(try Receipts.refusal(of: callback)?.reason == .missing)
        #expect(try Receipts.refusal(of: callback, [:])?.reason == .unchecked)
    }

    @Test(
        "A body whose fields cannot be read has no signed fields (rows 16 and 17)",
        arguments: ["", "[]", "null", "{", "\u{FEFF}{}", #"{"currency":"BDT","currenc\u0079":"USD"}"#]
    )
    func unreadableFields(body: String) throws {
        let callback = try Signer.callback(Array(body.utf8), signature: nil)
        let refusal = try Receipts.refusal(of: callback, Account.bodyFields)
        #expect(refusal == CallbackRefusal(.malformed, check: "body"))
    }
}
