import HTTPTypes
import InMemoryTracing
import Logging
import MetricsTestKit
import PaymentGateway
import PaymentIntents
import Testing
import Tracing

@Suite("Operations: counters and spans")
struct OperationsTests {
    @Test("Every decision is counted under its account and result")
    func counters() async throws {
        try await Shop.open { shop async throws in
            let metrics = TestMetrics()
            let watched = try shop.watched(metrics: metrics, tracer: InMemoryTracer())
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            _ = try await watched.create(.sample(account: "wallets"))
            _ = await watched.receive(try Wire.walletCallback(Wire.walletEvent()), for: "wallets")
            _ = await watched.receive(try Wire.walletCallback(Wire.walletEvent()), for: "wallets")
            _ = await watched.receive(Callback(headers: [:], body: []), for: "wallets")
            _ = await watched.receive(Callback(headers: [:], body: []), for: "nobody")

            #expect(try metrics.callbacks("news") == [1])
            #expect(try metrics.callbacks("repetition") == [1])
            #expect(try metrics.callbacks("refused") == [1])
            #expect(try metrics.callbacks("notStored") == [])
            let creation = try metrics.expectCounter(
                "payments_creations",
                [("account", "wallets"), ("result", "created")]
            )
            #expect(creation.values == [1])
            let call = try metrics.expectCounter(
                "payments_provider_calls",
                [("account", "wallets"), ("operation", "create"), ("result", "answered")]
            )
            #expect(call.values == [1])
            let times = try metrics.expectTimer("payments_callback_seconds", [("account", "wallets")])
            #expect(times.values.count == 3)
        }
    }

    @Test("What is repeated, asked, expired, decided and told again is counted as well")
    func laterDecisions() async throws {
        try await Shop.open { shop async throws in
            let metrics = TestMetrics()
            let watched = try shop.watched(metrics: metrics, tracer: InMemoryTracer())
            func expect(_ label: String, _ result: String?, _ count: Int) throws {
                let dimensions = [("account", "wallets")] + (result.map { [("result", $0)] } ?? [])
                #expect(try metrics.expectCounter(label, dimensions).totalValue == count, "\(label) \(result ?? "")")
            }
            let payment = try await shop.pendingWallet()
            _ = try await watched.create(.sample(account: "wallets"))
            _ = try? await watched.create(.sample(amount: "501", account: "wallets"))
            try expect("payments_repetitions", "same", 1)
            try expect("payments_repetitions", "mismatch", 1)

            shop.clock.advance(by: 303)
            shop.transport.script(.failure(.unavailable), Wire.answer(200, Wire.walletIntent()))
            await Synchroniser(watched).synchronise()
            shop.clock.advance(by: 60)
            await Synchroniser(watched).synchronise()
            try expect("payments_queries", "failed", 1)
            try expect("payments_queries", "nothing", 1)
            try expect("payments_expiries", nil, 1)

            shop.transport.script(Wire.answer(200, Wire.walletIntent("REJECTED")))
            _ = try await watched.sync(payment.id)
            try expect("payments_queries", "news", 1)

            _ = await watched.receive(try Wire.walletCallback(Wire.walletEvent()), for: "wallets")
            _ = try await watched.resolve(payment.id, as: .succeeded, note: "the money is here")
            try expect("payments_resolutions", "succeeded", 1)

            let first = try #require(try await watched.notifications(matching: OutboxFilter()).first)
            try await watched.replayNotification(first.notification.id)
            let replays = try metrics.expectCounter("payments_notifications", [("result", "replayed")])
            #expect(replays.totalValue == 1)
        }
    }

    @Test("Spans stand around callbacks and calls, and name account, operation and result only")
    func spans() async throws {
        try await Shop.open { shop async throws in
            let tracer = InMemoryTracer()
            let watched = try shop.watched(metrics: TestMetrics(), tracer: tracer)
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            _ = try await watched.create(.sample(account: "wallets"))
            _ = await watched.receive(try Wire.walletCallback(Wire.walletEvent()), for: "wallets")

            let spans = tracer.finishedSpans
            #expect(spans.map(\.operationName) == ["payments.provider.create", "payments.callback"])
            #expect(spans.map(\.kind) == [.client, .server])
            let results = spans.map { $0.attributes.get("payments.result") }
            #expect(results == ["answered", "news"])
            var names: [Set<String>] = []
            for span in spans {
                var keys: Set<String> = []
                span.attributes.forEach { key, _ in keys.insert(key) }
                names.append(keys)
            }
            #expect(names[0] == ["payments.account", "payments.operation", "payments.result"])
            #expect(names[1] == ["payments.account", "payments.result"])
        }
    }
}

extension Shop {
    /// A gateway on the same store that is watched.
    fileprivate func watched(metrics: TestMetrics, tracer: InMemoryTracer) throws -> Gateway {
        let wallets = try #require(AccountName("wallets"))
        return Gateway(
            environment: gateway.environment,
            accounts: Array(gateway.accounts.values),
            routes: [.deposit: [wallets]],
            store: store,
            transport: transport,
            clock: clock,
            random: .seeded(2),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            metrics: metrics,
            tracer: tracer
        )
    }
}

extension TestMetrics {
    fileprivate func callbacks(_ result: String) throws -> [Int64] {
        try expectCounter("payments_callbacks", [("account", "wallets"), ("result", result)]).values
    }
}
