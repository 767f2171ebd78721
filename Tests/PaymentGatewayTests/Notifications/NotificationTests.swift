import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents
import Signatures
import Testing

@Suite("Notifications: what the merchant's system is sent")
struct NotificationTests {
    /// The example of Standard Webhooks 1.0.0.
    private static let secret = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    private func sender(_ shop: Shop) throws -> NotificationSender {
        let url = try #require(WebURL("https://shop.example/hooks/payments?token=canary-query"))
        let key = try #require(Data(base64Encoded: Self.secret))
        return try NotificationSender(
            shop.gateway,
            settings: NotificationSettings(url: url, secret: Secret(bytes: Array(key)))
        )
    }

    /// What the merchant's system got, without what providers got.
    private func notifications(_ shop: Shop) -> [ProviderRequest] {
        shop.transport.requests.filter { $0.url.hasPrefix("https://shop.example/hooks/payments") }
    }

    private func header(_ name: String, of request: ProviderRequest) throws -> String {
        let name = try #require(HTTPField.Name(name))
        return try #require(request.headers[name])
    }

    private let ok = Wire.answer(204, "")

    @Test("Signed as Standard Webhooks 1.0.0 says: id, time and body, HMAC-SHA256 under the decoded key, in base64")
    func signature() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.transport.script(ok, ok)
            try await sender(shop).deliver()
            let sent = notifications(shop)
            #expect(sent.count == 2)
            for request in sent {
                #expect(request.method == .post)
                #expect(request.headers[.contentType] == "application/json")
                let id = try header("webhook-id", of: request)
                let time = try header("webhook-timestamp", of: request)
                #expect(time == "1777975200")
                let text = "\(id).\(time).\(String(decoding: request.body, as: UTF8.self))"
                let bytes = try #require(Data(base64Encoded: Self.secret))
                let key = try SigningKey(bytes)
                let code = Data(try key.code(for: Array(text.utf8)).bytes).base64EncodedString()
                #expect(try header("webhook-signature", of: request) == "v1,\(code)")
            }
        }
    }

    @Test("The body is the type, the time and the payment as it was at that change")
    func body() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            _ = try await shop.receiveWallet(Wire.walletEvent(amount: "5"))
            shop.transport.script(ok, ok, ok)
            try await sender(shop).deliver()
            let documents = try notifications(shop)
                .map { request in
                    let json = try JSONSerialization.jsonObject(with: Data(request.body))
                    return try #require(json as? [String: Any])
                }
            #expect(
                documents.map { $0["type"] as? String } == [
                    "payment.created", "payment.pending", "payment.requires_review",
                ]
            )
            #expect(
                documents.map { $0["timestamp"] as? String } == Array(repeating: "2026-05-05T10:00:00.000Z", count: 3)
            )
            let data = try #require(documents.last?["data"] as? [String: Any])
            #expect(data["sequence"] as? Int == 2)
            let shown = try #require(data["payment"] as? [String: Any])
            #expect(shown["id"] as? String == payment.id.rawValue)
            #expect(shown["status"] as? String == "requiresReview")
            #expect(shown.keys.count == 17)
        }
    }

    @Test("Each change has an id of its own, and it is the same at every try")
    func ids() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(500, ""), ok, ok)
            try await sender(shop).deliver()
            shop.clock.advance(by: 10)
            try await sender(shop).deliver()
            let ids = try notifications(shop).map { try header("webhook-id", of: $0) }
            let stem = "msg_" + payment.id.rawValue.dropFirst(4)
            #expect(ids == [stem + "_0", stem + "_0", stem + "_1"])
            let times = try notifications(shop).map { try header("webhook-timestamp", of: $0) }
            #expect(times == ["1777975200", "1777975210", "1777975210"], "the time is that of the try")
        }
    }

    @Test("Any 2xx is delivered", arguments: [200, 201, 202, 204, 299])
    func delivered(_ status: Int) async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(status, ""), Wire.answer(status, ""))
            try await sender(shop).deliver()
            shop.clock.advance(by: 86_400)
            try await sender(shop).deliver()
            #expect(notifications(shop).count == 2)
        }
    }

    @Test("The status says it, whatever becomes of the rest of the answer", arguments: [(200, 2), (410, 2), (500, 3)])
    func brokenOff(_ status: Int, _ tries: Int) async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.transport.script(.brokenOff(status: status), ok, ok)
            try await sender(shop).deliver()
            shop.clock.advance(by: 86_400)
            try await sender(shop).deliver()
            #expect(notifications(shop).count == tries)
        }
    }

    @Test("row 35: 410 is a dead letter at once, and the next change is told all the same")
    func gone() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(410, ""), ok)
            try await sender(shop).deliver()
            shop.clock.advance(by: 86_400)
            try await sender(shop).deliver()
            #expect(notifications(shop).count == 2)
        }
    }

    @Test(
        "row 35: everything else is tried again after 5 seconds; a redirect is one of them",
        arguments: [
            Wire.answer(500, ""), Wire.answer(404, ""), Wire.answer(302, "", [.location: "https://evil.example/"]),
            Wire.answer(308, "", [.location: "https://evil.example/"]), Wire.answer(100, ""), .failure(.notConnected),
            .failure(.unavailable),
        ] as [ScriptedTransport.Step]
    )
    func retried(_ step: ScriptedTransport.Step) async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.transport.script(step)
            try await sender(shop).deliver()
            shop.clock.advance(by: 4.9)
            try await sender(shop).deliver()
            #expect(notifications(shop).count == 1, "not before its time, and nothing overtakes it")
            shop.transport.script(ok, ok)
            shop.clock.advance(by: 0.2)
            try await sender(shop).deliver()
            #expect(notifications(shop).count == 3)
            #expect(notifications(shop).allSatisfy { $0.url.hasPrefix("https://shop.example/") })
        }
    }

    @Test("row 35: the waits grow up to 6 hours, and after 72 hours it is a dead letter")
    func patience() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            var tries: [TimeInterval] = []
            var time: TimeInterval = 0
            // In steps of a second at first, of a minute later: as a sender that looks around all the time.
            while time < 90 * 3600 {
                let before = notifications(shop).count
                if tries.isEmpty || time - (tries.last ?? 0) >= 4 { shop.transport.script(Wire.answer(500, "")) }
                try await sender(shop).deliver()
                if notifications(shop).count > before { tries.append(time) }
                if tries.count > 40 { break }
                let step: TimeInterval = time < 120 ? 1 : 600
                time += step
                shop.clock.advance(by: step)
            }
            let waits = zip(tries.dropFirst(), tries).map { $0 - $1 }
            #expect(waits.first == 5)
            #expect(waits.allSatisfy { $0 <= 6 * 3600 + 600 })
            #expect(waits.dropFirst().prefix(8).allSatisfy { $0 > 5 })
            #expect((72 * 3600...79 * 3600).contains(tries.last ?? 0))
        }
    }

    @Test("row 35: what waited three days without being tried gets its tries")
    func untried() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.clock.advance(by: 73 * 3600)
            var dead: [OutboxEntry] = []
            while dead.isEmpty, notifications(shop).count < 20 {
                // The last try of the first one lets the second one go.
                shop.transport.script(Wire.answer(500, ""))
                if notifications(shop).count == 7 { shop.transport.script(Wire.answer(500, "")) }
                try await sender(shop).deliver()
                dead = try await shop.gateway.notifications(matching: OutboxFilter(state: .dead))
                // Longer than any wait among the first ones.
                shop.clock.advance(by: 641)
            }
            #expect(dead.map(\.attempts) == [8])
        }
    }

    @Test("row 34: the notifications of one payment go in order; those of another do not wait for them")
    func order() async throws {
        try await Shop.open { shop async throws in
            let first = try await shop.pendingWallet()
            let second = try await shop.pendingWallet(reference: "ORDER-2", id: "second")
            _ = try await shop.receiveWallet(Wire.walletEvent())
            shop.transport.script(Wire.answer(500, ""), Wire.answer(500, ""))
            try await sender(shop).deliver()
            shop.clock.advance(by: 60)
            shop.transport.script(ok, ok, ok, ok, ok)
            try await sender(shop).deliver()
            let ids = try notifications(shop).map { try header("webhook-id", of: $0) }
            for payment in [first, second] {
                let numbers = ids.filter { $0.contains(payment.id.rawValue.dropFirst(4)) }.map { String($0.suffix(1)) }
                #expect(numbers == numbers.sorted())
            }
            #expect(notifications(shop).count == 7)
        }
    }

    @Test("row 34: a sender that lost its lease cannot write; the same id goes out again")
    func lostLease() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            let neighbour = try shop.neighbour()
            let other = try sender(neighbour)
            neighbour.transport.script(ok, ok)
            shop.transport.script(
                .during(
                    {
                        shop.clock.advance(by: 61)
                        await other.deliver()
                    },
                    Wire.answer(410, "")
                )
            )
            try await sender(shop).deliver()
            let ids = try notifications(neighbour).map { try header("webhook-id", of: $0).suffix(2) }
            #expect(ids == ["_0", "_1"])
            let first = try #require(notifications(shop).first)
            #expect(try header("webhook-id", of: first).hasSuffix("_0"))
        }
    }

    @Test("row 20: delivered, but not written down: sent again with the same id, within the lease")
    func notSettled() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.store.fail(.settle, with: .unavailable)
            shop.transport.script(ok)
            try await sender(shop).deliver()
            shop.clock.advance(by: 61)
            shop.transport.script(ok, ok)
            try await sender(shop).deliver()
            let ids = try notifications(shop).map { try header("webhook-id", of: $0).suffix(2) }
            #expect(ids == ["_0", "_0", "_1"])
        }
    }

    @Test("A store that is gone stops nothing for good")
    func storeGone() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.store.fail(.claimNotifications, with: .unavailable)
            try await sender(shop).deliver()
            #expect(notifications(shop).isEmpty)
            shop.transport.script(ok, ok)
            try await sender(shop).deliver()
            #expect(notifications(shop).count == 2)
        }
    }
}
