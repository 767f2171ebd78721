import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents
import Testing

@Suite("Notifications: dead letters, and telling again")
struct ReplayTests {
    private func sender(_ shop: Shop) throws -> NotificationSender {
        let url = try #require(WebURL("https://shop.example/hooks/payments"))
        let secret = Secret(bytes: Array(repeating: 7, count: 32))
        return try NotificationSender(shop.gateway, settings: NotificationSettings(url: url, secret: secret))
    }

    private func ids(_ shop: Shop) -> [String] {
        let name = HTTPField.Name("webhook-id")
        return shop.transport.requests.compactMap { request in name.flatMap { request.headers[$0] } }
    }

    private let ok = Wire.answer(204, "")

    @Test("row 35: a dead letter is shown, and delivered with the same id when somebody wants it")
    func deadLetter() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(410, ""), ok)
            try await sender(shop).deliver()
            let dead = try #require(
                try await shop.gateway.notifications(matching: OutboxFilter(state: .dead)).first
            )
            #expect(dead.notification.sequence == 0)
            #expect(dead.attempts == 1)
            #expect(dead.dueAt == nil)

            shop.clock.advance(by: 100 * 3600)
            try await shop.gateway.replayNotification(dead.notification.id)
            shop.transport.script(Wire.answer(500, ""))
            try await sender(shop).deliver()
            shop.clock.advance(by: 3600)
            shop.transport.script(ok)
            try await sender(shop).deliver()
            #expect(ids(shop).filter { $0 == dead.notification.id }.count == 3)
            #expect(try await shop.gateway.notifications(matching: OutboxFilter(state: .dead)).isEmpty)
        }
    }

    @Test("row 34: what is delivered again goes in its place in the order of its payment")
    func order() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.transport.script(ok)
            shop.transport.script(.failure(.unavailable))
            try await sender(shop).deliver()
            let first = try #require(try await shop.gateway.notifications(matching: OutboxFilter()).first)
            #expect(first.state == .delivered)
            try await shop.gateway.replayNotification(first.notification.id)
            #expect(
                try await shop.gateway.notifications(matching: OutboxFilter(state: .pending)).map(\.dueAt)
                    .filter { $0 != nil }.count == 1
            )
            shop.clock.advance(by: 3600)
            shop.transport.script(ok, ok, ok)
            try await sender(shop).deliver()
            let pending = try await shop.gateway.notifications(matching: OutboxFilter(state: .pending))
            #expect(pending.isEmpty)
            #expect(ids(shop).filter { $0.contains(payment.id.rawValue.dropFirst(4)) }.count == 4)
        }
    }

    @Test("Replaying what is being tried already silences nothing that waits behind it")
    func pendingHead() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(500, ""))
            try await sender(shop).deliver()
            let head = try #require(try await shop.gateway.notifications(matching: OutboxFilter()).first)
            try await shop.gateway.replayNotification(head.notification.id)
            shop.transport.script(ok, ok)
            try await sender(shop).deliver()
            #expect(try await shop.gateway.notifications(matching: OutboxFilter(state: .pending)).isEmpty)
        }
    }

    @Test("An id that is none, or of no payment, is not found", arguments: ["", "msg_", "msg_x_1", "msg_x_-1", "1"])
    func unknown(_ id: String) async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            await #expect {
                try await shop.gateway.replayNotification(id)
            } throws: {
                ($0 as? GatewayError)?.code == .notFound
            }
        }
    }
}
