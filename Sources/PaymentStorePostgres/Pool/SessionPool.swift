import Foundation
import NIOPosix
import PaymentGateway
import Synchronization

/// A few connections, each served by a thread that may wait for the server; the threads of Swift's tasks never do.
final class SessionPool: Sendable {
    private struct Connections {
        var idle: [Session] = []
        /// How many are in somebody's hands, or being made.
        var inUse = 0
        var backoff = Backoff()

        mutating func takeIdle() -> Session? {
            guard let session = idle.popLast() else { return nil }
            inUse += 1
            return session
        }
    }

    /// How often a transaction that collided with another one is tried.
    private static let tries = 6

    /// How often one looks for a connection that somebody gives back, in seconds.
    private static let pause: TimeInterval = 0.005

    let limits: Limits

    private let url: String
    private let threads: NIOThreadPool
    private let connections = Mutex(Connections())
    private let setUp: @Sendable (Session) throws -> Void

    /// Makes a pool without connections.
    ///
    /// - Parameters:
    ///   - url: The URL.
    ///   - limits: How many connections, and how long anything may take.
    ///   - setUp: What is done with each new connection first.
    init(url: String, limits: Limits, setUp: @escaping @Sendable (Session) throws -> Void) {
        self.url = url
        self.limits = limits
        self.setUp = setUp
        threads = NIOThreadPool(numberOfThreads: limits.connections)
        threads.start()
    }

    /// Does a piece of work on a connection of its own. A transaction that is open at its end is rolled back.
    ///
    /// What failed before anything could have been committed is done again: on a new connection when the old one broke,
    /// and a few times when another transaction was in the way.
    ///
    /// - Parameter work: The work. It runs on a thread that may wait, and more than once.
    /// - Returns: What came of it.
    /// - Throws: `StoreError`.
    func run<Value: Sendable>(
        _ work: @escaping @Sendable (Session) throws -> Value
    ) async throws(StoreError) -> Value {
        let deadline = ContinuousClock.now + limits.patience
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            threads.submit { state in
                guard case .active = state else {
                    return continuation.resume(returning: .failure(StoreError(.unavailable, "the store is closed")))
                }
                continuation.resume(returning: self.result(of: work, until: deadline))
            }
        }
        return try result.get()
    }

    /// Finishes what is under way, and lets all connections go.
    func close() async {
        try? await threads.shutdownGracefully()
        connections.withLock { $0.idle.removeAll() }
    }

    private func result<Value>(
        of work: (Session) throws -> Value,
        until deadline: ContinuousClock.Instant
    ) -> Result<Value, StoreError> {
        var (collisions, losses) = (0, 0)
        while true {
            guard .now < deadline else { return .failure(StoreError(.busy, "all connections are in use")) }
            do {
                return .success(try attempt(work, until: deadline))
            } catch SessionError.lost where losses < 1 {
                losses += 1
                // What broke one connection has most often broken those that lay idle beside it.
                _ = connections.withLock { connections in
                    defer { connections.idle = [] }
                    return connections.idle
                }
            } catch let error as SessionError where error.isCollision && collisions < Self.tries {
                collisions += 1
                Thread.sleep(forTimeInterval: .random(in: 0...0.005) * Double(collisions))
            } catch {
                return .failure(StoreError(of: error))
            }
        }
    }

    private func attempt<Value>(
        _ work: (Session) throws -> Value,
        until deadline: ContinuousClock.Instant
    ) throws -> Value {
        let session = try session(until: deadline)
        defer { giveBack(session) }
        return try work(session)
    }

    /// A connection that is free, a new one, or, where the server grants no more of them, the next that is given back.
    private func session(until deadline: ContinuousClock.Instant) throws -> Session {
        while true {
            if let session = idle() { return session }
            do {
                return try connect()
            } catch {
                let isAlone = connections.withLock { $0.inUse == 0 && $0.idle.isEmpty }
                guard !isAlone, .now < deadline else { throw error }
                Thread.sleep(forTimeInterval: Self.pause)
            }
        }
    }

    private func idle() -> Session? {
        while let session = connections.withLock({ $0.takeIdle() }) {
            if session.isQuiet { return session }
            connections.withLock { $0.inUse -= 1 }
        }
        return nil
    }

    private func connect() throws -> Session {
        guard connections.withLock({ !$0.backoff.lasts(at: .now) }) else {
            throw StoreError(.unavailable, "the database is out of reach")
        }
        connections.withLock { $0.inUse += 1 }
        do {
            let session = try Session(to: url, timeout: limits.connecting)
            try setUp(session)
            connections.withLock { $0.backoff.succeed() }
            return session
        } catch {
            connections.withLock { connections in
                connections.inUse -= 1
                connections.backoff.fail(at: .now, chance: .random(in: 0...1_000))
            }
            throw error
        }
    }

    private func giveBack(_ session: Session) {
        if session.isInTransaction, !session.isBroken {
            _ = try? session.run([Statement("ROLLBACK")], until: .now + limits.answer)
        }
        let isUsable = !session.isBroken && !session.isInTransaction
        connections.withLock { connections in
            connections.inUse -= 1
            if isUsable { connections.idle.append(session) }
        }
    }
}
