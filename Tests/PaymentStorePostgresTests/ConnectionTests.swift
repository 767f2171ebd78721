import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStorePostgres

@Suite("The connection")
struct ConnectionTests {
    @Test("a server that does not answer in time is given up")
    func hang() throws {
        let session = try Session(to: try LiveServer.url, timeout: .seconds(60))
        #expect(throws: SessionError.self) {
            _ = try session.run([Statement("SELECT pg_sleep(60)")], until: .now + .milliseconds(50))
        }
        #expect(session.isBroken)
    }

    @Test("values come back as they were sent: nulls, empty texts, the largest numbers")
    func values() throws {
        let session = try Session(to: try LiveServer.url, timeout: .seconds(60))
        let texts: [Value] = [.text(""), .text(nil), .text("caf\u{E9}\n\\{}\",NULL")]
        let rows = try session.run(
            [
                Statement("SELECT $1, $2, $3, $4", [.integer(.min), .integer(nil), .text(""), .bytes([])]),
                Statement("SELECT * FROM unnest($1)", [.list(texts, like: .text(nil))]),
                Statement("SELECT cardinality($1)::bigint", [.list([], like: .integer(nil))]),
            ],
            until: .now + .seconds(30)
        )
        #expect(try rows[0].integer(0, 0) == .min)
        #expect(try rows[0].integer(0, 1) == nil)
        #expect(try rows[0].text(0, 2) == "")
        #expect(rows[0].bytes(0, 3) == [])
        #expect(try rows[1].all { try $0.string() } == ["", nil, "caf\u{E9}\n\\{}\",NULL"])
        #expect(try rows[2].integer(0, 0) == 0)
        #expect(throws: StoreError.self) { try rows[0].integer(0, 2) }
        #expect(rows[0].bytes(1, 0) == nil)
        #expect(rows[0].bytes(0, 9) == nil)
    }

    @Test("what the server refuses ends the journey, and the connection goes on")
    func refusal() throws {
        let session = try Session(to: try LiveServer.url, timeout: .seconds(60))
        let statements = ["SELECT 1::bigint", "SELECT 1/0", "SELECT 2::bigint"].map { Statement($0) }
        let error = #expect(throws: SessionError.self) { _ = try session.run(statements, until: .now + .seconds(30)) }
        guard case .refused("22012", nil) = error else { throw try #require(error) }
        let rows = try session.run(statements.dropLast(2) + [statements[2]], until: .now + .seconds(30))
        #expect(try rows.map { try $0.integer(0, 0) } == [1, 2])
    }

    @Test(
        "an error of connecting quotes nothing of the URL",
        arguments: [
            "postgres://shop:zebra@localhost:1/payments", "postgres://shop:zeb/ra@localhost/zebra",
            "postgres://shop:zeb%ZZra@localhost/zebra", "postgres://zebra:zebra@[::1/x",
            "postgres://h/zebra?zebra=1",
        ]
    )
    func secrecy(_ url: String) async throws {
        let error = await #expect(throws: StoreError.self) {
            _ = try await PostgresPaymentStore(url: url, environment: .sandbox)
        }
        let shown = try #require(error)
        #expect(shown.code == .unavailable)
        for text in ["\(shown)", String(reflecting: shown), "\(shown.cause as Any)"] {
            #expect(!text.contains("zeb"))
        }
    }

    @Test("each pause after a failure is longer, up to two seconds, and ends with a success")
    func backoff() {
        let start = ContinuousClock.now
        var backoff = Backoff()
        #expect(!backoff.lasts(at: start))
        backoff.fail(at: start, chance: 0)
        #expect(backoff.lasts(at: start + .milliseconds(49)))
        #expect(!backoff.lasts(at: start + .milliseconds(50)))
        backoff.fail(at: start, chance: 1_000)
        #expect(!backoff.lasts(at: start + .milliseconds(50)))
        for _ in 0..<100 { backoff.fail(at: start, chance: 0) }
        #expect(backoff.lasts(at: start + .milliseconds(1_999)))
        #expect(!backoff.lasts(at: start + .seconds(2)))
        backoff.succeed()
        #expect(!backoff.lasts(at: start))
    }
}
