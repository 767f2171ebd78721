import HTTPTypes
import PaymentIntents
import SMSPay
import Testing

@Suite("Questions: what is sent")
struct QueryRequestTests {
    @Test("A payment is asked for by SMS Pay's id")
    func query() throws {
        let request = try TestAccount.sandbox.adapter().request(for: Orders.query())
        #expect(request.method == .get)
        #expect(
            request.url == "https://api.smspaybd.com/v1/payments/intents/b5012f33-207e-4999-bf8d-5a1ebb10988e"
        )
        #expect(request.headers[try #require(HTTPField.Name("X-Api-Key"))] == TestAccount.sandboxKey)
        #expect(request.headers[.contentType] == nil)
        #expect(request.body.isEmpty)
    }

    @Test(
        "An id cannot leave its place in the path",
        arguments: [
            ("live_pi_123", "live_pi_123"), ("a/../b?c#d", "a%2F..%2Fb%3Fc%23d"), ("%2e%2e", "%252e%252e"),
            ("a b\r\n", "a%20b%0D%0A"), ("ট", "%E0%A6%9F"),
        ]
    )
    func pathSegment(_ id: String, _ written: String) throws {
        let url = try TestAccount.sandbox.adapter().request(for: Orders.query(id)).url
        #expect(url == "https://api.smspaybd.com/v1/payments/intents/\(written)")
    }

    @Test("Without an id, or with one that is a step in a path, nothing is asked", arguments: [nil, "", ".", ".."])
    func noID(_ id: String?) throws {
        let adapter = try TestAccount.sandbox.adapter()
        let error = try #require(throws: ProviderError.self) { try adapter.request(for: Orders.query(id)) }
        #expect(error.code == .invalid)
    }

    @Test("Payments are listed page by page")
    func list() throws {
        let adapter = try TestAccount.sandbox.adapter()
        #expect(try adapter.request(for: .list(page: 3)).url.hasSuffix("/v1/payments/intents?page=3&limit=50"))
        let error = try #require(throws: ProviderError.self) { try adapter.request(for: .list(page: 0)) }
        #expect(error.code == .invalid)
    }

    @Test("SMS Pay tells no balance")
    func balance() throws {
        let adapter = try TestAccount.sandbox.adapter()
        let error = try #require(throws: ProviderError.self) { try adapter.request(for: .balance) }
        #expect(error.code == .unsupported)
        #expect(try adapter.error(in: [], to: .balance).code == .unsupported)
    }
}
