import Pay2Local
import PaymentIntents
import Testing

/// What is signed is written out by hand here; signatures of the sample are OpenSSL's own:
/// `printf '%s' TEXT | openssl dgst -sha256 -hmac ak_canary_3f9d2c7b51`.
@Suite("Signing recipes")
struct SigningRecipeTests {
    private func settings(
        _ fields: [String],
        format: String = "values",
        separator: String = "|",
        absent: String = "skip",
        header: String = "fields",
        body: String = "off"
    ) -> [String: SettingValue] {
        [
            "headerSignature": .text(header),
            "bodySignature": .text(body),
            "signedFields": .list(fields),
            "signedFormat": .text(format),
            "signedFieldSeparator": .text(separator),
            "signedAbsentField": .text(absent),
        ]
    }

    private func isAuthentic(
        _ body: [UInt8],
        _ signature: String,
        _ settings: [String: SettingValue],
        requestID: String? = Signer.requestID
    ) throws -> Bool {
        let headers = requestID.map { [("x-request-id", $0)] } ?? []
        let callback = try Signer.callback(body, signature: signature, more: headers)
        let adapter = try Account.adapter(settings)
        do throws(CallbackRefusal) {
            _ = try adapter.receive(callback)
            return true
        } catch {
            return false
        }
    }

    @Test(
        "The sample of the page under OpenSSL's signatures",
        arguments: [
            (
                "rawBody", "values", "|", [String](),
                "9ac8c8d8c44a1c5a21993ac5154a24fc380ace7f2173b31f1adcfceb29f6edb2"
            ),
            (
                "fields", "values", "|",
                ["merchant_payment_id", "requested_amount", "currency", "request_status", "timestamp"],
                "69bb06f6399e89d2751ace0cfa1d65de0dc80544dc400539c5115aa3b3919891"
            ),
            (
                "fields", "keyValues", "&", ["merchant_payment_id", "requested_amount", "request_status"],
                "5e38f1acb15834ff0ea80910244b470b445ef3bd589756f939629fe4d6e3fc9d"
            ),
            (
                "fields", "json", "|", ["merchant_payment_id", "requested_amount", "request_status"],
                "0551d4608d48fe85d7691b19fad6ad1ab1fd4750edb9537569598ded53062677"
            ),
        ]
    )
    func sample(header: String, format: String, separator: String, fields: [String], signature: String) throws {
        var settings = settings(fields, format: format, separator: separator, header: header)
        if fields.isEmpty { settings["signedFields"] = nil }
        let body = try Fixture.callbackDepositApproved.bytes
        #expect(try isAuthentic(body, signature, settings))
        #expect(try isAuthentic(body, signature.uppercased(), settings))
        #expect(try isAuthentic(body, "sha256=" + signature, settings))
        let other = try Fixture.callbackDepositApproved.replacing("100", with: "101")
        #expect(try !isAuthentic(other, signature, settings))
    }

    @Test(
        "Each format, each rule for what is absent, each separator",
        arguments: [
            ("values", "skip", "|", "ORDER-1|100.00|Approved|TX-9|p2p_agent", "ORDER-1|100.00|Approved|p2p_agent"),
            ("values", "empty", "|", "ORDER-1|100.00|Approved|TX-9|p2p_agent", "ORDER-1|100.00|Approved||p2p_agent"),
            ("values", "skip", "", "ORDER-1100.00ApprovedTX-9p2p_agent", "ORDER-1100.00Approvedp2p_agent"),
            (
                "keyValues", "skip", "&",
                "merchant_payment_id=ORDER-1&requested_amount=100.00&request_status=Approved&transaction_id=TX-9"
                    + "&service_type=p2p_agent",
                "merchant_payment_id=ORDER-1&requested_amount=100.00&request_status=Approved&service_type=p2p_agent"
            ),
            (
                "keyValues", "empty", "::",
                "merchant_payment_id=ORDER-1::requested_amount=100.00::request_status=Approved::transaction_id=TX-9"
                    + "::service_type=p2p_agent",
                "merchant_payment_id=ORDER-1::requested_amount=100.00::request_status=Approved::transaction_id="
                    + "::service_type=p2p_agent"
            ),
            (
                "json", "skip", "|",
                #"{"merchant_payment_id":"ORDER-1","requested_amount":100.00,"request_status":"Approved","#
                    + #""transaction_id":"TX-9","service_type":"p2p_agent"}"#,
                #"{"merchant_payment_id":"ORDER-1","requested_amount":100.00,"request_status":"Approved","#
                    + #""service_type":"p2p_agent"}"#
            ),
            (
                "json", "empty", "|",
                #"{"merchant_payment_id":"ORDER-1","requested_amount":100.00,"request_status":"Approved","#
                    + #""transaction_id":"TX-9","service_type":"p2p_agent"}"#,
                #"{"merchant_payment_id":"ORDER-1","requested_amount":100.00,"request_status":"Approved","#
                    + #""transaction_id":"","service_type":"p2p_agent"}"#
            ),
        ]
    )
    func formats(format: String, absent: String, separator: String, present: String, missing: String) throws {
        let settings = settings(
            ["merchant_payment_id", "requested_amount", "request_status", "transaction_id", "service_type"],
            format: format,
            separator: separator,
            absent: absent
        )
        let without = Body().with("transaction_id", nil).bytes
        #expect(try isAuthentic(Body().bytes, Signer.signature(of: present), settings))
        #expect(try isAuthentic(without, Signer.signature(of: missing), settings))
        #expect(try !isAuthentic(without, Signer.signature(of: present), settings))
        #expect(try !isAuthentic(Body().bytes, Signer.signature(of: missing), settings))
    }

