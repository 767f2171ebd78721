import HTTPTypes
import PaymentIntents
import Testing

/// The module is imported as a merchant's would be. `VerifiedCallback(callback, content: "")` does not compile here: its
/// initialiser is the centre's own, so ``ProviderAdapter/receive(_:)`` is the only way to one.
@Suite("Receiving a callback")
struct ReceiveTests {
    private static func adapter<Adapter: AdapterDouble>(
        _ type: Adapter.Type = Adapter.self,
        _ trust: CallbackTrust
    ) throws -> Adapter {
        Adapter(account: try #require(AccountName("wallets")), callbackTrust: trust)
    }

    private static let evidence = Evidence(
        claim: .succeeded,
        source: .callback,
        rawStatus: "PAID",
        reference: "ORDER-1"
    )
    private static let lookup = PaymentLookup(kind: nil, reference: "ORDER-1", providerPaymentID: nil)
    private static let unchecked = CallbackRefusal(.unchecked, check: "signature")

    @Test("a signature that holds gives evidence, spoken by a callback whatever the adapter wrote")
    func signed() throws {
        let receipt = try Self.adapter(SigningAdapter.self, .signed).receive(DoubleCallback.signed("ORDER-1"))
        #expect(receipt == .event(.evidence(Self.evidence)))
    }

    @Test(
        "where the provider has to confirm, signed evidence is a hint",
        arguments: [CallbackTrust.confirmed, .signedAndConfirmed]
    )
    func signedAndConfirmed(_ trust: CallbackTrust) throws {
        let receipt = try Self.adapter(SigningAdapter.self, trust).receive(DoubleCallback.signed("ORDER-1"))
        #expect(receipt == .hint(Self.lookup, says: Self.evidence))
    }

    @Test("a signature of another body is refused", arguments: CallbackTrust.allCases)
    func forged(_ trust: CallbackTrust) throws {
        let adapter = try Self.adapter(SigningAdapter.self, trust)
        let callback = try DoubleCallback.signed("ORDER-1", as: "ORDER-2")
        #expect(throws: CallbackRefusal(.mismatch, check: "x-signature")) { try adapter.receive(callback) }
    }

    @Test("a missing signature is refused", arguments: CallbackTrust.allCases)
    func missing(_ trust: CallbackTrust) throws {
        let adapter = try Self.adapter(SigningAdapter.self, trust)
        #expect(throws: CallbackRefusal(.missing, check: "x-signature")) {
            try adapter.receive(DoubleCallback.unsigned("ORDER-1"))
        }
    }

