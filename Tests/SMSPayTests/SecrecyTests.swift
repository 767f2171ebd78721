import PaymentIntents
import SMSPay
import Testing

@Suite("Row 38: secrets and phone numbers stay inside")
struct SecrecyTests {
    private static let canaries = ["0123456789abcdef", "fedcba9876543210"]

    private func printed(_ value: some Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return ["\(value)", String(describing: value), String(reflecting: value), dumped]
    }

    @Test("An adapter does not print its key or its webhook secrets")
    func adapter() throws {
        let adapter = try TestAccount.sandbox
            .with(["webhookSecrets": .list([TestAccount.secret, TestAccount.nextSecret])])
            .adapter()
        for text in printed(adapter) {
            for canary in Self.canaries { #expect(!text.contains(canary)) }
        }
    }

    @Test("A request does not print the key that it carries")
    func request() throws {
        let adapter = try TestAccount.sandbox.adapter()
        for call in [ProviderCall.create(try Orders.fullOrder()), Orders.query(), .list(page: 1)] {
            for text in printed(try adapter.request(for: call)) {
                for canary in Self.canaries { #expect(!text.contains(canary)) }
            }
        }
    }

    @Test("An intent does not print the wallet's number")
    func intent() throws {
        let body = try Fixture("intent").replacing("https://pay.example.com", with: "ftp://pay.example.com")
        let intent = try TestAccount.sandbox.adapter().intent(in: body)
        #expect(intent.receiver?.digits == "01700000001")
        for text in printed(intent) { #expect(!text.contains("01700000001")) }
    }

    @Test("A refusal does not print the signature that came, nor the one that was due")
    func refusal() throws {
        let webhook = try SignedWebhook(
            try Fixture("webhook-paid").bytes,
            signatures: [("X-Signature", "sha256=ca" + String(repeating: "0", count: 62))]
        )
        let refusal = try TestAccount.sandbox.adapter().refusal(of: webhook)
        for text in printed(refusal) {
            #expect(!text.contains("ca000"))
            #expect(!text.contains("c07f90"))
        }
    }
}
