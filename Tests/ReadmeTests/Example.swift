import HTTPTypes
import Logging
import Pay2Local
import PaymentGateway
import PaymentIntents
import PaymentStoreSQLite
import SMSPay

/// The example of the README, as it is compiled. What stands between the markers is printed there word for word.
enum Example {
    static func shop(
        configurationFile: String,
        storeFile: String,
        logger: Logger,
        transport: any ProviderTransport,
        order: MerchantReference,
        redirect: (WebURL) -> Void,
        callback: () async throws -> (headers: HTTPFields, body: [UInt8]),
        answer: (Int, [UInt8]) async throws -> Void
    ) async throws {
        // README
        // Once: the adapters, the configuration, the store.
        var adapters = AdapterRegistry()
        adapters.register(SMSPayAdapter.self)
        adapters.register(Pay2LocalAdapter.self)
        let settings = try GatewayConfiguration.load(path: configurationFile, environment: [:], adapters: adapters)
        let store = try SQLitePaymentStore(path: storeFile, environment: settings.environment)
        let gateway = Gateway(settings, store: store, transport: transport, logger: logger)

        // Take a payment. The same reference again is the same payment.
        let amount = try Money(parsing: "500", currency: .bdt)
        let payment = try await gateway.create(PaymentRequest(amount: amount, reference: order))
        if case .redirect(let url) = payment.nextAction { redirect(url) }

        // Handle a callback that came to /callbacks/wallets.
        let (headers, body) = try await callback()
        switch await gateway.receive(Callback(headers: headers, body: body), for: "wallets") {
        case .accepted(let json): try await answer(200, json)  // committed to disk, whatever it said
        case .refused: try await answer(401, [])  // not authentic: nothing was stored
        case .unknownAccount: try await answer(404, [])
        case .otherEnvironment: try await answer(422, [])  // authentic, and kept apart
        case .unavailable: try await answer(503, [])  // nothing is lost: the provider sends it again
        }
        // README
        await store.close()
    }
}
