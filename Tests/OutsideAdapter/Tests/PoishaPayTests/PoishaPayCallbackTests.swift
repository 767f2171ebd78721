import HTTPTypes
import PaymentContracts
import PaymentIntents
import Testing

@Suite("A callback of PoishaPay")
struct PoishaPayCallbackTests {
    @Test("is not authentic when bytes have moved from the body to the timestamp")
    func boundary() throws {
        let setup = try AdapterSetup()
        let adapter = try PoishaPaySubject().adapter(setup)
        // One message, cut in two places: after the second full stop it is another callback.
        let whole = try PoishaPayWire.signed(
            Array(#"1.{"type":"payment.changed"}"#.utf8),
            setup.callbackKeys[0],
            at: 17
        )
        let name = try #require(HTTPField.Name("PoishaPay-Timestamp"))
        var headers = whole.headers
        headers[name] = "17.1"
        let moved = Callback(headers: headers, body: Array(whole.body.dropFirst(2)))
        #expect(throws: Never.self) { try adapter.receive(whole) }
        #expect(throws: CallbackRefusal(.malformed, check: "poishapay-timestamp")) { try adapter.receive(moved) }
    }

    @Test("that nothing signs is refused where a merchant wants PoishaPay to be asked")
    func confirmed() throws {
        let setup = try AdapterSetup()
            .with {
                $0.trust = .confirmed
                $0.callbackKeys = []
            }
        var settings = AdapterSettings(
            account: setup.account,
            environment: setup.environment,
            values: ["apiKey": .text(PoishaPaySubject.apiKey(setup)), "callbackTrust": .text("confirmed")]
        )
        let adapter = try PoishaPaySubject().adapter(&settings)
        let body = try PoishaPaySubject().wire.callback.sample.bytes
        let callback = try PoishaPayWire.signed(body, "a-key-of-somebody-else", at: 1_777_975_320)
        #expect(throws: CallbackRefusal(.unchecked, check: "signature")) { try adapter.receive(callback) }
    }
}
