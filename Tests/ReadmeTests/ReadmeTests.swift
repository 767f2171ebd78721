import Foundation
import HTTPTypes
import Logging
import Pay2Local
import PaymentGateway
import PaymentIntents
import PaymentStoreSQLite
import SMSPay
import Signatures
import Synchronization
import Testing

@Suite("The README")
struct ReadmeTests {
    @Test("prints the example that is compiled here")
    func example() throws {
        let printed = try Readme.block("swift", after: "<!-- example: Tests/ReadmeTests/Example.swift -->")
        #expect(printed == (try Readme.example()))
    }

    @Test("has an example that takes a payment, and takes in the callback that settles it")
    func exampleRuns() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let configuration = folder.appending(path: "payments.yaml")
        try Data(try Readme.configuration().utf8).write(to: configuration)
        let storeFile = folder.appending(path: "payments.sqlite").path
        let body = try Readme.message("webhook-paid")
        let signature = try SigningKey(Secrets.webhook.utf8).code(for: body).hexadecimal
        let signatureName = try #require(HTTPField.Name("X-Signature"))
        let page = Mutex<String?>(nil)

        try await Example.shop(
            configurationFile: configuration.path,
            storeFile: storeFile,
            logger: Logger(label: "readme") { _ in SwiftLogNoOpLogHandler() },
            transport: ScriptedProvider(answer: try Readme.message("intent")),
            order: try #require(MerchantReference("ORDER-10045")),
            redirect: { url in page.withLock { $0 = url.text } },
            callback: { ([signatureName: "sha256=\(signature)"], body) },
            answer: { status, json in
                #expect(status == 200)
                #expect(String(decoding: json, as: UTF8.self) == #"{"received":true}"#)
            }
        )

        #expect(
            page.withLock { $0 } == "https://pay.example.com/checkout/b5012f33-207e-4999-bf8d-5a1ebb10988e"
        )
        let store = try SQLitePaymentStore(path: storeFile, environment: .sandbox)
        let payments = try await store.payments(matching: PaymentFilter())
        await store.close()
        #expect(payments.map(\.status) == [.succeeded])
    }

    @Test("prints a configuration that is accepted, and that reversing the route changes")
    func configuration() throws {
        var adapters = AdapterRegistry()
        adapters.register(SMSPayAdapter.self)
        adapters.register(Pay2LocalAdapter.self)
        let text = try Readme.configuration()
        let settings = try GatewayConfiguration(text: text, folder: "", environment: [:], adapters: adapters)
        #expect(settings.accounts.map(\.name.rawValue) == ["wallets", "agents"])
        #expect(settings.routes[.deposit]?.map(\.rawValue) == ["wallets", "agents"])
        #expect(settings.routes[.withdrawal]?.map(\.rawValue) == ["agents"])

        let reversed = text.replacing("deposit: [wallets, agents]", with: "deposit: [agents, wallets]")
        let other = try GatewayConfiguration(text: reversed, folder: "", environment: [:], adapters: adapters)
        #expect(other.routes[.deposit]?.map(\.rawValue) == ["agents", "wallets"])
    }
}
