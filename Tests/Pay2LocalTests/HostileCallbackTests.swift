import Pay2Local
import PaymentIntents
import Testing

@Suite("Callbacks: hostile bodies")
struct HostileCallbackTests {
    private static let long = String(repeating: "9", count: 400)
    private static let deep = String(repeating: "[", count: 33) + String(repeating: "]", count: 33)

    @Test(
        "Authentic and not JSON as it must be: kept, not understood (row 16)",
        arguments: [
            "", " ", "{", "[]", "null", #""Approved""#, "{}", "\u{FEFF}" + Body().text, Body().text + ",",
            Body().text + Body().text, Body().with("more", #""\ud800""#).text, Body().with("more", "[1,]").text,
            Body().with("more", deep).text, Body().with("more", "\"\u{0}\"").text, Body().with("more", "NaN").text,
            Body().with("more", "01").text, Body().text.replacing("\"", with: "'"),
        ]
    )
    func notUnderstood(body: String) throws {
        guard case .notUnderstood = try Receipts.problem(in: Array(body.utf8)) else {
            Issue.record("understood")
            return
        }
    }

    @Test(
        "Authentic and not UTF-8 (row 16)",
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80]] as [[UInt8]]
    )
    func notUTF8(bytes: [UInt8]) throws {
        let body = Array(Body().text.dropLast().utf8) + Array(#", "more": ""#.utf8) + bytes + Array(#""}"#.utf8)
        #expect(try Receipts.problem(in: body) == .notUnderstood("body: not UTF-8"))
    }

    @Test("Repeated members, also escaped (row 17)", arguments: ["requested_amount", "requested_amo\\u0075nt"])
    func repeated(name: String) throws {
        let body = Body().text.dropLast() + ", \"\(name)\": 1}"
        let problem = try Receipts.problem(in: Array(body.utf8))
        #expect(problem == .notUnderstood("body: an object has two members of one name"))
    }

    @Test(
        "Huge numbers and long texts end in evidence that is no success (row 16)",
        arguments: [long, "1e400", "-0", "1E9"]
    )
    func huge(number: String) throws {
        let evidence = try Receipts.evidence(in: Body().with("requested_amount", number).bytes)
        guard case .unreadable(let reason) = evidence.amount else {
            Issue.record("read as an amount")
            return
        }
        #expect(!reason.contains(number))
    }

    @Test("A body over 64 KiB is not read (row 15)")
    func tooLarge() throws {
        let text = String(repeating: "x", count: 65_536)
        let problem = try Receipts.problem(in: Body().with("more", "\"\(text)\"").bytes)
        #expect(problem == .notUnderstood("body: too many bytes"))
    }

    @Test(
        "A body damaged at any byte ends in a value or in an error",
        arguments: [0x00, 0x22, 0x5C, 0x7B, 0x80, 0xFF] as [UInt8]
    )
    func damaged(byte: UInt8) throws {
        let body = try Fixture.callbackDepositApproved.bytes
        var receipts = 0
        for index in body.indices {
            var damaged = body
            damaged[index] = byte
            _ = try Receipts.receive(Signer.rawBody(damaged))
            _ = try Receipts.refusal(of: Signer.callback(damaged, signature: nil), Account.bodyFields)
            receipts += 1
        }
        #expect(receipts == body.count)
    }

    @Test("Text that steers a terminal stays data (row 40)")
    func controlCharacters() throws {
        let body = Body().with("merchant_payment_id", #""A\r\nB\u001b[31m\u202e""#).bytes
        #expect(try Receipts.evidence(in: body).reference == "A\r\nB\u{1b}[31m\u{202e}")
    }
}
