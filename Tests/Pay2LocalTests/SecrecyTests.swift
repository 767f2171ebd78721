import Pay2Local
import PaymentIntents
import Testing

@Suite("Secrets and phone numbers")
struct SecrecyTests {
    /// Everything that a log line or a dump could make of a value.
    private func everything(_ value: some Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value) \(String(reflecting: value)) \(dumped)"
    }

    private func expectSecrecy(_ value: some Any, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = everything(value)
        #expect(!text.contains("canary"), sourceLocation: sourceLocation)
        #expect(!text.contains("01712345001"), sourceLocation: sourceLocation)
        #expect(!text.contains("01645484848"), sourceLocation: sourceLocation)
    }

    @Test("Neither the account nor its requests show them (row 38)")
    func requests() throws {
        let keys = ["signatureKeys": SettingValue.list(["canary-of-a-signing-key"])]
        let adapter = try Account.adapter(Account.bodyFields.merging(keys) { $1 })
        let order = try Order.make(.withdrawal, payee: "01712345001")
        expectSecrecy(adapter)
        expectSecrecy(order)
        expectSecrecy(try adapter.request(for: .create(order)))
        expectSecrecy(try adapter.request(for: .balance))
        expectSecrecy(RecipeFinder(adapter))
    }

    @Test("Neither answers nor errors show them (row 38)")
    func replies() throws {
        expectSecrecy(try Replies.intent(Fixture.statusAnswer.bytes, to: .query(Replies.lookup)))
        let answer = #"{"request_id":"R-1","agent_number":"01712345001"}"#
        expectSecrecy(try Replies.intent(Array(answer.utf8), to: .create(Order.make())))
        let error = #"{"message":"no canary for 01712345001","status":403}"#
        expectSecrecy(try Replies.error(Array(error.utf8), to: .create(Order.make())) as Any)
    }

    @Test("Neither refusals nor problems show them (row 38)")
    func callbacks() throws {
        let body = Body().with("request_type", #""canary""#).with("signature", #""canary""#).bytes
        expectSecrecy(try Receipts.refusal(of: Signer.callback(body, signature: "canary")) as Any)
        expectSecrecy(try Receipts.refusal(of: Signer.callback(body, signature: nil), Account.bodyFields) as Any)
        let headers = [("X-Authorization-Access", "canary")]
        expectSecrecy(try Receipts.refusal(of: Signer.callback(body, signature: nil, more: headers)) as Any)
        expectSecrecy(try Receipts.receive(Signer.rawBody(body)))
    }
}
