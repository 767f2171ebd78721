import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents
import Testing

@Suite("Creation: what is recorded, sent and answered")
struct CreationTests {
    @Test("A deposit is recorded before it is sent, and settled with the answer")
    func order() async throws {
        try await Shop.open { shop async throws in
            let store = shop.store
            shop.transport.script(
                .during(
                    { #expect(store.calls == [.record, .modify], "recorded and leased before the first byte") },
                    Wire.answer(201, Wire.walletIntent())
                )
            )
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.status == .pending)
            #expect(payment.creation == .created)
            #expect(payment.providerPaymentID == Wire.walletID)
            #expect(payment.leasedUntil == nil)
            #expect(payment.expiresAt == ManualClock.start.addingTimeInterval(300))
            #expect(try await shop.told(payment) == [.created, .pending])
            #expect(shop.transport.bodies.first?.contains(#""idempotencyKey":"\#(payment.id)""#) == true)
        }
    }

    @Test("A second payment of one reference gets a reference of its own at the provider")
    func uniqueReference() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            var second = try PaymentRequest.sample()
            second.idempotencyKey = IdempotencyKey("second")
            shop.transport.script(Wire.answer(201, Wire.walletIntent(id: "another", reference: "ORDER-1-2")))
            let payment = try await shop.gateway.create(second)
            #expect(payment.status == .pending)
            #expect(payment.reference == "ORDER-1")
            #expect(payment.providerReference == "ORDER-1-2")
        }
    }

    struct WrongRequest: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let field: String
        let request: @Sendable () throws -> PaymentRequest
    }

    private static let wrongRequests = [
        WrongRequest(testDescription: "an amount of zero", field: "amount") { try .sample(amount: "0") },
        WrongRequest(testDescription: "a withdrawal to nobody", field: "payee") {
            var request = try PaymentRequest.sample(kind: .withdrawal)
            request.payee = nil
            return request
        },
        WrongRequest(testDescription: "half a second to pay", field: "expires-in") {
            try .sample(expiresIn: .milliseconds(500))
        },
        WrongRequest(testDescription: "a withdrawal that the customer would have time to pay", field: "expires-in") {
            try .sample(kind: .withdrawal, expiresIn: .seconds(600))
        },
        WrongRequest(testDescription: "30 days and a second to pay", field: "expires-in") {
            try .sample(expiresIn: .seconds(30 * 86_400 + 1))
        },
        WrongRequest(testDescription: "a negative time to pay", field: "expires-in") {
            try .sample(expiresIn: .seconds(-60))
        },
        WrongRequest(testDescription: "an account that nobody configured", field: "provider") {
            try .sample(account: "nobody")
        },
    ]

    @Test("A wrong request leaves no row, and nothing is sent", arguments: wrongRequests)
    func validation(_ wrong: WrongRequest) async throws {
        try await Shop.open { shop async throws in
            let error = try await shop.refusal(of: wrong.request())
            #expect(error.code == .invalidRequest)
            #expect(error.message.hasPrefix(wrong.field + ":"))
            #expect(shop.store.calls.allSatisfy { $0 == .read })
            #expect(shop.transport.requests.isEmpty)
        }
    }

    @Test("The bounds of the time to pay are inside; SMS Pay gives a minute at least", arguments: [1, 60, 30 * 86_400])
    func expiryBounds(_ seconds: Int) async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.answer(201, Wire.walletIntent()))
            _ = try await shop.gateway.create(.sample(expiresIn: .seconds(seconds)))
            #expect(shop.transport.bodies.first?.contains(#""ttlSeconds":\#(max(seconds, 60))"#) == true)
        }
    }

    private static let insecure = WebURL("http://shop.example/back")

    @Test(
        "In live, a return address must be https",
        arguments: [
            ("success-url", ReturnURLs(success: insecure)), ("failure-url", ReturnURLs(failure: insecure)),
            ("cancel-url", ReturnURLs(cancel: insecure)), ("expired-url", ReturnURLs(expired: insecure)),
        ]
    )
    func returnURLs(_ name: String, _ urls: ReturnURLs) async throws {
        try await Shop.open(environment: .live) { shop async throws in
            var request = try PaymentRequest.sample()
            request.returnURLs = urls
            let error = try await shop.refusal(of: request)
            #expect(error.code == .invalidRequest)
            #expect(error.message.hasPrefix(name + ":"))
            #expect(shop.store.calls.isEmpty)
        }
    }

    @Test(
        "row 39: an address that is hostile never becomes the next action",
        arguments: [
            "javascript:alert(1)", "https://user:pass@pay.example.com/", "https://pay.example.com/\\u000d\\u000aX: y",
            "https://pay.example.com\\\\@evil.example/", "//evil.example/", "data:text/html,x",
        ]
    )
    func hostileURL(_ url: String) async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.answer(201, Wire.walletIntent(checkoutURL: url)))
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.status == .pending)
            guard case .instructions = payment.nextAction else {
                Issue.record("the next action is \(payment.nextAction)")
                return
            }
        }
    }

    @Test("row 39: an http address is handed out in the sandbox only", arguments: PaymentEnvironment.allCases)
    func insecureURL(_ environment: PaymentEnvironment) async throws {
        try await Shop.open(environment: environment) { shop async throws in
            let wire = Wire.walletIntent(checkoutURL: "http://pay.example.com/c")
                .replacing("SANDBOX", with: environment == .live ? "LIVE" : "SANDBOX")
            shop.transport.script(Wire.answer(201, wire))
            let payment = try await shop.gateway.create(.sample())
            let isRedirect = if case .redirect = payment.nextAction { true } else { false }
            #expect(isRedirect == (environment == .sandbox))
        }
    }

    @Test(
        "row 8: a creation that the provider answers with another amount is for a person",
        arguments: ["500.01", "5", "50000"]
    )
    func otherAmount(_ amount: String) async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.answer(201, Wire.walletIntent(amount: amount)))
            let payment = try await shop.gateway.create(.sample())
            #expect(payment.status == .requiresReview)
            #expect(payment.nextAction == .none, "nobody is sent to pay another amount")
        }
    }

    @Test("A definite refusal ends the payment, and stays its answer", arguments: [400, 422, 404])
    func refused(_ status: Int) async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.walletError(status))
            let error = try await shop.refusal(of: .sample())
            #expect(error.code == .refusedByProvider)
            let payment = try await shop.gateway.payment(try #require(error.paymentID))
            #expect(payment.status == .failed)
            #expect(payment.creation == .refused)
            #expect(payment.nextQueryAt == nil)
            let again = try await shop.refusal(of: .sample())
            #expect(again.code == .refusedByProvider)
            #expect(again.paymentID == payment.id)
            #expect(shop.transport.requests.count == 1)
            #expect(try await shop.told(payment) == [.created, .failed])
        }
    }

    @Test(
        "row 25: Retry-After reaches the error, read strictly and held to 1 second … 1 hour",
        arguments: [
            ("7", 7), ("0", 1), ("99999999999999999999", 3600), ("-5", nil), ("soon", nil), ("7.5", nil),
            ("Tue, 05 May 2026 10:00:30 GMT", 30), ("Tue, 05 May 2026 09:00:00 GMT", 1),
            ("Wed, 05 May 2027 10:00:00 GMT", 3600), (nil, nil),
        ] as [(String?, Int?)]
    )
    func retryAfter(_ header: String?, _ seconds: Int?) async throws {
        try await Shop.open { shop async throws in
            var headers: HTTPFields = [:]
            headers[.retryAfter] = header
            shop.transport.script(Wire.walletError(429, headers))
            let request = try PaymentRequest.sample(account: "wallets")
            let error = try await shop.refusal(of: request)
            #expect(error.code == .rateLimited)
            #expect(error.isRetryable)
            #expect((error.cause as? ProviderError)?.retryAfter == seconds.map { .seconds($0) })
        }
    }
}
