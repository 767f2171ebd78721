import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStorePostgres

@Suite("A server that fails")
struct FaultTests {
    @Test("row 24: connections that are terminated again and again lose nothing and double nothing")
    func terminated() async throws {
        try await LiveServer.withSchema { schema in
            let url = try "\(LiveServer.url)&application_name=\(schema)"
            let stores = [try await LiveServer.open(schema, at: url), try await LiveServer.open(schema, at: url)]
            let load = Load(of: 400)
            async let running: Void = load.run(on: stores)
            let session = try Session(to: try LiveServer.url, timeout: .seconds(60))
            let terminate = Statement(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1",
                [.text(schema)]
            )
            var terminated = 0
            while load.done < load.count {
                terminated += try session.run([terminate], until: .now + .seconds(30)).last?.count ?? 0
                try await Task.sleep(for: .milliseconds(20))
            }
            try await running
            #expect(terminated > 0)
            try await load.check(stores[0])
            for store in stores { await store.close() }
        }
    }

    @Test("row 24: a server that is stopped at once and started again has all that was acknowledged, and nothing twice")
    func restarted() async throws {
        try await OwnServer.withServer { server in
            try await server.start()
            let stores = [
                try await LiveServer.open("payments", at: server.url),
                try await LiveServer.open("payments", at: server.url),
            ]
            let load = Load(of: 400)
            async let running: Void = load.run(on: stores)
            for part in 1...2 {
                while load.done < load.count * part / 3 { try await Task.sleep(for: .milliseconds(5)) }
                try await server.stop("immediate")
                await #expect(throws: StoreError.self) { try await stores[0].check() }
                try await server.start()
            }
            try await running
            #expect(load.failed > 0)
            try await load.check(stores[1])
            for store in stores { await store.close() }
        }
    }

    @Test("a server that may lose what it acknowledged is refused")
    func refused() async throws {
        try await OwnServer.withServer { server in
            for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
                try await server.start("\(setting)=off")
                let error = await #expect(throws: StoreError.self) {
                    _ = try await LiveServer.open("payments", at: server.url)
                }
                #expect(error?.code == .unavailable)
                #expect(error?.message.contains("\(setting)=off") == true)
                try await server.stop("immediate")
            }
            try await server.start()
            let store = try await LiveServer.open("payments", at: server.url)
            try await store.check()
            await store.close()
        }
    }

    @Test(
        "a server that no longer keeps what it acknowledges is not ready",
        arguments: ["fsync", "synchronous_commit"]
    )
    func noLongerDurable(_ setting: String) async throws {
        try await OwnServer.withServer { server in
            try await server.start()
            let store = try await LiveServer.open("payments", at: server.url)
            try await store.check()
            let session = try Session(to: server.url, timeout: .seconds(60))
            _ = try session.run([Statement("ALTER SYSTEM SET \(setting) = off")], until: .now + .seconds(30))
            _ = try session.run([Statement("SELECT pg_reload_conf()")], until: .now + .seconds(30))
            var error: StoreError?
            // Each of its processes hears of it in its own time.
            for _ in 0..<30_000 where error == nil {
                do throws(StoreError) { try await store.check() } catch let caught { error = caught }
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(error?.message.contains("\(setting)=off") == true)
            await store.close()
        }
    }

    @Test("a database of another encoding is refused")
    func encoding() async throws {
        let name = "latin_\(UUID().uuidString.prefix(8).lowercased())"
        // It cannot be made inside a transaction of several statements.
        try LiveServer.run(["CREATE DATABASE \(name) ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"])
        let url = try LiveServer.url.replacing("/postgres?", with: "/\(name)?")
        let error = await #expect(throws: StoreError.self) { _ = try await LiveServer.open("payments", at: url) }
        #expect(error?.message == "the database's encoding is not UTF8")
        try LiveServer.run(["DROP DATABASE \(name) WITH (FORCE)"])
    }
}
