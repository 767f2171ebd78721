import PaymentIntents
import SMSPay
import Testing

@Suite("Webhooks: authentic, and not what the documents describe")
struct HostileCallbackTests {
    @Test(
        "Rows 16 and 17: kept as not understood, without a trap",
        arguments: [
            "", " ", "null", "true", "7", "\"payment.paid\"", "[]", "{}", "{", "\u{FEFF}{}",
            "{\"event\":\"payment.paid\",}",
            #"{"event":"payment.paid"}"#,
            #"{"environment":"SANDBOX"}"#,
            #"{"environment":7,"event":"payment.paid","data":{"payment_intent_id":"a"}}"#,
            #"{"environment":"SANDBOX","event":7,"data":{"payment_intent_id":"a"}}"#,
            #"{"environment":"SANDBOX","event":"payment.refunded","data":{"payment_intent_id":"a"}}"#,
            #"{"environment":"SANDBOX","event":"PAYMENT.PAID","data":{"payment_intent_id":"a"}}"#,
            #"{"environment":"SANDBOX","event":"payment.paid\u0000","data":{"payment_intent_id":"a"}}"#,
            #"{"environment":"SANDBOX","event":"payment.paid"}"#,
            #"{"environment":"SANDBOX","event":"payment.paid","data":null}"#,
            #"{"environment":"SANDBOX","event":"payment.paid","data":["payment_intent_id"]}"#,
            #"{"environment":"SANDBOX","event":"payment.paid","data":{}}"#,
            #"{"environment":"SANDBOX","event":"payment.paid","data":{"payment_intent_id":""}}"#,
            #"{"environment":"SANDBOX","event":"payment.paid","data":{"payment_intent_id":7}}"#,
            #"{"environment":"SANDBOX","event":"payment.paid","data":{"payment_intent_id":"a","payment_intent_id":"b"}}"#,
            #"{"environment":"SANDBOX","event":"payment.paid","data":{"payment_intent_id":"a","amount":1,"amo\u0075nt":2}}"#,
            #"{"environment":"SANDBOX","environment":"LIVE","event":"payment.paid","data":{"payment_intent_id":"a"}}"#,
            #"{"environment":"SANDBOX","event":"payment.paid","data":{"payment_intent_id":"\ud800"}}"#,
            #"{"environment":"SANDBOX","event":"payment.paid","data":{"payment_intent_id":"a"}} {}"#,
            #"{"environment":"SANDBOX","event":"webhook.endpoint_verification"}"#,
            #"{"environment":"SANDBOX","event":"webhook.endpoint_verification","challenge":""}"#,
            #"{"environment":"SANDBOX","event":"webhook.endpoint_verification","challenge":7}"#,
        ]
    )
    func notUnderstood(_ body: String) throws {
        try expectNotUnderstood(Array(body.utf8))
    }

    @Test("Rows 15 and 16: depth, size and bytes that are no UTF-8 are kept as not understood")
    func bytes() throws {
        let prefix = Array(#"{"environment":"SANDBOX","event":"payment.paid","data":"#.utf8)
        let deep = Array(String(repeating: "[", count: 40).utf8) + Array(String(repeating: "]", count: 40).utf8)
        try expectNotUnderstood(prefix + deep + [UInt8(ascii: "}")])
        try expectNotUnderstood(Array(repeating: UInt8(ascii: "["), count: 60_000))
        try expectNotUnderstood(Array(repeating: UInt8(ascii: " "), count: 65_537) + Array("{}".utf8))
        let paid = try Fixture("webhook-paid").bytes
        try expectNotUnderstood(paid + [0])
        for byte: UInt8 in [0x80, 0xC0, 0xED, 0xFF, 0x00] {
            var bytes = paid
            let id = try #require(bytes.firstIndex(of: UInt8(ascii: "O")))
            bytes[id] = byte
            try expectNotUnderstood(bytes)
        }
    }

    @Test("Row 16: an authentic webhook cut short at any byte is kept as not understood")
    func cutShort() throws {
        let paid = try Fixture("webhook-paid").bytes
        for length in 0..<(paid.count - 2) { try expectNotUnderstood(Array(paid.prefix(length))) }
    }

    private func expectNotUnderstood(_ body: [UInt8]) throws {
        let receipt = try TestAccount.sandbox.adapter().receive(try SignedWebhook(body).callback)
        guard case .problem(.notUnderstood(let problem)) = receipt else {
            Issue.record("understood as \(receipt)")
            return
        }
        #expect(!problem.isEmpty)
        #expect(!problem.contains("payment."))
    }
}