    @Test("two signature headers are refused, even when both hold")
    func repeated() throws {
        let adapter = try Self.adapter(SigningAdapter.self, .signed)
        let callback = try DoubleCallback.signed("ORDER-1")
        var headers = callback.headers
        headers.append(contentsOf: callback.headers)
        #expect(throws: CallbackRefusal(.repeated, check: "x-signature")) {
            try adapter.receive(Callback(headers: headers, body: callback.body))
        }
    }

    @Test(
        "a signature in another form is refused as malformed",
        arguments: ["", "0", "sha256=", "SHA256=", " ", "zz", "\u{FF10}", ", "]
    )
    func malformed(_ junk: String) throws {
        let adapter = try Self.adapter(SigningAdapter.self, .signed)
        var headers = try DoubleCallback.signed("ORDER-1").headers
        let signature = try #require(headers[DoubleCallback.signature])
        headers[DoubleCallback.signature] = junk.isEmpty ? String(signature.dropLast()) : "\(junk)x\(signature)"
        #expect(throws: CallbackRefusal(.malformed, check: "x-signature")) {
            try adapter.receive(Callback(headers: headers, body: Array("ORDER-1".utf8)))
        }
    }

    @Test("an adapter that checks nothing believes nothing", arguments: [CallbackTrust.signed, .signedAndConfirmed])
    func nothingChecked(_ trust: CallbackTrust) throws {
        let adapter = try Self.adapter(CarelessAdapter.self, trust)
        #expect(throws: Self.unchecked) { try adapter.receive(DoubleCallback.signed("ORDER-1")) }
    }

    @Test("where only the provider is believed, an unsigned callback is a hint that says nothing")
    func unsignedHint() throws {
        let receipt = try Self.adapter(CarelessAdapter.self, .confirmed).receive(DoubleCallback.unsigned("ORDER-1"))
        #expect(receipt == .hint(Self.lookup, says: nil))
    }

    @Test("a hint that names no payment is refused")
    func emptyHint() throws {
        let adapter = try Self.adapter(CarelessAdapter.self, .confirmed)
        #expect(throws: Self.unchecked) { try adapter.receive(DoubleCallback.unsigned("")) }
    }

    @Test("a failed check that the adapter swallows stays failed", arguments: CallbackTrust.allCases, [true, false])
    func swallowed(_ trust: CallbackTrust, isSignedToo: Bool) throws {
        let adapter = try Self.adapter(SwallowingAdapter.self, trust)
        let callback = isSignedToo ? try DoubleCallback.signed("ORDER-1") : DoubleCallback.unsigned("ORDER-1")
        #expect(throws: Self.unchecked) { try adapter.receive(callback) }
    }

    @Test("a credential alone is never enough to be believed", arguments: [CallbackTrust.signed, .signedAndConfirmed])
    func credentialAlone(_ trust: CallbackTrust) throws {
        let adapter = try Self.adapter(CredentialAdapter.self, trust)
        #expect(throws: Self.unchecked) { try adapter.receive(DoubleCallback.unsigned("ORDER-1")) }
    }

    @Test("a credential may open the door to a hint, and a wrong one shuts it")
    func credentialAndHint() throws {
        let adapter = try Self.adapter(CredentialAdapter.self, .confirmed)
        #expect(try adapter.receive(DoubleCallback.unsigned("ORDER-1")) == .hint(Self.lookup, says: nil))
        for wrong in ["", "the-api-key-of-the-test", "the-api-key-of-the-tests ", "THE-API-KEY-OF-THE-TESTS"] {
            let callback = DoubleCallback.unsigned("ORDER-1", apiKey: wrong)
            // HTTPFields cuts blanks off the ends of a value, as HTTP says.
            guard callback.headers[DoubleCallback.credential] != DoubleCallback.apiKey.text else { continue }
            #expect(throws: Self.unchecked, "\(wrong)") { try adapter.receive(callback) }
        }
    }

    @Test("while a credential is rotated each of the two will do, and nothing else")
    func rotatedCredential() throws {
        let adapter = try Self.adapter(RotatingAdapter.self, .signed)
        let keys = [DoubleCallback.apiKey.text, DoubleCallback.formerAPIKey.text]
        for key in keys {
            let receipt = try adapter.receive(DoubleCallback.signed("ORDER-1", apiKey: key))
            #expect(receipt == .event(.evidence(Self.evidence)))
        }
        for wrong in ["", "the-api-key-of-the-test", "THE-API-KEY-OF-THE-TESTS", keys.joined()] {
            let callback = try DoubleCallback.signed("ORDER-1", apiKey: wrong)
            #expect(throws: CallbackRefusal(.mismatch, check: "x-api-key")) { try adapter.receive(callback) }
        }
    }

    @Test("an authentic callback that is not understood is a problem, not a refusal", arguments: CallbackTrust.allCases)
    func problem(_ trust: CallbackTrust) throws {
        let receipt = try Self.adapter(SigningAdapter.self, trust).receive(DoubleCallback.signed("?"))
        #expect(receipt == .problem(.notUnderstood("not what the provider documents")))
    }

    @Test("authentic evidence that names no payment is a problem", arguments: CallbackTrust.allCases)
    func anonymous(_ trust: CallbackTrust) throws {
        let receipt = try Self.adapter(SigningAdapter.self, trust).receive(DoubleCallback.signed(""))
        #expect(receipt == .problem(.notUnderstood("names no payment")))
    }

    @Test("a signed challenge needs no confirmation", arguments: CallbackTrust.allCases)
    func challenge(_ trust: CallbackTrust) throws {
        let receipt = try Self.adapter(SigningAdapter.self, trust).receive(DoubleCallback.signed("challenge"))
        #expect(receipt == .event(.challenge("42")))
    }

    @Test("the same callback gives the same receipt, however often it comes")
    func pure() throws {
        let adapter = try Self.adapter(SigningAdapter.self, .signed)
        let callback = try DoubleCallback.signed("ORDER-1")
        let receipts = try (0..<3).map { _ in try adapter.receive(callback) }
        #expect(Set(receipts).count == 1)
    }
}
