import HTTPTypes
import PaymentIntents
import Testing

@Suite("Callbacks")
struct CallbackTests {
    @Test("have one value for a header, or none, and never two")
    func header() throws {
        let upper = try #require(HTTPField.Name("X-Signature"))
        let lower = try #require(HTTPField.Name("x-signature"))
        var headers = HTTPFields()
        #expect(try Callback(headers: headers, body: []).header(lower) == nil)
        headers.append(HTTPField(name: upper, value: "a, b"))
        #expect(try Callback(headers: headers, body: []).header(lower) == "a, b")
        headers.append(HTTPField(name: lower, value: "a, b"))
        #expect(throws: CallbackRefusal(.repeated, check: "x-signature")) {
            try Callback(headers: headers, body: []).header(upper)
        }
    }

    @Test(
        "are believed after what the account's trust says",
        arguments: zip(CallbackTrust.allCases, [(true, false), (false, true), (true, true)])
    )
    func trust(_ trust: CallbackTrust, _ needs: (signature: Bool, confirmation: Bool)) {
        #expect(trust.needsSignature == needs.signature)
        #expect(trust.needsConfirmation == needs.confirmation)
    }

    @Test("are refused with the name of the check, and acknowledged with the bytes of the text")
    func words() {
        #expect(CallbackRefusal(.missing, check: "x-signature").description == "x-signature: missing")
        #expect(CallbackAcknowledgement(json: #"{"ok":true}"#).json == Array(#"{"ok":true}"#.utf8))
    }
}
