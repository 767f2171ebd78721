import Foundation
import HTTPTypes
import PaymentIntents
import Testing

@Suite("Nothing prints what it must not")
struct SecrecyTests {
    private static let secret = "sk_live_0123456789abcdef"
    private static let number = "01712345001"

    private static func expectNothing(of hidden: [String], in value: some Any, sourceLocation: SourceLocation) {
        for text in Printings.all(of: value) {
            for word in hidden {
                #expect(!text.contains(word), "\(text)", sourceLocation: sourceLocation)
            }
        }
    }

    @Test("a secret, by itself or inside anything")
    func secret() {
        let secret = Secret(Self.secret)
        #expect(secret.text == Self.secret)
        #expect("\(secret)" == "•••")
        let bytes = secret.bytes.map { String($0) }.joined(separator: ", ")
        Self.expectNothing(of: [Self.secret, "sk_live", bytes, "115"], in: secret, sourceLocation: #_sourceLocation)
    }

    @Test("a phone number, by itself or inside what is sent with it")
    func phoneNumber() throws {
        let number = try #require(MSISDN(Self.number))
        let amount = try Money(parsing: "5", currency: .bdt)
        var generator = SeededGenerator(seed: 1)
        let order = PaymentOrder(
            paymentID: PaymentID(at: .distantPast, using: &generator),
            kind: .withdrawal,
            amount: amount,
            reference: "ORDER-1",
            payee: number
        )
        let instructions = PaymentInstructions(receiver: number, amount: amount, reference: nil)
        let hidden = [Self.number, "12345"]
        Self.expectNothing(of: hidden, in: number, sourceLocation: #_sourceLocation)
        Self.expectNothing(of: hidden, in: order, sourceLocation: #_sourceLocation)
        Self.expectNothing(of: hidden, in: ProviderCall.create(order), sourceLocation: #_sourceLocation)
        Self.expectNothing(of: hidden, in: NextAction.instructions(instructions), sourceLocation: #_sourceLocation)
    }

    @Test("a request, a response and a callback show no header, no query and no body")
    func messages() {
        let headers: HTTPFields = [.authorization: "Bearer \(Self.secret)"]
        let body = Array(Self.number.utf8)
        let hidden = [Self.secret, "Bearer", Self.number, "48, 49, 55", "token"]
        let request = ProviderRequest(
            method: .post,
            url: "https://api.example/v1?token=\(Self.secret)",
            headers: headers,
            body: body
        )
        #expect("\(request)" == "POST https://api.example/v1")
        Self.expectNothing(of: hidden, in: request, sourceLocation: #_sourceLocation)
        let response = ProviderResponse(status: 200, headers: headers, body: body)
        #expect("\(response)" == "status 200, 11 bytes")
        Self.expectNothing(of: hidden, in: response, sourceLocation: #_sourceLocation)
        let callback = Callback(headers: headers, body: body)
        #expect("\(callback)" == "1 header fields, 11 bytes")
        Self.expectNothing(of: hidden, in: callback, sourceLocation: #_sourceLocation)
    }

    @Test("the settings of an account, and each value of them")
    func settings() throws {
        let values: [String: SettingValue] = ["apiKey": .text(Self.secret), "webhookSecrets": .list([Self.secret])]
        let account = try #require(AccountName("wallets"))
        let settings = AdapterSettings(account: account, environment: .sandbox, values: values)
        #expect("\(settings)" == #"wallets (sandbox): ["apiKey", "webhookSecrets"]"#)
        Self.expectNothing(of: [Self.secret], in: settings, sourceLocation: #_sourceLocation)
        Self.expectNothing(of: [Self.secret], in: values, sourceLocation: #_sourceLocation)
    }
}