    @Test(
        "A `null` is absent where values are joined, and `null` in JSON",
        arguments: [
            ("values", "ORDER-1|100.00|Approved"),
            ("keyValues", "merchant_payment_id=ORDER-1|requested_amount=100.00|request_status=Approved"),
            (
                "json",
                #"{"merchant_payment_id":"ORDER-1","requested_amount":100.00,"request_status":"Approved","#
                    + #""transaction_id":null}"#
            ),
        ]
    )
    func nulls(format: String, text: String) throws {
        let fields = ["merchant_payment_id", "requested_amount", "request_status", "transaction_id"]
        let body = Body().with("transaction_id", "null").bytes
        #expect(try isAuthentic(body, Signer.signature(of: text), settings(fields, format: format)))
    }

    @Test("Numbers are signed as they were written", arguments: ["100", "100.0", "100.00", "1e2", "100.000000"])
    func rawNumbers(token: String) throws {
        let settings = settings(["merchant_payment_id", "requested_amount", "request_status"])
        let body = Body().with("requested_amount", token).bytes
        #expect(try isAuthentic(body, Signer.signature(of: "ORDER-1|\(token)|Approved"), settings))
    }

    @Test("Texts are signed unescaped where they are joined, and escaped again in JSON")
    func rawTexts() throws {
        let fields = ["merchant_payment_id", "requested_amount", "request_status"]
        let body = Body().with("merchant_payment_id", #""a\u0041\"\\\/\n\u0001৳""#).bytes
        #expect(
            try isAuthentic(
                body,
                Signer.signature(of: "aA\"\\/\n\u{1}৳|100.00|Approved"),
                settings(fields)
            )
        )
        #expect(
            try isAuthentic(
                body,
                Signer.signature(
                    of: #"{"merchant_payment_id":"aA\"\\/\n\u0001৳","requested_amount":100.00,"#
                        + #""request_status":"Approved"}"#
                ),
                settings(fields, format: "json")
            )
        )
    }

    @Test(
        "`@x-request-id` is the header's bare value, where it is named",
        arguments: [
            ("values", true, "ID|ORDER-1|100.00|Approved"),
            ("values", false, "ORDER-1|100.00|Approved|ID"),
            ("keyValues", true, "ID|merchant_payment_id=ORDER-1|requested_amount=100.00|request_status=Approved"),
            (
                "json", true,
                #"ID|{"merchant_payment_id":"ORDER-1","requested_amount":100.00,"request_status":"Approved"}"#
            ),
            (
                "json", false,
                #"{"merchant_payment_id":"ORDER-1","requested_amount":100.00,"request_status":"Approved"}|ID"#
            ),
        ]
    )
    func requestID(format: String, isFirst: Bool, text: String) throws {
        let names = ["merchant_payment_id", "requested_amount", "request_status"]
        let fields = isFirst ? ["@x-request-id"] + names : names + ["@x-request-id"]
        let settings = settings(fields, format: format)
        let signature = try Signer.signature(of: text.replacing("ID", with: Signer.requestID))
        #expect(try isAuthentic(Body().bytes, signature, settings))
        #expect(try !isAuthentic(Body().bytes, signature, settings, requestID: "another"))
        #expect(try !isAuthentic(Body().bytes, signature, settings, requestID: nil))
    }

    @Test(
        "A signed field that is neither text nor number cannot be signed",
        arguments: ["true", "{}", "[]", #"["ORDER-1"]"#]
    )
    func unsignable(json: String) throws {
        for format in ["values", "keyValues", "json"] {
            let settings = settings(
                ["merchant_payment_id", "requested_amount", "request_status"],
                format: format,
                absent: "empty"
            )
            let body = Body().with("merchant_payment_id", json).bytes
            let callback = try Signer.callback(body, signature: Signer.signature(of: "|100.00|Approved"))
            #expect(throws: CallbackRefusal(.malformed, check: "merchant_payment_id")) {
                try Account.adapter(settings).receive(callback)
            }
        }
    }

    @Test("Header and body can be signed at once, and both must hold")
    func both() throws {
        let fields = ["merchant_payment_id", "requested_amount", "request_status"]
        let good = try Signer.signature(of: "ORDER-1|100.00|Approved")
        let bad = try Signer.signature(of: "ORDER-1|100.00|Rejected")
        let settings = settings(fields, body: "fields")
        #expect(try isAuthentic(Body().with("signature", "\"\(good)\"").bytes, good, settings))
        #expect(try !isAuthentic(Body().with("signature", "\"\(bad)\"").bytes, good, settings))
        #expect(try !isAuthentic(Body().with("signature", "\"\(good)\"").bytes, bad, settings))
        #expect(try !isAuthentic(Body().bytes, good, settings))
    }
}
