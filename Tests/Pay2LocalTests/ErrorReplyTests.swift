import Pay2Local
import PaymentIntents
import Testing

@Suite("Error replies")
struct ErrorReplyTests {
    private static var calls: [ProviderCall] {
        get throws { [.create(try Order.make()), .query(Replies.lookup), .balance] }
    }

    @Test("The sample of wrong keys, whatever the HTTP status", arguments: [200, 401, 403, 500])
    func notAuthorized(httpStatus: Int) throws {
        for call in try Self.calls {
            let error = try #require(
                try Replies.error(Fixture.errorNotAuthorized.bytes, status: httpStatus, to: call)
            )
            #expect(error.code == .credentialsRefused)
            #expect(error.consequence == .nothingAccepted)
            #expect(error.httpStatus == httpStatus)
        }
    }

    @Test(
        "Each documented refusal names its field and does not quote the message",
        arguments: [
            (400, "Bad Request", nil),
            (403, "Invalid Amount", "amount"),
            (403, "redirect_url is required", "redirect_url"),
            (403, "merchant_payment_id is required", "merchant_payment_id"),
            (403, "currency is required, must be BDT", "currency"),
            (403, "bank_type is required", "bank_type"),
            (403, "service_type is required", "service_type"),
            (403, "amount is required !", "amount"),
            (403, "merchant_payment_id is required !", "merchant_payment_id"),
            (403, "bank_type is required !", "bank_type"),
            (403, "Invalid Phone Number", "cust_phone"),
            (403, "currency is required !", "currency"),
            (403, "Invalid Version", "version"),
            (403, "Invalid Request Id", "request_id"),
            (403, "canary \u{1b}[31m", nil),
        ] as [(Int, String, String?)]
    )
    func refused(status: Int, message: String, field: String?) throws {
        let text = message.replacing("\u{1b}", with: "\\u001b")
        for (httpStatus, name) in [(status, "message"), (200, "message"), (status, "msg")] {
            let body = Array(#"{"\#(name)":"\#(text)","status":\#(status)}"#.utf8)
            let error = try #require(try Replies.error(body, status: httpStatus, to: .create(Order.make())))
            #expect(error.code == .refused)
            #expect(error.consequence == .refused)
            if let field { #expect(error.message.hasPrefix("\(field):")) }
            #expect(!error.message.contains("canary"))
        }
    }

    @Test("A request id that Pay2Local does not know", arguments: [200, 403])
    func notFound(httpStatus: Int) throws {
        let body = Array(#"{"message":"Invalid Request Id","status":403}"#.utf8)
        let error = try #require(try Replies.error(body, status: httpStatus, to: .query(Replies.lookup)))
        #expect(error.code == .notFound)
    }

    @Test("Too many requests: nothing was accepted (row 25)", arguments: [(429, ""), (200, #"{"status":429}"#)])
    func rateLimited(httpStatus: Int, body: String) throws {
        let error = try #require(try Replies.error(Array(body.utf8), status: httpStatus, to: .create(Order.make())))
        #expect(error.code == .rateLimited)
        #expect(error.consequence == .nothingAccepted)
    }

    @Test(
        "A failure inside leaves the outcome unknown (rows 26 and 29)",
        arguments: [(500, ""), (502, "<html>Bad Gateway</html>"), (200, #"{"status":500,"message":"x"}"#), (503, "{}")]
    )
    func unavailable(httpStatus: Int, body: String) throws {
        let order = try Order.make(.withdrawal, payee: "01700000001")
        let error = try #require(try Replies.error(Array(body.utf8), status: httpStatus, to: .create(order)))
        #expect(error.code == .unavailable)
        #expect(error.consequence == .unknown)
    }

    @Test(
        "What Pay2Local does not document says nothing about the outcome (row 27)",
        arguments: [
            (400, "<html>Bad Request</html>"), (403, "<html>Blocked</html>"), (403, ""), (403, #"{"status":403}"#),
            (403, #"{"message":"Forbidden"}"#), (400, #"{"message":"Bad Request"}"#),
            (400, #"{"message":"Success","status":200,"request_id":"R-1"}"#),
            (404, #"{"message":"x","status":404}"#), (409, #"{"message":"x","status":409}"#), (302, ""), (100, ""),
            (200, ""), (200, "<html>"), (200, "[]"), (200, "null"), (200, #"{"status":200}"#),
            (200, #"{"status":"200","request_id":"R-1"}"#), (200, #"{"status":201,"request_id":"R-1"}"#),
            (200, #"{"status":200.0,"request_id":"R-1"}"#), (200, #"{"status":200,"request_id":7}"#),
            (200, #"{"status":200,"request_id":""}"#),
            (200, #"{"status":200,"request_id":"R-1","request_id":"R-2"}"#),
            (200, #"{"status":200,"request_id":"R-1","request_type":"Refund"}"#),
            (200, #"{"status":200,"request_id":"R-1","merchant_payment_id":7}"#),
            (200, #"{"status":99999999999999999999,"request_id":"R-1"}"#),
            (500 - 1, #"{"status":200,"request_id":"R-1"}"#),
        ]
    )
    func unreadable(httpStatus: Int, body: String) throws {
        let error = try #require(try Replies.error(Array(body.utf8), status: httpStatus, to: .create(Order.make())))
        #expect(error.code == .unreadable)
        #expect(error.consequence == .unknown)
        #expect(error.httpStatus == httpStatus)
    }

    @Test(
        "A status that cannot be read in full is not believed in part",
        arguments: [
            (#""request_status": "Approved""#, #""request_status": """#),
            (#""request_status": "Approved""#, #""request_status": true"#),
            (#""request_type": "Withdraw""#, #""request_type": "Refund""#),
            (#""merchant_payment_id": "Py67ZppPBNfr","#, ""),
            (#""merchant_payment_id": "Py67ZppPBNfr""#, #""merchant_payment_id": null"#),
            (#""merchant_payment_id": "Py67ZppPBNfr""#, #""merchant_payment_id": """#),
            (#""requested_amount": 100"#, #""requested_amount": 1e2"#),
            (#""requested_amount": 100"#, #""requested_amount": "৫০০""#),
            (#""requested_amount": 100"#, #""requested_amount": 100.001"#),
            (#""requested_amount": 100"#, #""requested_amount": -100"#),
            (#""requested_amount": 100"#, #""requested_amount": null"#),
            (#""currency": "BDT""#, #""currency": "bdt""#),
            (#""currency": "BDT""#, #""currency": null"#),
        ]
    )
    func unreadableStatus(text: String, other: String) throws {
        let body = try Fixture.statusAnswer.replacing(text, with: other)
        #expect(try Replies.error(body, to: .query(Replies.lookup))?.code == .unreadable)
    }

    @Test(
        "A balance that cannot be read is none",
        arguments: ["{}", #"{"balance":"x"}"#, #"{"balance":null}"#, #"{"balance":1e2}"#, #"{"balance":--1}"#, "[]"]
    )
    func unreadableBalance(body: String) throws {
        #expect(try Replies.error(Array(body.utf8), to: .balance)?.code == .unreadable)
    }

    @Test("Answers that are cut short or damaged never trap and never succeed in another way")
    func damaged() throws {
        let answer = try Fixture.createDepositAnswer.bytes
        let order = try Order.make(amount: "50", reference: "100058130003")
        for count in 0..<answer.count {
            #expect(try Replies.error(Array(answer.prefix(count)), to: .create(order))?.code == .unreadable)
        }
        for index in answer.indices {
            var damaged = answer
            damaged[index] ^= 0x80
            #expect(try Replies.error(damaged, to: .create(order))?.code == .unreadable)
        }
    }

    @Test("There is no answer to a list")
    func list() throws {
        #expect(try Replies.error(Array("{}".utf8), to: .list(page: 1))?.code == .unsupported)
    }
}
