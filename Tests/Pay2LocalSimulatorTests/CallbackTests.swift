import Foundation
import HTTPTypes
import Pay2LocalSimulator
import ProviderSimulation
import Signatures
import Testing

@Suite("Pay2Local: callbacks", .timeLimit(.minutes(30)))
struct CallbackTests {
    /// Computed with `openssl dgst -sha256 -hmac access-0123456789abcdef` over the five values joined by `|`.
    private static let bodySignature = "00c09c7a4947364e4f1f7630ecc8b2c0c9727fa2fa8ff45c7d20c7859b7dc331"
    /// Computed in the same way over the whole body.
    private static let headerSignature = "0dba7092bebf98a94bb4381f3663260fd3e51dfdd2c88f1188fda49ec44dec44"

    private func header(_ name: String, of request: ReceivedRequest) -> String? {
        HTTPField.Name(name).flatMap { request.headers[$0] }
    }

    private func text(_ request: ReceivedRequest) -> String { String(decoding: request.body, as: UTF8.self) }

    @Test("body, header and both signatures, to the byte")
    func approved() async throws {
        try await Shop.open { shop in
            let id = try await shop.deposit().string("request_id")
            shop.clock.advance(by: .milliseconds(32_024))
            try await shop.simulator.approve(id)
            let request = try #require(try await shop.merchant.received.wait(for: 1).first)
            #expect(
                text(request)
                    == #"{"merchant_payment_id":"100058130003","requested_amount":50,"currency":"BDT","#
                    + #""request_type":"Deposit","bank_type":"Bkash","request_status":"Approved","#
                    + #""transaction_id":"f893a2ee-fb32-455e-b1c1-8690ee42c90b","service_type":"p2p_agent","#
                    + #""timestamp":"2026-05-05T16:00:32.024+06:00","signature":"\#(Self.bodySignature)"}"#
            )
            #expect(header("x-signature", of: request) == Self.headerSignature)
            #expect(header("x-request-id", of: request) == id)
            #expect(header("Content-Type", of: request) == "application/json")
            #expect(header("X-Authorization-Access", of: request) == nil)
        }
    }

    @Test("a rejected callback has no transaction_id")
    func rejected() async throws {
        try await Shop.open { shop in
            let id = try await shop.withdrawal().string("request_id")
            try await shop.simulator.reject(id)
            let request = try #require(try await shop.merchant.received.wait(for: 1).first)
            #expect(
                text(request).contains(#""request_type":"Withdraw","bank_type":"Bkash","request_status":"Rejected","#)
            )
            #expect(!text(request).contains("transaction_id"))
            let key = try SigningKey(Array(Shop.accessKey.utf8))
            #expect(header("x-signature", of: request) == (try key.code(for: request.body.span).hexadecimal))
        }
    }

    @Test("options: two decimals, other signed fields and separator")
    func options() async throws {
        try await Shop.open {
            $0.writesTwoDecimals = true
            $0.signedFields = ["@x-request-id", "requested_amount", "transaction_id"]
            $0.signedFieldSeparator = ""
        } _: { shop in
            let id = try await shop.deposit().string("request_id")
            try await shop.simulator.reject(id)
            let request = try #require(try await shop.merchant.received.wait(for: 1).first)
            #expect(text(request).contains(#""requested_amount":50.00,"#))
            let key = try SigningKey(Array(Shop.accessKey.utf8))
            let expected = try key.code(for: Array("\(id)50.00".utf8).span).hexadecimal
            #expect(text(request).hasSuffix(#""signature":"\#(expected)"}"#))
        }
    }

    @Test("a key of its own for signatures")
    func signingKey() async throws {
        let signingKey = "signing-0123456789abcdef"
        try await Shop.open {
            $0.signingKey = SimulatorSecret(signingKey)
        } _: { shop in
            try await shop.simulator.approve(try await shop.deposit().string("request_id"))
            let request = try #require(try await shop.merchant.received.wait(for: 1).first)
            let key = try SigningKey(Array(signingKey.utf8))
            #expect(header("x-signature", of: request) == (try key.code(for: request.body.span).hexadecimal))
            #expect(shop.simulator.dueCallbackCount == 1)
        }
    }

    @Test("the customer's wallet in an all-in-one request")
    func chosenWallet() async throws {
        try await Shop.open { shop in
            let id = try await shop.deposit(without: "bank_type").string("request_id")
            try await shop.simulator.approve(id, wallet: .upay)
            let request = try #require(try await shop.merchant.received.wait(for: 1).first)
            #expect(text(request).contains(#""bank_type":"Upay""#))
        }
    }

    @Test("five attempts, 1, 2, 4 and 8 seconds apart")
    func attempts() async throws {
        try await Shop.open(answering: Array(repeating: .init(500), count: 5)) { shop in
            try await shop.simulator.approve(try await shop.deposit().string("request_id"))
            var time = Duration.zero
            for pause in [1, 2, 4, 8] {
                time += .seconds(pause)
                try await shop.clock.waitForSleeper(at: time)
                shop.clock.advance(by: .seconds(pause))
            }
            let deliveries = try await shop.simulator.deliveries.wait(for: 5)
            #expect(deliveries.map(\.attempt) == [1, 2, 3, 4, 5])
            #expect(deliveries.map { $0.endedAt.timeIntervalSince(Shop.opening) } == [0, 1, 3, 7, 15])
        }
    }

    @Test(
        "settles by itself after a while",
        arguments: [(SimulatedOutcome.approved, "Approved"), (.rejected, "Rejected")]
    )
    func automatic(outcome: SimulatedOutcome, status: String) async throws {
        try await Shop.open {
            $0.settlement = AutomaticSettlement(outcome, after: .seconds(3))
        } _: { shop in
            let id = try await shop.withdrawal().string("request_id")
            try await shop.clock.waitForSleeper(at: .seconds(3))
            #expect(await shop.simulator.paymentRequest(id)?.status == .pending)
            shop.clock.advance(by: .seconds(3))
            #expect(try await shop.statuses(1) == [status])
        }
    }

    @Test("an unknown request cannot be settled, a settled one not again")
    func refusals() async throws {
        try await Shop.open { shop in
            await #expect(throws: SettlementRefusal.unknownPayment("nobody")) {
                try await shop.simulator.approve("nobody")
            }
            let id = try await shop.deposit().string("request_id")
            try await shop.simulator.approve(id)
            await #expect(throws: SettlementRefusal.wrongStatus(id, is: "Approved")) {
                try await shop.simulator.approve(id)
            }
        }
    }
}
