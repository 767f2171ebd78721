import Foundation
import HTTPTypes
import Logging
import ProviderSimulation
import ServiceLifecycle
import Signatures
import Testing

@Suite("The merchant", .timeLimit(.minutes(30)))
struct NotificationTests {
    @Test("is told of every change by serve, signed as Standard Webhooks says")
    func told() async throws {
        try await Shop.open { shop in
            let merchant = RecordingMerchant()
            let group = ServiceGroup(
                services: [merchant],
                logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
            )
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                do {
                    try await pay(in: shop, telling: merchant)
                } catch {
                    await group.triggerGracefulShutdown()
                    throw error
                }
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
        }
    }

    private func pay(in shop: Shop, telling merchant: RecordingMerchant) async throws {
        let key = [UInt8](0..<32)
        let secret = "whsec_" + Data(key).base64EncodedString()
        let section = "notifications: { url: \"\(try await merchant.url())\", secret: \(secret) }\n"
        let settings = Settings(smsPayPort: shop.smsPayPort, pay2LocalPort: shop.pay2LocalPort, port: shop.port)
        try shop.folder.write(settings.yaml + section, to: "payments.yaml")
        let server = try await shop.serve()
        defer { server.kill() }
        let payment = try await shop.create("ORDER-1", "--amount", "500")
        try await shop.press("pay", for: payment)
        let isTold = try await eventually { merchant.received.entries.count >= 3 }
        try #require(isTold)

        var types: [String?] = []
        for request in merchant.received.entries {
            let text = String(decoding: request.body, as: UTF8.self)
            let document = try JSONObject(text)
            #expect(document.keys == ["type", "timestamp", "data"])
            types.append(document.text("type"))
            let data = try document.object("data")
            #expect(data.keys == ["sequence", "payment"])
            #expect(data.number("sequence") != nil)
            let told = try data.object("payment")
            #expect(told.keys == payment.keys)
            // The payment is as it was at that change.
            #expect(told.text("status").map { "payment.\($0)" } == document.text("type"))

            let id = try Self.header("webhook-id", of: request)
            let time = try Self.header("webhook-timestamp", of: request)
            let signature = try Self.header("webhook-signature", of: request)
            let code = try SigningKey(key).code(for: Array("\(id).\(time).\(text)".utf8)).hexadecimal
            #expect(signature.hasPrefix("v1,"))
            #expect(try Self.hexadecimal(base64: signature.dropFirst(3)) == code)
        }
        #expect(types == ["payment.created", "payment.pending", "payment.succeeded"])
        #expect(try await server.terminate().status == 0)
    }

    private static func header(_ name: String, of request: ReceivedRequest) throws -> String {
        let name = try #require(HTTPField.Name(name))
        return try #require(request.headers[name])
    }

    private static func hexadecimal(base64 text: Substring) throws -> String {
        let bytes = try #require(Data(base64Encoded: String(text)))
        return bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
