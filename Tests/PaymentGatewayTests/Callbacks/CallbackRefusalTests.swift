import HTTPTypes
import PaymentGateway
import PaymentIntents
import Signatures
import Testing

@Suite("Callbacks: what is refused, and what is kept without being understood")
struct CallbackRefusalTests {
    /// Takes a callback that must be refused before anybody looks anything up.
    private func expectRefusal(
        of callback: Callback,
        by shop: Shop,
        for account: String = "wallets",
        at location: SourceLocation = #_sourceLocation
    ) async {
        let before = shop.store.calls
        #expect(await shop.gateway.receive(callback, for: account) == .refused, sourceLocation: location)
        #expect(shop.store.calls == before, "no call to the store", sourceLocation: location)
    }

    private func signed(_ header: String, _ value: String) throws -> Callback {
        Callback(headers: [try #require(HTTPField.Name(header)): value], body: Array(Wire.walletEvent().utf8))
    }

    private func digits(_ body: String = Wire.walletEvent(), _ secret: String = Wire.webhookSecret) throws -> String {
        try SigningKey(secret.utf8).code(for: Array(body.utf8)).hexadecimal
    }

    @Test("row 12: forged, of another key, or not signed: refused, nothing stored, nothing looked up")
    func forged() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            await expectRefusal(of: Callback(headers: [:], body: Array(Wire.walletEvent().utf8)), by: shop)
            await expectRefusal(
                of: try signed("X-Signature", "sha256=" + String(repeating: "0", count: 64)),
                by: shop
            )
            await expectRefusal(
                of: try Wire.walletCallback(Wire.walletEvent(), secret: "whsec_somebody_elses_key"),
                by: shop
            )
            await expectRefusal(of: try signed("X-Signature", "sha256=" + digits("{}")), by: shop)
        }
    }

    @Test(
        "row 13: a signature of another form is refused",
        arguments: [
            "%", "SHA256=%", "Sha256=%", "sha256=%,sha256=%", "sha256= %", "sha256=%0", "sha512=%", "sha256:%",
            "sha256=%, sha256=%", "v1=%", "sha256=", "=%", "sha256==%",
        ]
    )
    func form(_ form: String) async throws {
        try await Shop.open { shop async throws in
            let value = form.replacing("%", with: try digits())
            await expectRefusal(of: try signed("X-Signature", value), by: shop)
        }
    }

    @Test("row 13: 63 or 65 digits, full-width digits, NUL, letters that are no digits")
    func digitsOfOtherForm() async throws {
        try await Shop.open { shop async throws in
            let right = try digits()
            let fullWidth = "\u{FF10}" + right.dropFirst()
            let wrong = [
                String(right.dropLast()), right + "0", fullWidth, "\0" + right.dropFirst(), "g" + right.dropFirst(),
            ]
            for digits in wrong {
                await expectRefusal(of: try signed("X-Signature", "sha256=" + digits), by: shop)
            }
        }
    }

    @Test("row 13: two headers of one name are refused, even when both are right")
    func twoHeaders() async throws {
        try await Shop.open { shop async throws in
            let name = try #require(HTTPField.Name("X-Signature"))
            var headers = HTTPFields()
            headers.append(HTTPField(name: name, value: "sha256=" + (try digits())))
            headers.append(HTTPField(name: name, value: "sha256=" + (try digits())))
            await expectRefusal(of: Callback(headers: headers, body: Array(Wire.walletEvent().utf8)), by: shop)
        }
    }

    @Test("row 13: upper-case digits are fine")
    func upperCase() async throws {
        try await Shop.open { shop async throws in
            let callback = try signed("X-Signature", "sha256=" + digits().uppercased())
            #expect(await shop.gateway.receive(callback, for: "wallets").isAccepted)
        }
    }

    @Test("row 14: a body cut short is refused at every length")
    func cutShort() async throws {
        try await Shop.open { shop async throws in
            let whole = try Wire.walletCallback(Wire.walletEvent())
            for count in stride(from: 0, to: whole.body.count, by: 7) {
                let cut = Callback(headers: whole.headers, body: Array(whole.body.prefix(count)))
                await expectRefusal(of: cut, by: shop)
            }
        }
    }

