import Foundation
import Logging
import Pay2Local
import PaymentGateway
import PaymentIntents
import PaymentStoreSQLite
import SMSPay
import Testing

/// A merchant's gateway on a store of its own, with two accounts: `wallets` at SMS Pay and `agents` at Pay2Local.
struct Shop {
    let gateway: Gateway
    let store: WatchedStore
    let transport: ScriptedTransport
    let clock: ManualClock
    let lines: RecordingLogHandler.Lines

    /// Opens a shop for one test, and takes everything away afterwards.
    static func open(
        routes: [String] = ["wallets", "agents"],
        enabled: [String] = ["wallets", "agents"],
        environment: PaymentEnvironment = .sandbox,
        wallets: [String: SettingValue] = [:],
        agents: [String: SettingValue] = [:],
        _ body: (Shop) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shop-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("payments.sqlite").path
        let store = try SQLitePaymentStore(path: path, environment: environment, patience: .seconds(600))
        let accounts = [
            try account(
                "wallets",
                SMSPayAdapter.self,
                environment,
                walletSettings(environment).merging(wallets) { $1 }
            ),
            try account("agents", Pay2LocalAdapter.self, environment, agentSettings.merging(agents) { $1 }),
        ]
        let shop = try Shop(
            accounts: accounts.filter { enabled.contains($0.name.rawValue) },
            routes: routes,
            environment: environment,
            store: WatchedStore(store)
        )
        try await body(shop)
        await store.close()
    }

    /// Puts a gateway together.
    init(
        accounts: [ProviderAccount],
        retired: [ProviderAccount] = [],
        routes: [String],
        environment: PaymentEnvironment = .sandbox,
        store: WatchedStore,
        clock: ManualClock = ManualClock()
    ) throws {
        let lines = RecordingLogHandler.Lines()
        let route = routes.compactMap { AccountName($0) }
        self.store = store
        self.clock = clock
        self.lines = lines
        transport = ScriptedTransport()
        gateway = Gateway(
            environment: environment,
            accounts: accounts,
            retired: retired,
            routes: [.deposit: route, .withdrawal: route],
            store: store,
            transport: transport,
            clock: clock,
            random: .seeded(1),
            logger: Logger(label: "test") { _ in RecordingLogHandler(lines) }
        )
    }

    /// Another process on the same store and by the same clock, with a script of its own.
    func neighbour() throws -> Shop {
        try Shop(
            accounts: Array(gateway.accounts.values),
            routes: ["wallets", "agents"],
            environment: gateway.environment,
            store: store,
            clock: clock
        )
    }

    /// The same gateway by another clock.
    func gateway(by clock: any GatewayClock) -> Gateway {
        Gateway(
            environment: gateway.environment,
            accounts: Array(gateway.accounts.values),
            routes: [:],
            store: store,
            transport: transport,
            clock: clock,
            logger: Logger(label: "test") { _ in RecordingLogHandler(lines) }
        )
    }

    static func account<Adapter: ProviderAdapter>(
        _ name: String,
        _ type: Adapter.Type,
        _ environment: PaymentEnvironment,
        _ values: [String: SettingValue]
    ) throws -> ProviderAccount {
        let name = try #require(AccountName(name))
        var settings = AdapterSettings(account: name, environment: environment, values: values)
        return ProviderAccount(name: name, adapter: try Adapter(settings: &settings))
    }

    private static func walletSettings(_ environment: PaymentEnvironment) -> [String: SettingValue] {
        let key = environment == .live ? Wire.apiKey.replacing("sk_test_", with: "sk_live_") : Wire.apiKey
        return ["apiKey": .text(key), "webhookSecrets": .list([Wire.webhookSecret])]
    }

    private static let agentSettings: [String: SettingValue] = [
        "accessKey": .text(Wire.accessKey), "publicKey": .text(Wire.publicKey),
        "returnURL": .text("https://shop.example/back"), "serviceType": .text("p2p_agent"),
        "headerSignature": .text("rawBody"), "bodySignature": .text("off"),
    ]
}

extension Shop {
    /// Takes a webhook of SMS Pay, signed as it should be.
    func receiveWallet(_ body: String) async throws -> CallbackAnswer {
        await gateway.receive(try Wire.walletCallback(body), for: "wallets")
    }

    /// Takes a callback of Pay2Local, signed as it should be.
    func receiveAgent(_ body: String) async throws -> CallbackAnswer {
        await gateway.receive(try Wire.agentCallback(body), for: "agents")
    }

    /// Creates a deposit of 500 taka at SMS Pay, waiting for the customer.
    func pendingWallet(reference: String = "ORDER-1", id: String = Wire.walletID) async throws -> Payment {
        transport.script(Wire.answer(201, Wire.walletIntent(id: id, reference: reference)))
        return try await gateway.create(try .sample(reference: reference, account: "wallets"))
    }

    /// Creates a payment of 500 taka at Pay2Local, waiting for the customer.
    func pendingAgent(kind: PaymentKind = .deposit, reference: String = "ORDER-1") async throws -> Payment {
        let type = kind == .deposit ? "Deposit" : "Withdraw"
        transport.script(Wire.answer(200, Wire.agentCreation(type: type, reference: reference)))
        return try await gateway.create(try .sample(kind: kind, reference: reference, account: "agents"))
    }

    /// The payment as it is now.
    func now(_ payment: Payment) async throws -> Payment { try await gateway.payment(payment.id) }

    /// The statuses that the merchant is told, oldest first.
    func told(_ payment: Payment) async throws -> [PaymentStatus] {
        var statuses: [PaymentStatus] = []
        let later = clock.now.addingTimeInterval(1_000_000_000)
        while true {
            let pending = try await store.claimNotifications(at: later, limit: 100, until: later)
            guard !pending.isEmpty else { return statuses }
            for item in pending {
                if item.notification.paymentID == payment.id { statuses.append(item.notification.status) }
                try await store.settle(
                    NotificationResult(id: item.notification.id, fence: item.fence, outcome: .delivered)
                )
            }
        }
    }
}

extension PaymentRequest {
    /// A request of 500 taka. A withdrawal goes to a number that must be seen nowhere.
    static func sample(
        kind: PaymentKind = .deposit,
        amount: String = "500",
        reference: String = "ORDER-1",
        account: String? = nil,
        expiresIn: Duration? = nil
    ) throws -> PaymentRequest {
        PaymentRequest(
            kind: kind,
            amount: try Money(parsing: amount, currency: .bdt),
            reference: try #require(MerchantReference(reference)),
            payee: kind == .withdrawal ? MSISDN("01799999777") : nil,
            account: account.flatMap { AccountName($0) },
            expiresIn: expiresIn
        )
    }
}
