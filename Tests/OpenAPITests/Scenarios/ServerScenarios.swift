import HTTPTypes
import PaymentGateway
import PaymentIntents
import PaymentStoreSQLite
import Testing

/// Our own server, used up: callbacks and probes.
enum ServerScenarios {
    static let all =
        [
            Scenario("The probes", probes),
            Scenario("What a callback is answered", callbacks),
            Scenario("A callback that cannot be committed", callbacksWithoutStore),
        ]
        + PaymentScenarios.all

    @Sendable private static func probes(_ town: Town) async throws {
        func statuses(_ method: HTTPRequest.Method) async throws -> [Int] {
            let alive = try await town.send(method, Servers.ours + "/healthz")
            let ready = try await town.send(method, Servers.ours + "/readyz")
            return [alive.status, ready.status]
        }
        #expect(try await statuses(.get) == [200, 503])
        #expect(try await statuses(.head) == [200, 503])
        await Synchroniser(town.gateway).synchronise()
        #expect(try await statuses(.get) == [200, 200])
        #expect(try await statuses(.head) == [200, 200])
        for (path, operation) in [("/healthz", "health"), ("/readyz", "readiness")] {
            for method in [.post, .put, .delete] as [HTTPRequest.Method] {
                let answer = try await town.send(method, Servers.ours + path, wrongFor: operation)
                #expect(answer.status == 405)
            }
        }
    }

    @Sendable private static func callbacks(_ town: Town) async throws {
        let paid = try ProviderMessage.smsPay("webhook-paid")
        #expect(try await paid.send(town).status == 200)
        #expect(try await ProviderMessage.smsPay("webhook-endpoint-verification").send(town).status == 200)
        #expect(try await ProviderMessage.smsPay("webhook-paid-newer").send(town).status == 422)
        #expect(try await paid.signed(by: "").send(town).status == 401)
        #expect(try await paid.send(town, to: "nobody").status == 404)
        #expect(try await paid.send(town, to: "nobody/else", wrong: true).status == 404)
        #expect(try await paid.send(town, by: .put, wrong: true).status == 405)
        let large = try ProviderMessage(body: [UInt8](repeating: UInt8(ascii: " "), count: 65_537))
            .signed(by: Keys.webhook)
        #expect(try await large.send(town, wrong: true).status == 413)
        #expect(try await paid.with("Content-Encoding", "gzip").send(town, wrong: true).status == 415)
        // Nobody understands it; it is kept for a person.
        let unknown = try ProviderMessage(body: Array("{}".utf8)).signed(by: Keys.webhook)
        #expect(try await unknown.send(town).status == 200)
    }

    @Sendable private static func callbacksWithoutStore(_ town: Town) async throws {
        await town.store.close()
        #expect(try await ProviderMessage.smsPay("webhook-paid").send(town).status == 503)
    }
}
