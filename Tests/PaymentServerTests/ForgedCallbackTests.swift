import PaymentGateway
import Testing

@Suite("Rows 12 and 13: a callback that is not authentic", .timeLimit(.minutes(30)))
struct ForgedCallbackTests {
    private static let refusal = #"{"error":"Unauthorized"}"#

    @Test("gets a constant 401, and nothing is stored", arguments: Forgery.all)
    func refused(forgery: Forgery) async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            var message = try ProviderMessage.smsPay(fixture: "webhook-paid")
            message.headers = forgery.headers(try ProviderMessage.code(message.body, Secrets.webhook))
            let answer = try await server.exchange(message.bytes(to: "wallets"))
            #expect(answer.status == 401)
            #expect(answer.body == Self.refusal)
            #expect(answer.headers.keys.sorted() == ["content-length", "content-type", "date"])
        }
        #expect(await store.deliveries.isEmpty)
    }

    @Test("is one that was signed for another account")
    func otherAccount() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            let forWallets = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "agents")
            let forAgents = try ProviderMessage.pay2Local().bytes(to: "wallets")
            for bytes in [forWallets, forAgents] {
                let answer = try await server.exchange(bytes)
                #expect(answer.status == 401)
                #expect(answer.body == Self.refusal)
            }
        }
        #expect(await store.deliveries.isEmpty)
    }

    @Test("is one whose body was changed; capitals in the digits are fine")
    func changedBody() async throws {
        let store = StoreDouble()
        try await ServerUnderTest.run(on: store) { server in
            var message = try ProviderMessage.smsPay(fixture: "webhook-paid")
            let code = try ProviderMessage.code(message.body, Secrets.webhook)
            message.headers = [("X-Signature", "sha256=\(code.uppercased())")]
            #expect(try await server.exchange(message.bytes(to: "wallets")).status == 200)
            message.body[message.body.count - 5] ^= 1
            #expect(try await server.exchange(message.bytes(to: "wallets")).status == 401)
        }
        #expect(await store.deliveries.count == 1)
    }

    @Test("is refused by a store that fails as well: it is not even asked")
    func noLookUp() async throws {
        let store = StoreDouble()
        await store.fail(with: .init(.unavailable, "down"))
        try await ServerUnderTest.run(on: store) { server in
            var message = try ProviderMessage.smsPay(fixture: "webhook-paid")
            message.headers = []
            #expect(try await server.exchange(message.bytes(to: "wallets")).status == 401)
        }
    }
}
