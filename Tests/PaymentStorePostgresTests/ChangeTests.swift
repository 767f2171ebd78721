import Logging
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStorePostgres

/// The clock stands still, so nobody looks a second time because time has passed.
@Suite("Changes at another instance", .timeLimit(.minutes(30)))
struct ChangeTests {
    private struct MerchantTransport: ProviderTransport {
        let told: AsyncStream<String>.Continuation

        func send(_ request: ProviderRequest, timeout: Duration) async throws(ProviderError) -> ProviderResponse {
            told.yield(String(decoding: request.body, as: UTF8.self))
            return ProviderResponse(status: 200)
        }
    }

    /// A gateway that already listens.
    private func gateway(
        _ store: PostgresPaymentStore,
        _ clock: StandingClock,
        tells told: AsyncStream<String>.Continuation = AsyncStream.makeStream().continuation
    ) async throws -> Gateway {
        try await waitForSignal(of: store, beyond: 0)
        return Gateway(
            environment: .sandbox,
            accounts: [],
            routes: [:],
            store: store,
            transport: MerchantTransport(told: told),
            clock: clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    private func waitForSignal(of store: PostgresPaymentStore, beyond count: Int) async throws {
        let signal = try #require(store.changeSignal)
        while signal.count <= count { try await Task.sleep(for: .milliseconds(5)) }
    }

    private func first(of changes: PaymentChanges) -> Task<PaymentStatus?, Never> {
        Task {
            for await change in changes { return change.notification.status }
            return nil
        }
    }

    @Test("wake who reads the changes")
    func reader() async throws {
        try await LiveServer.withStores(2) { _, stores in
            let clock = StandingClock()
            let change = first(of: try await gateway(stores[0], clock).changes())
            await clock.waitForWaiter()
            _ = try await stores[1].record(try Samples.payment("o"))
            #expect(await change.value == .created)
        }
    }

    @Test("wake who reads the changes when the process that made them ends at once")
    func shortLived() async throws {
        try await LiveServer.withStores { schema, stores in
            let clock = StandingClock()
            let change = first(of: try await gateway(stores[0], clock).changes())
            await clock.waitForWaiter()
            let other = try await LiveServer.open(schema)
            _ = try await other.record(try Samples.payment("o"))
            await other.close()
            #expect(await change.value == .created)
        }
    }

    @Test("wake who sends notifications")
    func sender() async throws {
        try await LiveServer.withStores(2) { _, stores in
            let clock = StandingClock()
            let (told, tell) = AsyncStream<String>.makeStream()
            let settings = NotificationSettings(
                url: try #require(WebURL("https://shop.example/told")),
                secret: Secret(bytes: Array(repeating: 7, count: 32))
            )
            let sender = try NotificationSender(try await gateway(stores[0], clock, tells: tell), settings: settings)
            let work = Task { try await sender.run() }
            await clock.waitForWaiter()
            _ = try await stores[1].record(try Samples.payment("o", id: "p"))
            var bodies = told.makeAsyncIterator()
            #expect(await bodies.next()?.contains("\"created\"") == true)
            _ = try await stores[1].absorb([try Samples.callback(.succeeded, of: "p")])
            #expect(await bodies.next()?.contains("\"succeeded\"") == true)
            work.cancel()
            try await work.value
        }
    }

    @Test("row 24: wake again after the connection that listens was terminated")
    func terminated() async throws {
        try await LiveServer.withStores(2) { schema, stores in
            let clock = StandingClock()
            let gateway = try await gateway(stores[0], clock)
            let before = try #require(stores[0].changeSignal).count
            let rows = try LiveServer.run([
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN "\(schema) changes"'
                """
            ])
            #expect(rows?.count == 1)
            try await waitForSignal(of: stores[0], beyond: before)
            let change = first(of: gateway.changes())
            await clock.waitForWaiter()
            _ = try await stores[1].record(try Samples.payment("o"))
            #expect(await change.value == .created)
        }
    }
}
