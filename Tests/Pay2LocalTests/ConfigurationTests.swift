import Pay2Local
import PaymentIntents
import Testing

@Suite("Configuration")
struct ConfigurationTests {
    @Test("Every documented key is known, and a misspelt one is not")
    func everyKeyIsKnown() throws {
        let settings = Account.bodyFields.merging([
            "baseURL": .text("https://testapi.pay2bd.com/api/v1"),
            "callbackTrust": .text("signedAndConfirmed"),
            "signatureKeys": .list([Account.accessKey]),
            "signedFormat": .text("values"),
            "signedFieldSeparator": .text("|"),
            "signedAbsentField": .text("skip"),
            "pathPrefix": .text("sandbox_"),
            "signedField": .text("currency"),
        ]) { $1 }
        var all = try Account.settings(settings)
        let adapter = try Pay2LocalAdapter(settings: &all)

        #expect(all.unknownKeys == ["signedField"])
        #expect(adapter.account.rawValue == "agents")
        #expect(Pay2LocalAdapter.name == "pay2local")
        #expect(adapter.callbackTrust == .signedAndConfirmed)
    }

    @Test("Callbacks have to be signed unless the account says otherwise")
    func trustIsSigned() throws {
        #expect(try Account.adapter().callbackTrust == .signed)
    }

    @Test("A missing key is named (row 36)", arguments: ["accessKey", "publicKey", "returnURL", "serviceType"])
    func missing(key: String) throws {
        let problem = try #require(try Account.problem(without: key))
        #expect(problem.key == "providers.agents.\(key)")
        #expect(problem.problem == "is missing")
    }

    @Test(
        "A wrong value is refused, and its key named (row 36)",
        arguments: [
            ("accessKey", SettingValue.text("short-canary-15")),
            ("accessKey", .text("canary with a blank in it")),
            ("publicKey", .text("short-canary-15")),
            ("publicKey", .text("canary৫-and-more-of-it")),
            ("baseURL", .text("api.pay2local.com")),
            ("baseURL", .text("https://api.pay2local.com/api/v1?canary=1")),
            ("baseURL", .text("https://api.pay2local.com/api/v1#canary")),
            ("returnURL", .text("javascript:canary()")),
            ("serviceType", .text("canary")),
            ("callbackTrust", .text("canary")),
            ("headerSignature", .text("canary")),
            ("bodySignature", .text("rawBody")),
            ("signatureKeys", .list([])),
            ("signatureKeys", .list(["long-enough-for-a-key", "short-canary-15"])),
            ("signedFields", .list([])),
            ("signedFields", .list(["merchant_payment_id", "canary"])),
            ("signedFields", .list(["merchant_payment_id", "signature"])),
            ("signedFields", .list(["currency", "timestamp", "currency"])),
            ("signedFormat", .text("canary")),
            ("signedFieldSeparator", .list(["|", "|"])),
            ("signedAbsentField", .text("null")),
            ("pathPrefix", .text("canary/../")),
            ("pathPrefix", .text("canary?")),
        ]
    )
    func wrong(key: String, value: SettingValue) throws {
        let problem = try #require(try Account.problem(Account.rawBody.merging([key: value]) { $1 }))
        #expect(problem.key == "providers.agents.\(key)")
        #expect(!"\(problem)".contains("canary"))
    }

    @Test("The paths of the sandbox are not called where money is real", arguments: ["sandbox_", "Sandbox_"])
    func livePrefix(_ prefix: String) throws {
        let settings = Account.rawBody.merging(["pathPrefix": .text(prefix)]) { $1 }
        #expect(try Account.problem(settings, environment: .live)?.key == "providers.agents.pathPrefix")
        #expect(try Account.problem(settings, environment: .sandbox) == nil)
    }

    @Test("Only https is called and returned to where money is real (row 36)", arguments: ["baseURL", "returnURL"])
    func liveNeedsTLS(key: String) throws {
        let settings = Account.rawBody.merging([key: .text("http://pay.example")]) { $1 }
        #expect(try Account.problem(settings, environment: .live)?.key == "providers.agents.\(key)")
        #expect(try Account.problem(settings, environment: .sandbox) == nil)
    }

    @Test("Trust in signatures with nothing that is signed is refused (row 36)", arguments: CallbackTrust.allCases)
    func nothingSigned(trust: CallbackTrust) throws {
        let problem = try Account.problem([
            "callbackTrust": .text(trust.rawValue),
            "headerSignature": .text("off"),
            "bodySignature": .text("off"),
        ])
        #expect(problem?.key == (trust == .confirmed ? nil : "providers.agents.callbackTrust"))
    }

    @Test(
        "A signature over fields needs the list of them (row 36)",
        arguments: [("fields", "off"), ("off", "fields"), ("rawBody", "fields"), ("fields", "fields")]
    )
    func fieldsWithoutList(header: String, body: String) throws {
        let problem = try Account.problem(["headerSignature": .text(header), "bodySignature": .text(body)])
        #expect(problem?.key == "providers.agents.signedFields")
    }

    @Test(
        "A list that leaves out what decides about the money is no signature",
        arguments: ["merchant_payment_id", "requested_amount", "request_status"]
    )
    func undecisiveFields(missing: String) throws {
        let names = ["merchant_payment_id", "requested_amount", "currency", "request_status"].filter { $0 != missing }
        var settings = Account.bodyFields
        settings["signedFields"] = .list(names)

        let problem = try #require(try Account.problem(settings))
        #expect(problem.key == "providers.agents.signedFields")
        #expect(problem.problem.contains(missing))

        settings["callbackTrust"] = .text("signedAndConfirmed")
        #expect(try Account.problem(settings) == nil)
        settings["callbackTrust"] = .text("signed")
        settings["headerSignature"] = .text("rawBody")
        #expect(try Account.problem(settings) == nil)
    }

    @Test("The header's value cannot stand inside of a JSON object")
    func requestIDInsideJSON() throws {
        var settings = Account.bodyFields
        settings["signedFormat"] = .text("json")
        settings["signedFields"] = .list([
            "merchant_payment_id", "@x-request-id", "requested_amount", "request_status",
        ])
        #expect(try Account.problem(settings)?.key == "providers.agents.signedFields")
    }

    @Test("The list may stand there while the raw body is signed, as in the example")
    func exampleOfTheInterface() throws {
        var settings = Account.bodyFields
        settings["headerSignature"] = .text("rawBody")
        settings["bodySignature"] = .text("off")
        settings["signedFieldSeparator"] = .text("|")
        settings["pathPrefix"] = .text("")
        #expect(try Account.problem(settings) == nil)
    }
}
