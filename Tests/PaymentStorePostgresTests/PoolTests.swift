import Foundation
import PaymentGateway
import Synchronization
import Testing

@testable import PaymentStorePostgres

@Suite("A few connections for many calls", .timeLimit(.minutes(30)))
struct PoolTests {
    private static func pool(_ url: String, connections: Int) -> SessionPool {
        let limits = Limits(connections: connections, patience: .seconds(300), answer: .seconds(300))
        return SessionPool(url: url, limits: limits) { _ in }
    }

    private static func process(of session: Session) throws -> Int64? {
        let rows = try session.run([Statement("SELECT pg_backend_pid()::bigint")], until: .now + .seconds(60))
        return try rows[0].integer(0, 0)
    }

    @Test("a connection that the server does not grant fails no call as long as others work")
    func fewer() async throws {
        let role = "test_\(UUID().uuidString.prefix(8).lowercased())"
        try LiveServer.run(["CREATE ROLE \(role) LOGIN CONNECTION LIMIT 1"])
        let url = try LiveServer.url.replacing("user=payments", with: "user=\(role)")
        let pool = Self.pool(url, connections: 4)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...40 {
                group.addTask {
                    try await pool.run { session in
                        _ = try session.run([Statement("SELECT pg_sleep(0.01)")], until: .now + .seconds(60))
                    }
                }
            }
            try await group.waitForAll()
        }
        await pool.close()
        try LiveServer.run(["DROP ROLE \(role)"])
    }

    @Test("what broke one connection is not met again on those that lay idle beside it")
    func lost() async throws {
        let pool = Self.pool(try LiveServer.url, connections: 2)
        let both = ThreadBarrier(count: 2)
        let old = try await withThrowingTaskGroup(of: Int64?.self) { group in
            for _ in 1...2 {
                group.addTask {
                    try await pool.run { session in
                        // Nobody gives his back before both have one.
                        both.wait()
                        return try Self.process(of: session)
                    }
                }
            }
            return try await group.reduce(into: Set<Int64?>()) { $0.insert($1) }
        }
        #expect(old.count == 2)
        let isLost = Mutex(false)
        let new = try await pool.run { session in
            let isFirst = isLost.withLock { isLost in
                defer { isLost = true }
                return !isLost
            }
            if isFirst { throw session.broken() }
            return try Self.process(of: session)
        }
        #expect(!old.contains(new))
        await pool.close()
    }
}

/// Holds threads back until enough of them have come.
private final class ThreadBarrier: Sendable {
    private let group = DispatchGroup()

    init(count: Int) {
        for _ in 1...count { group.enter() }
    }

    func wait() {
        group.leave()
        group.wait()
    }
}
