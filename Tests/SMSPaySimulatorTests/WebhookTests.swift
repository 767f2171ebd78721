import Foundation
import HTTPTypes
import ProviderSimulation
import SMSPaySimulator
import Testing

@Suite("SMS Pay: webhooks", .timeLimit(.minutes(30)))
struct WebhookTests {
    /// Computed by `printf '%s' BODY | openssl dgst -sha256 -hmac whsec_0123456789abcdef`.
    private static let signature = "577bbdf4c09e336f0b871ce82eba89bd7ada1c2ad1b8915a282c13e08794af8d"

    private func header(_ name: String, of request: ReceivedRequest) -> String? {
        HTTPField.Name(name).flatMap { request.headers[$0] }
    }

    @Test("body and signature, to the byte")
    func bytes() async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID()
            shop.clock.advance(by: .seconds(60))
            try await shop.simulator.pay(id)
            let request = try #require(try await shop.merchant.received.wait(for: 1).first)
            #expect(
                String(decoding: request.body, as: UTF8.self)
                    == #"{"event":"payment.paid","environment":"SANDBOX","timestamp":"2026-05-05T10:01:00.000Z","#
                    + #""data":{"payment_intent_id":"910a2dec-8902-4cc1-beeb-8da1658eec67","amount":"500","#
                    + #""currency":"BDT","customer_reference":"ORDER-10045"}}"#
            )
            #expect(header("X-Signature", of: request) == "sha256=" + Self.signature)
            #expect(header("Content-Type", of: request) == "application/json")
            #expect(header("X-Webhook-Signature", of: request) == nil)
            #expect(header("X-Webhook-Id", of: request) == nil)
        }
    }

    @Test("the newer headers, as an option")
    func newerHeaders() async throws {
        try await Shop.open {
            $0.signatureHeaders = [.xSignature, .xWebhookSignature]
            $0.sendsWebhookMetadata = true
        } _: { shop in
            let id = try await shop.createdID()
            try await shop.simulator.pay(id)
            let request = try #require(try await shop.merchant.received.wait(for: 1).first)
            let signature = try #require(header("X-Signature", of: request))
            #expect(header("X-Webhook-Signature", of: request) == signature)
            #expect(header("X-Webhook-Event", of: request) == "payment.paid")
            #expect(header("X-Webhook-Timestamp", of: request) == "2026-05-05T10:00:00.000Z")
            #expect(header("X-Webhook-Idempotency-Key", of: request) == "\(id):payment.paid")
            #expect(header("X-Webhook-Id", of: request)?.count == 36)
        }
    }

    @Test("each decision has its event, FAILED has none, and they arrive in order")
    func events() async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID()
            try await shop.simulator.review(id)
            try await shop.simulator.fail(id)
            try await shop.simulator.confirm(id)
            try await shop.simulator.reject(id)
            try await shop.simulator.announce(.expired, of: id)
            #expect(
                try await shop.events(4)
                    == ["payment.review_required", "payment.paid", "payment.rejected", "payment.expired"]
            )
        }
    }

    @Test("the merchant reference is told in split mode")
    func merchantReference() async throws {
        try await Shop.open { shop in
            let body = #"{"amount":500,"currency":"BDT","merchantReference":"ORDER-1/ä"}"#
            let created = try await shop.call(.POST, "/v1/payments/intents", body: body)
            try await shop.simulator.pay(created.string("id"))
            let request = try #require(try await shop.merchant.received.wait(for: 1).first)
            let text = String(decoding: request.body, as: UTF8.self)
            #expect(text.contains(#""merchant_reference":"ORDER-1/ä""#))
            #expect(text.contains(#""customer_reference":"\#(try created.string("customerReference"))""#))
        }
    }

    @Test("five attempts, 1, 2, 4 and 8 seconds apart, the same bytes each time")
    func attempts() async throws {
        let answers = [500, 401, 404, 503, 500].map { RecordingMerchant.Answer($0) }
        try await Shop.open(answering: answers) { shop in
            try await shop.simulator.pay(try await shop.createdID())
            var time = Duration.zero
            for pause in [1, 2, 4, 8] {
                time += .seconds(pause)
                try await shop.clock.waitForSleeper(at: time)
                shop.clock.advance(by: .seconds(pause))
            }
            let deliveries = try await shop.simulator.deliveries.wait(for: 5)
            #expect(deliveries.map(\.attempt) == [1, 2, 3, 4, 5])
            #expect(deliveries.map(\.status) == [500, 401, 404, 503, 500])
            #expect(deliveries.map { $0.endedAt.timeIntervalSince(Shop.opening) } == [0, 1, 3, 7, 15])
            #expect(Set(shop.merchant.received.entries.map(\.body)).count == 1)
        }
    }

    @Test("no further attempt once it is acknowledged", arguments: [200, 204])
    func acknowledged(status: Int) async throws {
        try await Shop.open(answering: [.init(503), .init(status, body: "")]) { shop in
            try await shop.simulator.pay(try await shop.createdID())
            try await shop.clock.waitForSleeper(at: .seconds(1))
            shop.clock.advance(by: .seconds(1))
            #expect(try await shop.simulator.deliveries.wait(for: 2).map(\.status) == [503, status])
            shop.clock.advance(by: .seconds(100))
            try await shop.simulator.pay(try await shop.createdID())
            #expect(try await shop.simulator.deliveries.wait(for: 3).map(\.attempt) == [1, 2, 1])
        }
    }

    @Test("redirects are not followed")
    func redirect() async throws {
        try await Shop.open(answering: [.init(307, location: "/callbacks")]) { shop in
            try await shop.simulator.pay(try await shop.createdID())
            #expect(try await shop.simulator.deliveries.wait(for: 1).map(\.status) == [307])
            #expect(shop.merchant.received.entries.count == 1)
        }
    }

    @Test("nobody listening: every attempt is recorded as unanswered")
    func nobodyListening() async throws {
        try await Shop.open {
            $0.webhookURL = "http://127.0.0.1:1/"
            $0.retries = RetrySchedule(attempts: 1, firstPause: .seconds(1))
        } _: { shop in
            try await shop.simulator.pay(try await shop.createdID())
            let delivery = try #require(try await shop.simulator.deliveries.wait(for: 1).first)
            #expect(delivery.status == nil)
            guard case .unanswered = delivery.result else {
                Issue.record("\(delivery)")
                return
            }
        }
    }

    @Test("endpoint verification: true only when the challenge comes back")
    func verification() async throws {
        try await Shop.open(answering: [.init(200, body: #"{"challenge":"other"}"#)]) { shop in
            let first = try await shop.simulator.verifyEndpoint()
            let second = try await shop.simulator.verifyEndpoint()
            #expect([first, second] == [false, true])
            #expect(try await shop.events(2) == Array(repeating: "webhook.endpoint_verification", count: 2))
        }
    }
}
