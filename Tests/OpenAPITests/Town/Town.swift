import AsyncHTTPClient
import Foundation
import Logging
import Pay2LocalSimulator
import PaymentGateway
import PaymentIntents
import PaymentServer
import PaymentStoreSQLite
import ProviderSimulation
import SMSPaySimulator
import ServiceLifecycle

/// Everybody at once: both simulated providers, our server with our adapters, and the merchant, on one wire.
struct Town: Sendable {
    let wire: Wire
    let store: SQLitePaymentStore
    let gateway: Gateway
    let smsPay: SimulatedSMSPay
    let pay2Local: SimulatedPay2Local

    /// Opens a town for a scenario, and closes it afterwards.
    ///
    /// - Parameters:
    ///   - plan: what is unusual about it.
    ///   - visit: what happens in it.
    /// - Returns: everything that went over the wire.
    /// - Throws: what the visit throws.
    static func open(
        _ plan: TownPlan,
        _ visit: (Town) async throws -> Void
    ) async throws -> [Exchange] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "town-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "payments.sqlite").path
        let store = try SQLitePaymentStore(path: path, environment: .sandbox, patience: .seconds(600))
        return try await HTTPClient.withHTTPClient(configuration: HTTPTransport.defaultConfiguration) { client in
            let wire = Wire(HTTPTransport(client))
            let gateway = try gateway(on: store, wire, accounts: try Accounts.all())
            let merchant = RecordingMerchant(answering: plan.merchantAnswers)
            var exchanges: [Exchange] = []
            try await running(merchant) {
                wire.connect(Servers.merchant, to: String(try await merchant.url().dropLast("/callbacks".count)))
                try await serving(gateway, on: wire) { server in
                    let (smsPay, pay2Local) = try simulators(plan, callingBack: server)
                    try await running(smsPay) {
                        try await running(pay2Local) {
                            wire.connect(Servers.smsPay, to: try await smsPay.baseURL())
                            wire.connect(Servers.pay2Local, to: try await pay2Local.baseURL())
                            try await visit(
                                Town(wire: wire, store: store, gateway: gateway, smsPay: smsPay, pay2Local: pay2Local)
                            )
                        }
                    }
                    exchanges += smsPay.deliveries.entries.flatMap { $0.exchanges("smspay.yaml", to: "wallets") }
                    exchanges += pay2Local.deliveries.entries.flatMap { $0.exchanges("pay2local.yaml", to: "agents") }
                }
            }
            await store.close()
            return exchanges + wire.exchanges.entries
        }
    }

    /// Runs our server around a piece of work, in place of one that is running already.
    ///
    /// - Parameters:
    ///   - gateway: the engine behind it.
    ///   - wire: where it is to be found.
    ///   - keys: who may use its REST interface.
    ///   - work: is given what its URLs begin with.
    /// - Throws: what the work throws.
    static func serving(
        _ gateway: Gateway,
        on wire: Wire,
        keys: [Secret] = [Secret(Keys.api)],
        _ work: (String) async throws -> Void
    ) async throws {
        let port = Promise<Int>()
        let server = GatewayServer(
            gateway: gateway,
            host: "127.0.0.1",
            port: 0,
            apiKeys: keys,
            logger: quiet,
            onReady: { port.fulfil($0) }
        )
        try await running(server) {
            let base = "http://127.0.0.1:\(try await port.value())"
            let before = wire.connect(Servers.ours, to: base)
            defer { wire.connect(Servers.ours, to: before) }
            try await work(base)
        }
    }

    /// An engine on a store.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - wire: how it reaches providers.
    ///   - accounts: the accounts that are enabled.
    ///   - deposits: the account that deposits run through.
    /// - Returns: the engine.
    /// - Throws: when the account's name is none.
    static func gateway(
        on store: any PaymentStore,
        _ wire: Wire,
        accounts: [ProviderAccount],
        deposits: String = "wallets"
    ) throws -> Gateway {
        Gateway(
            environment: .sandbox,
            accounts: accounts,
            routes: [.deposit: [try Accounts.name(deposits)], .withdrawal: [try Accounts.name("agents")]],
            store: store,
            transport: wire,
            clock: StillClock(),
            logger: quiet
        )
    }

    private static let quiet = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

    private static func simulators(
        _ plan: TownPlan,
        callingBack server: String
    ) throws -> (SimulatedSMSPay, SimulatedPay2Local) {
        var smsPay = SMSPaySimulatorConfiguration(
            apiKey: SimulatorSecret(Keys.smsPay),
            webhookSecret: SimulatorSecret(Keys.webhook),
            webhookURL: "\(server)/callbacks/wallets"
        )
        var pay2Local = Pay2LocalSimulatorConfiguration(
            accessKey: SimulatorSecret(Keys.access),
            publicKey: SimulatorSecret(Keys.publicKey),
            callbackURL: "\(server)/callbacks/agents"
        )
        // A callback that is refused would be sent again for as long as the clock stands.
        smsPay.retries = RetrySchedule(attempts: 1, firstPause: .zero)
        pay2Local.retries = RetrySchedule(attempts: 1, firstPause: .zero)
        plan.smsPay(&smsPay)
        plan.pay2Local(&pay2Local)
        let timekeeper = Timekeeper(SimulatedClock(), startingAt: StillClock.opening)
        return (
            try SimulatedSMSPay(smsPay, timekeeper: timekeeper),
            try SimulatedPay2Local(pay2Local, timekeeper: timekeeper)
        )
    }

    private static func running(_ service: any Service, _ work: () async throws -> Void) async throws {
        let group = ServiceGroup(services: [service], logger: quiet)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            do {
                try await work()
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}
