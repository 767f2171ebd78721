import Foundation
import PaymentIntents
import SMSPay
import Testing

@Suite("Answers: a page of intents")
struct ListReplyTests {
    private func page(_ body: [UInt8], _ number: Int = 1) throws -> (intents: [SMSPayIntent], hasMore: Bool) {
        let reply = try TestAccount.sandbox.adapter()
            .reply(in: ProviderResponse(status: 200, body: body), to: .list(page: number))
        guard case .page(let intents, let hasMore) = reply else { throw SMSPayAdapter.Unexpected() }
        return (intents, hasMore)
    }

    @Test("The page of the documents")
    func seed() throws {
        let page = try page(try Fixture("list").bytes)
        #expect(page.intents == [try TestAccount.sandbox.adapter().intent(in: try Fixture("intent").bytes)])
        #expect(!page.hasMore)
    }

    @Test(
        "Another page follows when more intents were counted than pages of SMS Pay's own size can have shown",
        arguments: [
            ("50", "50", 1, false), ("51", "50", 1, true), ("51", "50", 2, false), ("21", "20", 1, true),
            ("21", "20", 2, false), ("21", "0", 1, false), ("51", "null", 1, true), ("51", "null", 2, false),
            ("9223372036854775807", "9223372036854775807", 2, false),
        ]
    )
    func hasMore(_ total: String, _ limit: String, _ number: Int, _ expected: Bool) throws {
        let body = String(decoding: try Fixture("list").bytes, as: UTF8.self)
            .replacingOccurrences(of: #""total": 1"#, with: #""total": \#(total)"#)
            .replacingOccurrences(of: #""limit": 50"#, with: #""limit": \#(limit)"#)
        #expect(try page(Array(body.utf8), number).hasMore == expected)
    }

    @Test("An empty page is the last one")
    func empty() throws {
        let page = try page(Array(#"{"data":[],"total":1000,"page":7,"limit":50}"#.utf8))
        #expect(page.intents.isEmpty)
        #expect(!page.hasMore)
    }

    @Test(
        "A page is unreadable as a whole when one intent or one member is",
        arguments: [
            ("PENDING\"", "PENDING\", \"x\": }"), ("SANDBOX", "LIVE"), ("\"500\"", "\"\""), ("data", "items"),
            ("\"total\": 1", "\"total\": -1"), ("\"total\": 1", "\"total\": \"1\""), ("\"total\": 1", "\"total\": 1.0"),
            ("\"page\": 1,", "\"total\": 1,"),
        ]
    )
    func unreadable(_ text: String, _ other: String) throws {
        let body = try Fixture("list").replacing(text, with: other)
        #expect(try TestAccount.sandbox.adapter().error(in: body, to: .list(page: 1)).code == .unreadable)
    }
}
