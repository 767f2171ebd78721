import Foundation
import Pay2LocalSimulator
import PaymentGateway
import PaymentIntents
import ProviderSimulation
import SMSPaySimulator
import ServiceLifecycle

/// Where the demo plays: two simulated providers, the merchant's own system, and a folder for the store.
struct DemoStage: Sendable {
    let smsPay: SimulatedSMSPay
    let pay2Local: SimulatedPay2Local
    let merchant = RecordingMerchant()
    let callbackPort: Int
    let folder: URL

    /// The URL of the database that two instances share; `nil` for one program on a file.
    let database: String?

    private static let apiKey = "sk_test_demo_0123456789"
    private static let webhookSecret = "whsec_demo_0123456789"
    private static let accessKey = "access_demo_0123456789"
    private static let publicKey = "public_demo_0123456789"

    init(database: String?) async throws {
        self.database = database
        let port = try await FreePort.find()
        callbackPort = port
        smsPay = try SimulatedSMSPay(
            SMSPaySimulatorConfiguration(
                apiKey: SimulatorSecret(Self.apiKey),
                webhookSecret: SimulatorSecret(Self.webhookSecret),
                webhookURL: "http://127.0.0.1:\(port)/callbacks/wallets"
            )
        )
        pay2Local = try SimulatedPay2Local(
            Pay2LocalSimulatorConfiguration(
                accessKey: SimulatorSecret(Self.accessKey),
                publicKey: SimulatorSecret(Self.publicKey),
                callbackURL: "http://127.0.0.1:\(port)/callbacks/agents"
            )
        )
        folder = FileManager.default.temporaryDirectory.appending(path: "payments-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Everything that keeps running behind the demo.
    var services: [any Service] { [smsPay, pay2Local, merchant] }

    /// Writes the merchant's configuration file. Between two runs of the demo only the order of this route changes, and
    /// between two instances the port.
    func writeConfiguration(depositRoute: [String], port: Int? = nil) async throws -> String {
        let port = port ?? callbackPort
        let text = """
            environment: sandbox
            store: \(database ?? "sqlite:payments.sqlite")
            server: { host: 127.0.0.1, port: \(port) }
            providers:
              enabled: [wallets, agents]
              wallets:
                adapter: smspay
                baseURL: \(try await smsPay.baseURL())
                apiKey: \(Self.apiKey)
                webhookSecrets: [\(Self.webhookSecret)]
              agents:
                adapter: pay2local
                baseURL: \(try await pay2Local.baseURL())
                accessKey: \(Self.accessKey)
                publicKey: \(Self.publicKey)
                returnURL: https://shop.example/back
                serviceType: p2p_agent
                headerSignature: rawBody
                bodySignature: fields
                signedFields: [merchant_payment_id, requested_amount, currency, request_status, timestamp]
                signedFormat: values
                signedFieldSeparator: "|"
            routes:
              deposit: [\(depositRoute.joined(separator: ", "))]
              withdrawal: [agents]
            notifications:
              url: \(try await merchant.url())
              secret: whsec_\(Data("a key of the demo, 24 bytes+".utf8).base64EncodedString())

            """
        let file = folder.appending(path: "payments-\(port).yaml")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// The statuses that the merchant's own system was told about one payment, in the order of arrival.
    func told(about payment: PaymentID) -> [String] {
        merchant.received.entries.compactMap { request in
            let told = try? JSONDecoder().decode(ToldDocument.self, from: Data(request.body))
            guard let told, told.data.payment.id == payment.rawValue else { return nil }
            return String(told.type.dropFirst("payment.".count))
        }
    }

    private struct ToldDocument: Decodable {
        struct Content: Decodable {
            struct Payment: Decodable {
                let id: String
            }

            let payment: Payment
        }

        let type: String
        let data: Content
    }
}
