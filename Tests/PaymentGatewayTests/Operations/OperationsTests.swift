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
