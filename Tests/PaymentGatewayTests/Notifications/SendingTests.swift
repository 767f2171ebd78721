import Logging
import PaymentGateway
import PaymentIntents
import ServiceLifecycle
import Testing

@Suite("Notifications: sent as long as the process runs", .timeLimit(.minutes(30)))
struct SendingTests {
    private let ok = Wire.answer(204, "")
    private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func sender(_ shop: Shop) throws -> NotificationSender {
        let url = try #require(WebURL("https://shop.example/hooks/payments"))
        let settings = NotificationSettings(url: url, secret: Secret(bytes: Array(repeating: 7, count: 24)))
        return try NotificationSender(shop.gateway(by: StandingClock()), settings: settings)
    }

    private func states(_ shop: Shop) async throws -> [OutboxState] {
        try await shop.gateway.notifications(matching: OutboxFilter()).map(\.state)
    }

    @Test("One that hangs holds up what is behind it in its payment, and nothing else")
    func hanging() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            _ = try await shop.pendingWallet(reference: "ORDER-2", id: "second")
            let group = ServiceGroup(services: [try sender(shop)], logger: quiet)
            let gate = Gate()
            shop.transport.script(
                // The first of one payment does not end before the second of the other one is there.
                .held(gate, ok),
                ok,
                .during({ await gate.open() }, ok),
                .during({ await group.triggerGracefulShutdown() }, ok)
            )
            try await group.run()
            #expect(try await states(shop) == [.delivered, .delivered, .delivered, .delivered])
        }
    }

    @Test("What is being sent when the process stops is sent to its end, and nothing is begun")
    func stop() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            let group = ServiceGroup(services: [try sender(shop)], logger: quiet)
            shop.transport.script(
                .unlessCancelled(
                    {
                        await group.triggerGracefulShutdown()
                        while !Task.isShuttingDownGracefully { await Task.yield() }
                        // Time for what would cancel it.
                        for _ in 1...10_000 where !Task.isCancelled { await Task.yield() }
                    },
                    ok
                )
            )
            try await group.run()
            #expect(try await states(shop) == [.delivered, .pending])
        }
    }
}