    @Test("row 11: authentic, but of the other environment: kept apart")
    func otherEnvironment() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            #expect(try await shop.receiveWallet(Wire.walletEvent(environment: "LIVE")) == .otherEnvironment)
            #expect(shop.store.calls.contains(.absorb))
            #expect(try await shop.now(payment).status == .pending)
        }
    }

    @Test("row 11: signed with another account's secret: refused")
    func otherAccount() async throws {
        try await Shop.open { shop async throws in
            let body = Wire.walletEvent()
            await expectRefusal(of: try Wire.walletCallback(body, secret: Wire.accessKey), by: shop)
            let agentBody = Wire.agentEvent()
            let callback = try Wire.agentCallback(agentBody, secret: Wire.webhookSecret)
            await expectRefusal(of: callback, by: shop, for: "agents")
        }
    }

    @Test(
        "An account that nobody configured is unknown, before anything is checked",
        arguments: ["nobody", "", "Wallets", "wallets/", "..", "wallets\n", String(repeating: "a", count: 33)]
    )
    func unknownAccount(_ name: String) async throws {
        try await Shop.open { shop async throws in
            let answer = await shop.gateway.receive(try Wire.walletCallback(Wire.walletEvent()), for: name)
            #expect(answer == .unknownAccount)
            #expect(shop.store.calls.isEmpty)
        }
    }

    struct Body: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]

        init(_ name: String, _ text: String) {
            (testDescription, bytes) = (name, Array(text.utf8))
        }

        init(_ name: String, bytes: [UInt8]) {
            (testDescription, self.bytes) = (name, bytes)
        }
    }

    private static let hostile = [
        Body("empty", ""), Body("nested 10,000 deep", String(repeating: "[", count: 10_000)),
        Body("nested 33 deep", String(repeating: "[", count: 33) + String(repeating: "]", count: 33)),
        Body("a huge number", Wire.walletEvent(amount: "1e999999999")),
        Body("NUL", "\0" + Wire.walletEvent()),
        Body("a lone surrogate", Wire.walletEvent(reference: "\\ud800")),
        Body("bad UTF-8", bytes: Array(Wire.walletEvent().utf8.dropLast(4)) + [0xFF, 0xFE] + Array("\"}}".utf8)),
        Body("a byte order mark", "\u{FEFF}" + Wire.walletEvent()),
        Body("a trailing comma", Wire.walletEvent().replacing("}}", with: "},}")),
        Body("an array", "[]"), Body("text", "hello"), Body("two documents", "{}{}"),
        Body(
            "row 17: a repeated key",
            Wire.walletEvent().replacing(#""data":"#, with: #""event":"payment.paid","data":"#)
        ),
        Body(
            "row 17: a repeated key, escaped",
            Wire.walletEvent().replacing(#""amount":"#, with: #""amo\u0075nt":"1","amount":"#)
        ),
    ]

    @Test("row 16: authentic bytes that nobody understands are kept for a person", arguments: hostile)
    func notUnderstood(_ body: Body) async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            let code = try SigningKey(Wire.webhookSecret.utf8).code(for: body.bytes).hexadecimal
            let name = try #require(HTTPField.Name("X-Signature"))
            let callback = Callback(headers: [name: "sha256=" + code], body: body.bytes)
            #expect(await shop.gateway.receive(callback, for: "wallets").isAccepted)
            #expect(shop.store.batches == [1], "it was committed")
            let status = try await shop.now(payment).status
            // A huge number is an amount that cannot be read: the event is understood, and never succeeds.
            #expect(status == .pending || (status == .requiresReview && body.testDescription == "a huge number"))
        }
    }

    @Test("row 37: while two secrets are configured both are accepted; afterwards the old one is refused")
    func rotation() async throws {
        let next = "whsec_next_0123456789abcdef"
        try await Shop.open(wallets: ["webhookSecrets": .list([next, Wire.webhookSecret])]) { shop async throws in
            for secret in [next, Wire.webhookSecret] {
                let callback = try Wire.walletCallback(Wire.walletEvent(), secret: secret)
                #expect(await shop.gateway.receive(callback, for: "wallets").isAccepted)
            }
        }
        try await Shop.open(wallets: ["webhookSecrets": .list([next])]) { shop async throws in
            await expectRefusal(of: try Wire.walletCallback(Wire.walletEvent()), by: shop)
        }
    }
}
